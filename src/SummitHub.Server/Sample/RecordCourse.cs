using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>
/// How the script records what came out of a meeting, in the minutes after its end: each side's notetaker drafts its items, its
/// chief offers them, the other side accepts what the source ascribes to both, and those who have something settle their record. The chief of the
/// first side, whose press reported it, tells the public in every language that all of it is told in.
/// </summary>
internal static class RecordCourse
{
    private static readonly TimeSpan Draft = new(0, 1, 0);
    private static readonly TimeSpan Offer = new(0, 2, 30);
    private static readonly TimeSpan Accept = new(0, 4, 0);
    private static readonly TimeSpan Settle = new(0, 5, 0);
    private static readonly TimeSpan Tell = new(0, 6, 0);

    // What a readout of the script says of itself, in its languages.
    private static readonly LocalName[] Origins =
    [
        new("en", "Retold from press reports and published by the script of the sample."),
        new("ru", "Пересказ сообщений печати, опубликованный сценарием примера."),
    ];

    /// <summary>The steps, in order.</summary>
    public static IEnumerable<DayStep> Of(ImportedMeeting meeting, ImportedRecord record)
    {
        var sides = meeting.Terms.Parties.Select(p => p.Delegation).ToList();
        var own = sides.ToDictionary(s => s, s => record.Items.Where(i => i.Item.Side == s).ToList());
        var accepted = sides.ToDictionary(s => s, s => record.Items.Where(i => i.Shared && i.Item.Side != s).ToList());
        DayStep?[] steps =
        [
            .. sides.Select(s => Step(meeting.Id, "draft", s, Draft, Cast.Notetaker(s), own[s].Select(i => new DraftItem(i.Item)))),
            .. sides.Select(s => Step(meeting.Id, "offer", s, Offer, Cast.Chief(s), own[s].Where(i => i.Offered).Select(i => new OfferItem(i.Item.Id)))),
            .. sides.Select(s => Step(meeting.Id, "accept", s, Accept, Cast.Chief(s), accepted[s].Select(i => new AcceptItem(i.Item.Id)))),
            .. sides.Select(s => Step(meeting.Id, "settle", s, Settle, Cast.Notetaker(s), own[s].Concat(accepted[s]).Take(1).Select(_ => new SettleRecord(Settlement.WithItems)))),
            .. sides.Take(1).Select(s => Step(meeting.Id, "tell", s, Tell, Cast.Chief(s), Telling([.. own[s].Where(i => i.Offered), .. accepted[s]]))),
        ];
        return steps.OfType<DayStep>();
    }

    private static IEnumerable<RecordCommand> Telling(List<ImportedItem> told) => told.Count == 0
        ? []
        : Origins.Where(o => told.TrueForAll(i => i.Item.TextIn(o.Language) is not null)).SelectMany(o => new RecordCommand[]
        {
            new WriteReadout(new(o.Language, "", o.Text, [.. told.Select(i => new ItemName(i.Item.Side, i.Item.Id))])),
            new PublishReadout(o.Language),
        });

    private static DayStep? Step(MeetingId id, string name, DelegationCode side, TimeSpan after, Actor actor, IEnumerable<RecordCommand> commands)
    {
        ImmutableArray<RecordCommand> all = [.. commands];
        if (all.IsEmpty) return null;
        var full = $"{name}-{side.Value.ToLowerInvariant()}";
        return new DayStep(
            full,
            view => view.Meeting(id) is { Phase: MeetingPhase.Cancelled } or null,
            view => view.Meeting(id) is { Phase: MeetingPhase.Ended, Expected: { } held } ? held.End + after : null,
            (_, at) => new RecordStep(id, new RecordOperation(OperationId.Parse($"play-{id}-{full}"), actor, all, at)));
    }
}
