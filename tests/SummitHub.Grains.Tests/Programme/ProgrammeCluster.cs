using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>One silo with the real programme grain over a store that the test can hold or let fail.</summary>
internal sealed class ProgrammeCluster : IAsyncDisposable
{
    private static int counter;

    private readonly string folder = Directory.CreateTempSubdirectory("summithub-programme-").FullName;
    private readonly InProcessTestCluster cluster;

    private ProgrammeCluster()
    {
        Inner = new SqliteJournalStore(Path.Combine(folder, "journal.db"));
        Store = new UnreliableStore(Inner);
        Summit = SummitId.Parse($"small-{Interlocked.Increment(ref counter)}");
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IJournalStore>(Store);
            silo.Services.AddSingleton(Chain);
            silo.Services.AddSingleton<LogCodec>();
            silo.Services.AddSingleton<LogReader>();
            silo.Services.AddSingleton<ProgrammeReplicas>();
            silo.Services.AddSingleton<ISummitClocks>(new WorldClocks(Clock));
        });
        cluster = builder.Build();
    }

    /// <summary>The summit's clock, which is read once for each decision.</summary>
    public CountingClock Clock { get; } = new();

    public SqliteJournalStore Inner { get; }

    public UnreliableStore Store { get; }

    public SummitId Summit { get; }

    public JournalChain Chain { get; } = new(new byte[32]);

    public IProgrammeGrain Programme => cluster.Client.GetGrain<IProgrammeGrain>(Summit.Value);

    /// <summary>The programme of another summit in the same silo.</summary>
    public IProgrammeGrain ProgrammeOf(SummitId summit) => cluster.Client.GetGrain<IProgrammeGrain>(summit.Value);

    public LogCodec Codec => cluster.Silos[0].ServiceProvider.GetRequiredService<LogCodec>();

    public ProgrammeReplicas Replicas => cluster.Silos[0].ServiceProvider.GetRequiredService<ProgrammeReplicas>();

    public static async Task<ProgrammeCluster> StartAsync()
    {
        var made = new ProgrammeCluster();
        await made.cluster.DeployAsync();
        Assert.IsType<Accepted>(await made.Programme.Execute(SmallSummit.Found(made.Summit)));
        return made;
    }

    /// <summary>Asks again under the same operation id until the programme answers, as the edge does.</summary>
    public async Task<ProgrammeReply> AskAsync(Operation operation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                return await Programme.Execute(operation);
            }
            catch (ProgrammeUnavailableException) when (!deadline.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await Inner.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
