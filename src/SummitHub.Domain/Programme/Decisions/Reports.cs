using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>What else is reported of a meeting: delays, numbers of people, media, its record.</summary>
internal static class Reports
{
    public static Refusal? RunLate(Draft draft, RunLate command)
    {
        if (Standing.Find(draft, command, Doing.ReportLogistics, out var meeting) is { } no) return no;
        var id = meeting.Id;
        if (!Texts.Good(command.Cause, Texts.LongestReason)) return Say.Malformed("A cause is a short text.", id);
        if (meeting.Expected is not { } expected || !meeting.HoldsTime || meeting.Phase == MeetingPhase.Ended) return Say.NotIn(meeting, "it cannot run late");
        if (command.Start is not null && meeting.Phase == MeetingPhase.InProgress) return Say.NotIn(meeting, "it has started: only its end can slip");
        if (command.Start is null && command.End is null) return Say.Malformed("Say when it is to start or to end.", id);
        var start = command.Start?.UtcTicks ?? expected.Start.Ticks;
        var end = command.End?.UtcTicks ?? start + expected.Length.Ticks;
        if (end <= start || end - start > TimeSpan.TicksPerDay) return Say.Malformed("A meeting ends after it starts, within a day.", id);
        if (Math.Abs(start - expected.Start.Ticks) > TimeSpan.TicksPerDay)
            return Say.No(RefusalReason.NotAPlausibleTime, "A meeting that is a day late is to be moved.", id);
        var to = new Interval(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero));
        draft.Add(new ExpectationChanged(id, expected, to, command.Cause));
        return null;
    }

    public static Refusal? PartySize(Draft draft, ReportPartySize command)
    {
        if (Standing.Find(draft, command, Doing.ReportLogistics, out var meeting) is { } no) return no;
        var (id, side) = (meeting.Id, command.Delegation);
        if (!meeting.HasSide(side)) return Say.No(RefusalReason.NoSuchDelegation, $"{side.Value} is no side of meeting {id}.", id);
        if (draft.Side is { } own && own != side) return Say.No(RefusalReason.NotYoursToDo, $"{own} cannot count the people of {side}.", id);
        if (!TermsCheck.GoodPeople(command.People)) return Say.Malformed("So many do not come.", id);
        if (IsOver(meeting)) return Say.NotIn(meeting, "nobody comes any more");
        var from = meeting.Terms.Parties[MeetingEvents.PlaceOf(meeting.Terms.Parties, side)].People;
        if (from == command.People) return Say.Nothing(id, $"{side} brings {from} already.");
        draft.Add(new PartySizeReported(id, side, from, command.People));
        return null;
    }

    public static Refusal? Media(Draft draft, ReportMedia command)
    {
        if (Standing.Find(draft, command, Doing.ReportLogistics, out var meeting) is { } no) return no;
        if (!Texts.Good(command.Media, Texts.LongestName)) return Say.Malformed("What media do is a short text.", meeting.Id);
        if (IsOver(meeting)) return Say.NotIn(meeting, "no media come any more");
        if (meeting.Terms.Media == command.Media) return Say.Nothing(meeting.Id, "Media do so already.");
        draft.Add(new MediaReported(meeting.Id, command.Media));
        return null;
    }

    public static Refusal? Record(Draft draft, NoteRecord command)
    {
        if (Standing.Find(draft, command, Doing.NoteRecord, out var meeting) is { } no) return no;
        if (command.Sides.IsDefault || command.Hash.IsDefault || command.Hash.Length > 64 || command.Revision < 1)
            return Say.Malformed("A revision of a record has sides, a number from one, and a hash.", meeting.Id);
        foreach (var side in command.Sides)
            if (!meeting.HasSide(side.Delegation))
                return Say.No(RefusalReason.NoSuchDelegation, $"{side.Delegation.Value} is no side of meeting {meeting.Id}.", meeting.Id);
        draft.Add(new RecordNoted(meeting.Id, command.Sides, command.Revision, command.Hash));
        return null;
    }

    private static bool IsOver(Meeting meeting) =>
        meeting.Phase is MeetingPhase.Ended or MeetingPhase.Cancelled or MeetingPhase.Declined or MeetingPhase.Withdrawn;
}
