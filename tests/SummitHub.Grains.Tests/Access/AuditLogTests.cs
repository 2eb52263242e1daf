using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Access;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Access;

public sealed class AuditLogTests : IAsyncLifetime
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");
    private static readonly Actor Desk = new("desk", "Protocol desk", Role.Desk, null);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("summithub-");
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer(s => s.AddAssembly(typeof(AuditPage).Assembly)).BuildServiceProvider();
    private readonly JournalChain _chain = new(new byte[32]);
    private AuditStore _store = null!;

    [Fact]
    public async Task Two_activations_that_come_between_each_other_write_every_note_once()
    {
        var (going, coming) = (Log(), Log());
        await going.WriteAsync([], [Note(1)]);
        await coming.WriteAsync([], [Note(1), Note(2)]);

        await going.WriteAsync([Denied], [Note(1), Note(2), Note(3)]);
        Assert.Equal(3, await coming.WriteAsync([], [Note(3)]));

        Assert.Equal(["note 1", "note 2", "note 3", "denied"], (await coming.ReadAsync(Desk, DateTimeOffset.MaxValue, 100, TestContext.Current.CancellationToken)).Reverse().Select(e => e.Why));
        Assert.Equal(4, (await JournalVerification.CheckAsync(_store.Logs, _chain, Summit, TestContext.Current.CancellationToken))!.Value.Length);
    }

    public ValueTask InitializeAsync()
    {
        _store = new(new SqliteJournalStore(Path.Combine(_folder.FullName, "audit.db")));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _services.DisposeAsync();
        _chain.Dispose();
        _folder.Delete(recursive: true);
    }

    private static AuditEntry Denied => new(DateTimeOffset.UnixEpoch.AddSeconds(4), AuditAct.SignInRefused, null, null, null, "denied", null, 1);

    private static AuditNote Note(long number) => new(number, new(DateTimeOffset.UnixEpoch.AddSeconds(number), AuditAct.SignedIn, Desk, null, null, $"note {number}", null, 1));

    private AuditLog Log() => new(Summit, _store, _chain, _services.GetRequiredService<Serializer<AuditPage>>());
}
