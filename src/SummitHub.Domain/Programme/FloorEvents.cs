using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme;

/// <summary>What the events of the floor make of a meeting.</summary>
internal static class FloorEvents
{
    /// <summary>A milestone was reached.</summary>
    public static Meeting Reached(Meeting m, MilestoneReached e) => e.Milestone switch
    {
        Milestone.EnRoute => OnTheWay(m, e, a => a with { EnRouteAt = e.At, ExpectedAt = e.Expected }),
        Milestone.Arrived => OnTheWay(m, e, a => a with { ArrivedAt = e.At }),
        Milestone.RoomReady => m with { RoomReady = true },
        Milestone.Seated => m,
        Milestone.Started => m with { Phase = MeetingPhase.InProgress, Proposal = null, Accepted = m.Agreed },
        Milestone.FiveMinutes => m with { FiveMinutes = true },
        Milestone.Ended => m with { Phase = MeetingPhase.Ended },
        _ => throw new InvalidOperationException($"{e.Milestone} is no milestone this version knows."),
    };

    /// <summary>Another time is expected. It is late while that ends or begins after the plan.</summary>
    public static Meeting Expect(Meeting m, ExpectationChanged e)
    {
        var late = m.Planned is { } planned && (e.To.Start > planned.When.Start || e.To.End > planned.When.End);
        return m with { Expected = e.To, LateCause = late ? e.Cause.Length > 0 ? e.Cause : m.LateCause : null };
    }

    private static Meeting OnTheWay(Meeting m, MilestoneReached e, Func<Arrival, Arrival> change)
    {
        var arrivals = m.Arrivals.Length > 0 ? m.Arrivals : [.. new Arrival[m.Terms.Parties.Length]];
        var at = MeetingEvents.PlaceOf(m.Terms.Parties, e.Delegation!.Value);
        return m with { Arrivals = arrivals.SetItem(at, change(arrivals[at])) };
    }
}
