using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>What the events of slots make of a meeting.</summary>
internal static class SlotEvents
{
    /// <summary>It has a slot. Another room at the same hour leaves what is expected and who is on his way as they are.</summary>
    public static Meeting Given(Meeting m, SlotGiven e, in Stamp stamp)
    {
        var agreed = e.Phase == MeetingPhase.Confirmed ? Everybody(m) : m.Agreed;
        var sameHour = e.Change == SlotChange.RoomChanged && m.Expected is not null;
        return m with
        {
            Terms = (e.From ?? m.MovedFrom) is { } was && !m.Terms.Estimated.IsEmpty ? m.Terms with { Estimated = Still(m.Terms.Estimated, was, e.To) } : m.Terms,
            Planned = e.To,
            Expected = sameHour ? m.Expected : e.To.When,
            Duration = sameHour ? m.Duration : e.To.When.Length,
            MovedFrom = e.From ?? m.MovedFrom,
            Phase = e.Phase,
            Reason = e.Reason,
            LateCause = sameHour ? m.LateCause : null,
            Proposal = null,
            Agreed = agreed,
            Accepted = agreed,
            Arrivals = sameHour ? m.Arrivals : [],
            RoomReady = m.RoomReady && e.From == e.To,
            FiveMinutes = sameHour && m.FiveMinutes,
            PlacedBy = m.PlacedBy ?? (stamp.AsDesk ? stamp.Actor.Id : null),
        };
    }

    /// <summary>A slot is proposed: his word is given who proposes it, and the others' is asked for.</summary>
    public static Meeting Proposed(Meeting m, SlotProposed e) => m with
    {
        Proposal = new Proposal(e.By, e.Slot, e.Change, e.Reason, e.Expires),
        Accepted = [e.By],
        Agreed = m.Agreed.Contains(e.By) ? m.Agreed : m.Agreed.Add(e.By),
    };

    /// <summary>It holds no slot any more.</summary>
    public static Meeting PutOff(Meeting m, MeetingPostponed e) => m with
    {
        Phase = MeetingPhase.Postponed,
        MovedFrom = m.Planned ?? m.MovedFrom,
        Planned = null,
        Expected = null,
        Proposal = null,
        Accepted = m.Agreed,
        Reason = e.Reason,
        LateCause = null,
        Arrivals = [],
        RoomReady = false,
        FiveMinutes = false,
    };

    // What somebody has decided is no estimate any more.
    private static ImmutableArray<string> Still(ImmutableArray<string> estimated, Slot was, Slot to) => estimated.RemoveAll(field => field switch
    {
        "date" or "start" => to.When.Start != was.When.Start,
        "duration_minutes" => to.When.Length != was.When.Length,
        "venue" => to.Venue != was.Venue,
        _ => false,
    });

    private static ImmutableArray<DelegationCode> Everybody(Meeting m)
    {
        var parties = m.Terms.Parties;
        if (m.Agreed.Length == parties.Length) return m.Agreed;
        var sides = ImmutableArray.CreateBuilder<DelegationCode>(parties.Length);
        foreach (var party in parties) sides.Add(party.Delegation);
        return sides.MoveToImmutable();
    }
}
