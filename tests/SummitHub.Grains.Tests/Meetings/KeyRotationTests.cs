using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Keys;
using SummitHub.Grains.Meetings;
using SummitHub.Grains.Tests.Clusters;

namespace SummitHub.Grains.Tests.Meetings;

public sealed class KeyRotationTests : IDisposable
{
    private const string Newer = "master 2 AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";
    private static readonly SummitId Summit = SubstanceCluster.NewSummit();
    private static readonly MeetingId Meeting = MeetingId.Parse("b-kaz-pol");
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    private static readonly Actor Officer = new("kaz-chief", "Aigerim", Role.Chief, Kaz);
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-").FullName;

    private string KeyPath => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_master_key_wraps_all_data_keys_anew_and_the_old_one_may_go()
    {
        await WriteAsync("Ask for the date.");
        var before = await File.ReadAllLinesAsync(KeyPath, TestContext.Current.CancellationToken);

        await File.AppendAllLinesAsync(KeyPath, [Newer], TestContext.Current.CancellationToken);
        Assert.Equal(("Ask for the date.", "2,2"), await ReadAsync());

        await File.WriteAllLinesAsync(KeyPath, [.. before.Where(l => !l.StartsWith("master", StringComparison.Ordinal)), Newer], TestContext.Current.CancellationToken);
        Assert.Equal(("Ask for the date.", "2,2"), await ReadAsync());
    }

    [Fact]
    public async Task An_old_master_key_that_went_too_early_is_asked_for_by_name_and_nothing_is_lost()
    {
        await WriteAsync("Ask for the date.");
        var before = await File.ReadAllLinesAsync(KeyPath, TestContext.Current.CancellationToken);

        await File.WriteAllLinesAsync(KeyPath, [.. before.Where(l => !l.StartsWith("master", StringComparison.Ordinal)), Newer], TestContext.Current.CancellationToken);
        Assert.Contains("'1'", (await Assert.ThrowsAsync<KeysRefusedException>(ReadAsync)).Message, StringComparison.Ordinal);

        await File.WriteAllLinesAsync(KeyPath, before, TestContext.Current.CancellationToken);
        Assert.Equal(("Ask for the date.", "1,1"), await ReadAsync());
    }

    [Fact]
    public async Task The_store_and_another_installations_keys_open_nothing()
    {
        await WriteAsync("Ask for the date.");
        File.Delete(KeyPath);
        await Assert.ThrowsAsync<KeysRefusedException>(ReadAsync);
    }

    private async Task WriteAsync(string notes)
    {
        await using var cluster = await OpenAsync();
        Assert.Null((await cluster.Meeting(Summit, Meeting).Execute(new(OperationId.Parse("write"), Officer, [new WriteBrief(new([], notes))], DateTimeOffset.UnixEpoch))).Refusal);
    }

    /// <summary>The notes of a new activation, and which master keys wrap the data keys of both sides.</summary>
    private async Task<(string Notes, string Masters)> ReadAsync()
    {
        await using var cluster = await OpenAsync();
        var notes = (await cluster.Meeting(Summit, Meeting).Read(Officer))!.Brief.Notes;
        return (notes, string.Join(',', (await cluster.SiloGrains.GetGrain<IKeyRingGrain>(Summit.Value).Of([Kaz, Pol])).Select(k => k.Master)));
    }

    private async Task<SubstanceCluster> OpenAsync()
    {
        var cluster = new SubstanceCluster(_folder, TimeSpan.FromMilliseconds(10));
        cluster.Programme[Summit].Meetings[Meeting] = new Meeting
        {
            Id = Meeting,
            Version = 1,
            Terms = new([new(Kaz, PrincipalId.Parse("kaz-p1")), new(Pol, PrincipalId.Parse("pol-p1"))], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null),
            Phase = MeetingPhase.Confirmed,
            Duration = TimeSpan.FromMinutes(20),
        };
        await cluster.InitializeAsync();
        return cluster;
    }

}
