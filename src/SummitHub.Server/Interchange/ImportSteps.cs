using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Puts what was read in the order in which it is entered.</summary>
internal static class ImportSteps
{
    /// <summary>Why a meeting of the record may go against a rule.</summary>
    public const string FixedHour = "fixed hour of the historical record";

    /// <summary>Who imports.</summary>
    public static readonly Actor Importer = new("import", "Import", Role.System, null);

    /// <summary>The steps: the founding, the debate by sittings, the meetings by time, and then each side's brief.</summary>
    public static ImmutableArray<SummitStep> Of(
        Summit summit, DateTimeOffset at, ImmutableArray<Commitment> commitments, ImmutableArray<ImportedMeeting> meetings) =>
    [
        Programme("summit", null, new FoundSummit(summit)),
        .. commitments.GroupBy(c => c.Series ?? "").SelectMany(Sitting),
        .. meetings.Select(m => Programme(m.Id.Value, FixedHour, new BookMeeting(m.Id, m.Terms, m.Slot, Provisional: false))),
        .. meetings.SelectMany(m => m.Briefs.Select(b => BriefStep(m.Id, b, at))),
    ];

    private static IEnumerable<SummitStep> Sitting(IGrouping<string, Commitment> sitting) =>
        sitting.Chunk(Operation.MostCommands).Select((part, i) =>
            Programme($"debate-{sitting.Key.Replace('/', '-')}-{i + 1}", null, [.. part.Select(c => new AddCommitment(c))]));

    private static ProgrammeStep Programme(string name, string? overrideReason, params ReadOnlySpan<ProgrammeCommand> commands) =>
        new(new Operation(OperationId.Parse($"import-{name}"), Importer, [.. commands]), overrideReason);

    private static RecordStep BriefStep(MeetingId meeting, ImportedBrief brief, DateTimeOffset at) => new(meeting, new RecordOperation(
        OperationId.Parse($"import-brief-{meeting}-{brief.Side.Value.ToLowerInvariant()}"),
        Importer with { Delegation = brief.Side },
        [new WriteBrief(brief.Brief)],
        at));
}
