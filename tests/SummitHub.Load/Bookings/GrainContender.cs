using SummitHub.Contracts.Programme;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>Ours: one programme grain, spoken to through the cluster's gateway as a web server does.</summary>
/// <param name="name"><c>redis</c> or <c>embedded</c>, by the store of the server.</param>
/// <param name="client">A client of that server.</param>
internal sealed class GrainContender(string name, GrainClient client) : IContender
{
    private const int LooksAtOnce = 256;
    private readonly string _summit = $"load-{Guid.NewGuid():N}"[..20];
    private IProgrammeGrain? _programme;
    private Operation[] _operations = [];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task Begin(Workload workload, int callers, CancellationToken stop)
    {
        _operations = [.. workload.Sequence.Select(Booking)];
        var founded = await Programme.Execute(Actors.System.Asks("found", new FoundSummit(LoadSummit.Of(workload, _summit))));
        if (founded is not Accepted) throw new InvalidOperationException($"The summit was not founded: {founded}");
    }

    /// <inheritdoc/>
    public async Task<bool> Book(int caller, Asked asked, CancellationToken stop) => await Programme.Execute(_operations[asked.Number]) switch
    {
        Accepted => true,
        Refused { Refusal.Reason: RefusalReason.PrincipalAlreadyMeetingThen or RefusalReason.RoomTakenThen or RefusalReason.RoomNeedsItsGap } => false,
        var other => throw new InvalidOperationException($"Booking {asked} was answered {other}"),
    };

    /// <inheritdoc/>
    public async Task<Stored> Look(IReadOnlyCollection<int> accepted, CancellationToken stop)
    {
        // The next call reads the log anew; a repeated operation is answered from what is in it, and changes nothing.
        await Programme.Retire();
        var missing = new List<int>();
        var last = 0L;
        await Parallel.ForEachAsync(accepted, new ParallelOptions { MaxDegreeOfParallelism = LooksAtOnce, CancellationToken = stop }, async (number, _) =>
        {
            var answer = await Programme.Execute(_operations[number]);
            lock (missing)
            {
                if (answer is Accepted { Repeated: true } again) last = Math.Max(last, again.Position);
                else missing.Add(number);
            }
        });
        var probe = await Programme.Execute(Actors.Desk.Asks("probe", _operations[accepted.Max()].Commands[0]));
        if (probe is not Refused) Progress.Say($"A booking that stands was taken again: {probe}");
        // What is over takes no room in the turns that follow.
        await Programme.Retire();
        return new(last - 1, missing);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The operation that asks for a booking; always the same for the same number.</summary>
    public static Operation Booking(Asked asked) => Actors.Desk.Asks($"b{asked.Number}", new BookMeeting(
        MeetingId.Parse($"m{asked.Number}"),
        new(
            [new(LoadSummit.First(asked.First), LoadSummit.FirstPrincipal(asked.First)), new(LoadSummit.Second(asked.Second), LoadSummit.SecondPrincipal(asked.Second))],
            MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null),
        new(LoadSummit.When(asked), LoadSummit.Room(asked.Room)), false));

    private IProgrammeGrain Programme => _programme ??= client.Programme(_summit);
}
