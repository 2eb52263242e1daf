namespace SummitHub.Load.Bookings;

/// <summary>Somebody who can keep bookings: he answers only when the booking is safe on disk, or refused.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>The name in the figures, such as <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>Starts a round on an empty programme, as large as the workload needs.</summary>
    Task Begin(Workload workload, int callers, CancellationToken stop);

    /// <summary>Asks for one booking; true: accepted.</summary>
    Task<bool> Book(int caller, Asked asked, CancellationToken stop);

    /// <summary>Looks into the store at the end of the round, for the bookings that were accepted.</summary>
    Task<Stored> Look(IReadOnlyCollection<int> accepted, CancellationToken stop);
}

/// <summary>What a store holds.</summary>
/// <param name="Bookings">How many bookings, whole ones.</param>
/// <param name="Missing">Numbers of accepted bookings that are not there.</param>
internal sealed record Stored(long Bookings, IReadOnlyList<int> Missing);
