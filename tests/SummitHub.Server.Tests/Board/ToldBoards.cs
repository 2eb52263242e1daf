using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;
using SummitHub.Server.Board;

namespace SummitHub.Server.Tests.Board;

/// <summary>The far end of the hub, in place of many browsers: it keeps what each group is told.</summary>
internal sealed class ToldBoards : IHubContext<BoardHub, IBoardClient>, IHubClients<IBoardClient>
{
    private readonly Lock gate = new();
    private readonly List<(string Group, object What)> told = [];

    public IHubClients<IBoardClient> Clients => this;

    public IGroupManager Groups => throw new NotSupportedException();

    public IBoardClient All => throw new NotSupportedException();

    /// <summary>What a group was told of one kind, in order.</summary>
    public List<T> Of<T>(string group)
    {
        lock (gate) return [.. told.Where(t => t.Group == group).Select(t => t.What).OfType<T>()];
    }

    public IBoardClient Group(string groupName) => new Far(this, groupName);

    public IBoardClient AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    public IBoardClient Client(string connectionId) => throw new NotSupportedException();

    IBoardClient IHubClients<IBoardClient>.Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();

    IBoardClient IHubClients<IBoardClient>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

    public IBoardClient GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    public IBoardClient User(string userId) => throw new NotSupportedException();

    public IBoardClient Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

    /// <summary>That a board was told how old it is.</summary>
    public sealed record Age(DateTimeOffset Instant, long Version);

    private sealed class Far(ToldBoards boards, string group) : IBoardClient
    {
        public Task Changed(BoardDelta delta) => Keep(delta);

        public Task AsOf(DateTimeOffset instant, long version) => Keep(new Age(instant, version));

        public Task Noticed(long revision) => Keep(revision);

        public Task Present(ImmutableArray<Person> people) => Keep(people);

        public Task Clock(SummitClock clock) => Keep(clock);

        private Task Keep(object what)
        {
            lock (boards.gate) boards.told.Add((group, what));
            return Task.CompletedTask;
        }
    }
}
