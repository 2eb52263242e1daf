using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme;

/// <summary>
/// A part of the programme as an audience knows it: what it may know stands there as it is; all else that takes people's, rooms' and
/// interpreters' time, an absence too, is a plain block that contains it. So what is free here is free, and what is found here tells of nothing
/// but blocks, the same for meeting, commitment and hold. It shares nothing that changes with the state it is made from.
/// </summary>
internal static class PlainView
{
    /// <summary>Takes the part.</summary>
    /// <param name="state">The programme; it is only read.</param>
    /// <param name="audience">Who looks.</param>
    /// <param name="part">At whom and what; his own meeting he may know.</param>
    /// <param name="now">The summit's clock: a proposal that has expired takes nothing.</param>
    public static ProgrammeState Of(ProgrammeState state, Audience audience, Part part, DateTimeOffset now)
    {
        var (meetings, commitments) = (new Dictionary<MeetingId, Meeting>(), new Dictionary<CommitmentId, PlannedCommitment>());
        if (part.Own is { } own && state.Meeting(own) is { } asked) meetings[own] = asked;
        var calendars = state.Calendars.Seen(part, part.When.Start.UtcTicks, part.When.End.UtcTicks, Seen);
        foreach (var person in part.People) PutAbsences(state, audience, person, part.When, calendars);
        return new ProgrammeState(state, calendars, meetings.Values, commitments.Values);

        Hold? Seen(Hold hold)
        {
            if (hold.Expires <= now.UtcTicks) return null;
            if (hold.Meeting is { } id && state.Meeting(id) is { } meeting)
            {
                if (!SightRules.MayKnow(audience, meeting)) return Plain(hold, hold.Proposed ? null : meeting.Planned?.When);
                meetings[id] = meeting;
            }
            else if (state.Commitment(hold.Commitment!.Value) is { } planned)
            {
                if (!SightRules.MayKnow(audience, planned, state.Principal)) return Plain(hold, null);
                commitments[planned.Commitment.Id] = planned;
            }
            return hold;
        }
    }

    /// <summary>The block of a hold, and of what was planned beside what is expected: one that shrinks when it ends would tell that it is a meeting.</summary>
    private static Hold Plain(Hold hold, Interval? planned) => Plain(
        Math.Min(hold.Start, planned?.Start.UtcTicks ?? hold.Start), Math.Max(hold.End, planned?.End.UtcTicks ?? hold.End));

    private static Hold Plain(long start, long end)
    {
        var padded = PlainTime.Padded(Rules.Spans.Of(start, end));
        return new Hold { Start = padded.Start.UtcTicks, End = padded.End.UtcTicks };
    }

    private static void PutAbsences(ProgrammeState state, Audience audience, PrincipalId id, Interval within, Calendars calendars)
    {
        if (state.Principal(id) is not { Present: { } present } person || SightRules.MayKnowPresence(audience, person)) return;
        if (present.Start > within.Start) calendars.Put(id, Plain(within.Start.UtcTicks, present.Start.UtcTicks));
        if (present.End < within.End) calendars.Put(id, Plain(present.End.UtcTicks, within.End.UtcTicks));
    }
}

/// <summary>Whose and what time is looked at.</summary>
/// <param name="People">The people.</param>
/// <param name="Rooms">The rooms.</param>
/// <param name="Interpreters">The interpreters.</param>
/// <param name="When">From when to when.</param>
/// <param name="Own">The meeting that somebody would place; null for one that there is not yet.</param>
internal sealed record Part(
    IReadOnlyCollection<PrincipalId> People, IReadOnlyCollection<VenueId> Rooms, IReadOnlyCollection<InterpreterId> Interpreters, Interval When, MeetingId? Own);
