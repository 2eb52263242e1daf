using System.Globalization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Load.Servers;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>The row of the table that is substance: an item drafted and offered on the record of a meeting.</summary>
internal sealed class Outcomes(WeekRun run, DayBook book, IGrainFactory grains)
{
    /// <summary>Records an outcome; answers the refusal, or null.</summary>
    public async Task<Refusal?> Record(DayEvent happened)
    {
        var meeting = book.Of(happened);
        var item = ItemId.Parse(ItemName(happened.Seq));
        var reply = await Grain(meeting).Execute(new(
            OperationId.Parse($"day-{happened.Seq}"), Actors.Of(happened.By, Role.Chief),
            [new DraftItem(Item(item, happened)), new OfferItem(item)], run.Shift.At(happened.At)));
        if (reply.Refusal is null) meeting.Items.Add((happened.Seq, happened.By));
        return reply.Refusal;
    }

    /// <summary>Items that the other side does not see as offered, though the file recorded them.</summary>
    public async Task<IReadOnlyList<string>> Missing()
    {
        var missing = new List<string>();
        foreach (var meeting in book.Meetings.Where(one => one.Items.Count > 0))
        {
            foreach (var side in meeting.Principals.Keys)
            {
                var seen = await Grain(meeting).Read(Actors.Of(side, Role.Chief));
                var offered = seen?.Items.Where(one => one.Stage == ItemStage.Offered).Select(one => one.Item.Id.Value).ToHashSet(StringComparer.Ordinal) ?? [];
                missing.AddRange(meeting.Items.Where(one => !offered.Contains(ItemName(one.Seq))).Select(one => $"{meeting.Id}: {side} does not see item {ItemName(one.Seq)}"));
            }
        }

        return missing;
    }

    private IMeetingGrain Grain(BookedMeeting meeting) => grains.GetGrain<IMeetingGrain>($"{WeekRun.Name}/{meeting.Id}");

    private static string ItemName(int seq) => $"day-{seq}";

    private static OutcomeItem Item(ItemId id, DayEvent happened)
    {
        var (kind, topic) = (happened.Text("kind"), happened.Text("topic"));
        return new(id, KindOf(kind, topic), DelegationCode.Parse(happened.By), happened.TextOrNull("text_en") ?? $"{Words(kind)}: {Words(topic)}", "en", topic, null, null,
            happened.TextOrNull("owner") is { } owner ? DelegationCode.Parse(owner) : null,
            happened.TextOrNull("due") is { } due ? DateOnly.Parse(due, CultureInfo.InvariantCulture) : null, []);
    }

    private static string Words(string name) => name.Replace('_', ' ');

    private static OutcomeKind KindOf(string kind, string topic) => kind switch
    {
        "follow_up" => topic == "mutual_visits" ? OutcomeKind.NextContact : OutcomeKind.Commitment,
        "invitation" or "invitations_exchanged" => OutcomeKind.Invitation,
        "document_signed" or "joint_statement" => OutcomeKind.DocumentSigned,
        "thanks" => OutcomeKind.Thanks,
        "concern_raised" => OutcomeKind.DisagreementNoted,
        "shared_view" or "readiness" or "support_for_candidature" or "prospects_reviewed" or "reported" => OutcomeKind.Position,
        _ => throw new InvalidDataException($"The table does not know the outcome {kind}."),
    };
}
