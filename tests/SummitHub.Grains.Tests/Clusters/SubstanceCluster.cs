using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Access;
using SummitHub.Grains.Delegations;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Keys;
using SummitHub.Grains.Meetings;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>One silo with the grains of substance and delegations on a SQLite file, and a programme that does as the test says.</summary>
public sealed class SubstanceCluster : IAsyncLifetime
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static int _summits;
    private readonly bool _ownsFolder;
    private InProcessTestCluster _cluster = null!;

    public SubstanceCluster()
        : this(Directory.CreateTempSubdirectory("summithub-").FullName, TimeSpan.FromMilliseconds(10))
    {
        _ownsFolder = true;
    }

    internal SubstanceCluster(string folder, TimeSpan retryAfter) => (Folder, RetryAfter) = (folder, retryAfter);

    internal string Folder { get; }

    internal ScriptedProgramme Programme { get; } = new();

    internal StoreFaults Faults { get; } = new();

    internal ListeningBell Bell { get; } = new();

    internal SetClocks Clocks { get; } = new();

    internal IGrainFactory Grains => _cluster.Client;

    internal IGrainFactory SiloGrains => _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();

    private TimeSpan RetryAfter { get; }

    /// <summary>A summit no other test uses.</summary>
    internal static SummitId NewSummit() => SummitId.Parse($"s{Interlocked.Increment(ref _summits)}");

    internal IMeetingGrain Meeting(SummitId summit, MeetingId meeting) => Grains.GetGrain<IMeetingGrain>($"{summit}/{meeting}");

    internal IDelegationGrain Delegation(SummitId summit, DelegationCode code) => Grains.GetGrain<IDelegationGrain>($"{summit}/{code}");

    internal Task DeactivateAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    /// <summary>Whether the store's files hold a text anywhere.</summary>
    internal bool StoreHolds(string text)
    {
        var sought = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.GetFiles(Folder).Any(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(sought) >= 0;
        });
    }

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => Configure(silo));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    private void Configure(ISiloBuilder silo)
    {
        silo.UseInMemoryReminderService();
        silo.AddSqliteGrainStorage("file", Path.Combine(Folder, "grains.db"));
        silo.Services.AddGrainStorage(GrainStores.Durable, (services, _) => new FaultyStorage(services, "file", Faults));
        silo.Services.AddSubstance(o => (o.RetryAfter, o.RetryAtMost) = (RetryAfter, RetryAfter));
        silo.Services.AddSingleton<INoticeBell>(Bell);
        silo.Services.AddDelegations();
        silo.Services.AddAccess();
        silo.Services.AddSingleton(_ => new AuditStore(new SqliteJournalStore(Path.Combine(Folder, "audit.db"))));
        silo.Services.AddSingleton(KeyFile.LoadOrCreate(Path.Combine(Folder, "keys")));
        silo.Services.AddSingleton(services => new JournalChain(services.GetRequiredService<KeyFile>().Chain));
        silo.Services.AddSingleton<ISummitClocks>(Clocks);
        silo.Services.AddSingleton(Programme);
        silo.Services.AddSingleton<IProgrammeReader>(Programme);
        silo.Services.Configure<GrainTypeOptions>(types =>
            types.Classes.RemoveWhere(c => c != typeof(ScriptedProgrammeGrain) && typeof(IProgrammeGrain).IsAssignableFrom(c)));
    }
}
