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

    /// <summary>Numbers of the bookings it holds at the end of the round, as its store has them.</summary>
    Task<IReadOnlyCollection<int>> Held(CancellationToken stop);
}
