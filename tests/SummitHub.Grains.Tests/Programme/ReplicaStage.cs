using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>A real log and replicas of it on a clock of their own, with a writer that is not of their process: it offers nothing.</summary>
internal sealed class ReplicaStage : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("summithub-replica-").FullName;
    private readonly ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly SqliteJournalStore file;
    private readonly JournalChain chain = new(new byte[32]);
    private readonly List<ProgrammeReplicas> replicas = [];
    private ProgrammeState state = new();

    public ReplicaStage()
    {
        file = new SqliteJournalStore(Path.Combine(folder, "journal.db"));
        Store = new UnreliableStore(file);
        Codec = new LogCodec(services.GetRequiredService<Serializer>());
        Reader = new LogReader(Store, chain, Codec);
    }

    public FakeTimeProvider Time { get; } = new(SmallSummit.Morning);

    public UnreliableStore Store { get; }

    public SummitId Summit { get; } = SummitId.Parse("small");

    public LogCodec Codec { get; }

    public LogReader Reader { get; }

    /// <summary>Where the log stands, as the writer knows.</summary>
    public JournalHead Head { get; private set; }

    /// <summary>Makes the log with the summit in it, and writes on from there.</summary>
    public async Task FoundAsync()
    {
        state = new ProgrammeState();
        Head = await file.CreateAsync(Summit, Guid.NewGuid(), TestContext.Current.CancellationToken);
        await DoAsync(SmallSummit.Found(Summit));
    }

    /// <summary>Decides an operation and appends what it leads to.</summary>
    public async Task<LogEntry> DoAsync(Operation operation)
    {
        var entry = Assert.IsType<Decision.Accept>(state.Decide(operation, Codec.Hash(operation), Time.GetUtcNow())).Entry;
        state.Apply(entry);
        await AppendAsync(chain.Seal(Head.Last, entry.Position, Codec.Encode(entry)));
        return entry;
    }

    /// <summary>An entry's bytes after the log's head, to be tampered with.</summary>
    public JournalEntry Next(ReadOnlyMemory<byte> payload) => chain.Seal(Head.Last, Head.Length + 1, payload);

    public async Task AppendAsync(JournalEntry entry) => Head = await file.AppendAsync(Summit, Head, [entry], TestContext.Current.CancellationToken);

    public async Task DropAsync() => await file.DropAsync(Summit, TestContext.Current.CancellationToken);

    /// <summary>The replicas of one more server.</summary>
    public ProgrammeReplicas Server()
    {
        var server = new ProgrammeReplicas(Store, Reader, Time, NullLogger<ProgrammeReplicas>.Instance);
        replicas.Add(server);
        return server;
    }

    /// <summary>Lets time pass in small steps until something is so.</summary>
    public async Task Until(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in replicas) await server.DisposeAsync();
        await file.DisposeAsync();
        chain.Dispose();
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
