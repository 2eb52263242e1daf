using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>What each event makes of its meeting. Deciding and folding both use it, so that they cannot differ.</summary>
internal static class MeetingEvents
{
    /// <summary>The meeting after an event.</summary>
    /// <exception cref="InvalidOperationException">The event is of a kind that is not known, or of a meeting that is not.</exception>
    public static Meeting Apply(Meeting? meeting, MeetingEvent happened, in Stamp stamp)
    {
        if (meeting is null) return Begin(happened, stamp);
        return happened switch
        {
            RecordNoted e => Noted(meeting, e),
            ConflictRaised e => Counted(meeting, stamp) with { Conflicts = meeting.Conflicts.Add(e.Conflict), Standing = meeting.Standing.Add(new(e.Conflict, null, stamp.At, stamp.Actor.Name)) },
            ConflictCleared e => Counted(meeting, stamp) with { Conflicts = meeting.Conflicts.Remove(e.Conflict), Standing = Without(meeting.Standing, e.Conflict, overridden: false) },
            RuleOverridden e => Counted(meeting, stamp) with { Overrides = meeting.Overrides.Add(e.Violation), Standing = meeting.Standing.Add(new(e.Violation, e.Reason, stamp.At, stamp.Actor.Name)) },
            OverrideLapsed e => Counted(meeting, stamp) with { Overrides = meeting.Overrides.Remove(e.Violation), Standing = Without(meeting.Standing, e.Violation, overridden: true) },
            _ => Change(Reported(meeting, stamp), happened, stamp),
        };
    }

    private static Meeting Begin(MeetingEvent happened, in Stamp stamp) => happened switch
    {
        MeetingRequested e => New(e.Meeting, e.Terms, stamp) with
        {
            Duration = TimeSpan.FromMinutes(e.DurationMinutes),
            Windows = e.Windows,
            WishedKind = e.VenueKind,
            Agreed = [e.Terms.Parties[0].Delegation],
            Accepted = [e.Terms.Parties[0].Delegation],
        },
        MeetingBooked e => New(e.Meeting, e.Terms, stamp),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} speaks of meeting {happened.Meeting}, which there is not."),
    };

    private static Meeting New(MeetingId id, MeetingTerms terms, in Stamp stamp) => new()
    {
        Id = id,
        Version = 1,
        ChangedIn = stamp.Position,
        Terms = terms,
        Phase = MeetingPhase.Requested,
        Duration = TimeSpan.Zero,
        PlacedBy = terms.Officer ?? (terms.Visibility == Visibility.Confidential && stamp.Actor.Role == Role.Desk ? stamp.Actor.Id : null),
        Simulated = stamp.Actor.Simulated,
    };

    private static Meeting Counted(Meeting meeting, in Stamp stamp) =>
        meeting.ChangedIn == stamp.Position ? meeting : meeting with { Version = meeting.Version + 1, ChangedIn = stamp.Position };

    private static Meeting Reported(Meeting meeting, in Stamp stamp)
    {
        var counted = Counted(meeting, stamp);
        return counted.Simulated == stamp.Actor.Simulated ? counted : counted with { Simulated = stamp.Actor.Simulated };
    }

    private static Meeting Change(Meeting m, MeetingEvent happened, in Stamp stamp) => happened switch
    {
        SlotGiven e => SlotEvents.Given(m, e, stamp),
        SlotProposed e => SlotEvents.Proposed(m, e),
        ProposalDropped => m with { Proposal = null, Accepted = m.Agreed },
        SideAccepted e => m with { Accepted = With(m.Accepted, e.Delegation), Agreed = With(m.Agreed, e.Delegation) },
        RequestDeclined e => m with { Phase = MeetingPhase.Declined, Proposal = null, Reason = e.Reason },
        RequestWithdrawn => m with { Phase = MeetingPhase.Withdrawn, Proposal = null },
        MeetingConfirmed => m with { Phase = MeetingPhase.Confirmed },
        MeetingPostponed e => SlotEvents.PutOff(m, e),
        MeetingCancelled e => m with { Phase = MeetingPhase.Cancelled, Proposal = null, Reason = e.Reason },
        PrincipalSubstituted e => m with { Terms = m.Terms with { Parties = Sending(m.Terms.Parties, e.Delegation, e.To) } },
        InterpretersAssigned e => m with { Interpreters = e.Interpreters, Terms = m.Terms with { Interpretation = e.Pairs } },
        PartySizeReported e => m with { Terms = m.Terms with { Parties = Bringing(m.Terms.Parties, e.Delegation, e.To) } },
        MediaReported e => m with { Terms = m.Terms with { Media = e.Media } },
        MilestoneReached e => FloorEvents.Reached(m, e),
        ExpectationChanged e => FloorEvents.Expect(m, e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event this version knows."),
    };

    private static Meeting Noted(Meeting m, RecordNoted e)
    {
        var records = m.Records;
        foreach (var side in e.Sides)
        {
            var at = 0;
            while (at < records.Length && records[at].Delegation != side.Delegation) at++;
            records = at < records.Length ? records.SetItem(at, side) : records.Add(side);
        }
        return m with { Records = records, RecordRevision = Math.Max(m.RecordRevision, e.Revision) };
    }

    private static ImmutableArray<Trouble> Without(ImmutableArray<Trouble> standing, Violation gone, bool overridden)
    {
        for (var i = 0; i < standing.Length; i++)
            if (standing[i].Violation == gone && (standing[i].Override is not null) == overridden)
                return standing.RemoveAt(i);
        return standing;
    }

    private static ImmutableArray<DelegationCode> With(ImmutableArray<DelegationCode> sides, DelegationCode side) =>
        sides.Contains(side) ? sides : sides.Add(side);

    private static ImmutableArray<Party> Sending(ImmutableArray<Party> parties, DelegationCode side, PrincipalId person)
    {
        var at = PlaceOf(parties, side);
        return parties.SetItem(at, parties[at] with { Principal = person });
    }

    private static ImmutableArray<Party> Bringing(ImmutableArray<Party> parties, DelegationCode side, int people)
    {
        var at = PlaceOf(parties, side);
        return parties.SetItem(at, parties[at] with { People = people });
    }

    /// <summary>Where a side stands among the parties.</summary>
    internal static int PlaceOf(ImmutableArray<Party> parties, DelegationCode side)
    {
        for (var i = 0; i < parties.Length; i++)
            if (parties[i].Delegation == side)
                return i;
        throw new InvalidOperationException($"{side} is no side of this meeting.");
    }
}
