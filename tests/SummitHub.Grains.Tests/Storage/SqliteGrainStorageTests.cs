using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Tests.Storage;

public sealed class SqliteGrainStorageTests : IAsyncLifetime
{
    private const string Name = "note";
    private static readonly GrainId Grain = GrainId.Create("test.note", "unga74/one");
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-").FullName;
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private SqliteGrainStorage _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await Open();

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_never_written_reads_as_new()
    {
        var state = await Read();
        Assert.Equal(("", null, false), (state.State!.Text, state.ETag, state.RecordExists));
    }

    [Fact]
    public async Task What_was_written_is_read_back_after_reopening()
    {
        var written = new GrainState<NoteState>(new() { Text = "Қазақстан" });
        await _storage.WriteStateAsync(Name, Grain, written);
        await _storage.DisposeAsync();
        _storage = await Open();
        var state = await Read();
        Assert.Equal(("Қазақстан", written.ETag, true), (state.State!.Text, state.ETag, state.RecordExists));
    }

    [Fact]
    public async Task States_of_two_names_and_two_grains_are_apart()
    {
        await _storage.WriteStateAsync(Name, Grain, new GrainState<NoteState>(new() { Text = "a" }));
        await _storage.WriteStateAsync("other", Grain, new GrainState<NoteState>(new() { Text = "b" }));
        await _storage.WriteStateAsync(Name, GrainId.Create("test.note", "unga74/two"), new GrainState<NoteState>(new() { Text = "c" }));
        Assert.Equal("a", (await Read()).State!.Text);
    }

    [Fact]
    public async Task A_write_on_a_stale_state_is_refused_and_leaves_what_is_stored()
    {
        var first = await Read();
        var second = await Read();
        first.State!.Text = "first";
        await _storage.WriteStateAsync(Name, Grain, first);
        second.State!.Text = "second";
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync(Name, Grain, second));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync(Name, Grain, second));
        Assert.Equal("first", (await Read()).State!.Text);
    }

    [Fact]
    public async Task A_state_cleared_and_written_again_is_not_the_one_before()
    {
        var old = new GrainState<NoteState>(new() { Text = "old" });
        await _storage.WriteStateAsync(Name, Grain, old);
        var cleared = await Read();
        await _storage.ClearStateAsync(Name, Grain, cleared);
        Assert.Equal(("", null, false), (cleared.State!.Text, cleared.ETag, cleared.RecordExists));
        Assert.False((await Read()).RecordExists);
        await _storage.WriteStateAsync(Name, Grain, new GrainState<NoteState>(new() { Text = "new" }));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync(Name, Grain, old));
    }

    [Fact]
    public async Task Of_many_writers_at_once_exactly_one_wins_and_the_others_grains_are_all_kept()
    {
        var rivals = Enumerable.Range(0, 50).Select(i => Try(Grain, $"rival {i}")).ToArray();
        var others = Enumerable.Range(0, 300).Select(i => Try(GrainId.Create("test.note", $"unga74/n{i}"), $"{i}")).ToArray();
        Assert.Single(await Task.WhenAll(rivals), won => won);
        Assert.All(await Task.WhenAll(others), won => Assert.True(won));
    }

    [Fact]
    public async Task The_payload_names_types_by_alias_never_by_class()
    {
        await _storage.WriteStateAsync(Name, Grain, new GrainState<NoteState>(new() { Text = "x", Extra = new NoteExtra { Number = 7 } }));
        await _storage.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder, "grains.db"), TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().IndexOf("test.NoteExtra"u8) > 0);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("SummitHub.Grains"u8));
    }

    [Fact]
    public async Task A_file_of_another_format_is_refused()
    {
        var path = Path.Combine(_folder, "later.db");
        await using (var later = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await later.OpenAsync(TestContext.Current.CancellationToken);
            await using var raise = later.CreateCommand();
            raise.CommandText = "PRAGMA user_version = 7";
            await raise.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var refusal = Assert.Throws<InvalidOperationException>(() => new StateFile(path));
        Assert.Contains("format 7", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<bool> Try(GrainId grain, string text)
    {
        try
        {
            await _storage.WriteStateAsync(Name, grain, new GrainState<NoteState>(new() { Text = text }));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    private async Task<GrainState<NoteState>> Read()
    {
        var state = new GrainState<NoteState>();
        await _storage.ReadStateAsync(Name, Grain, state);
        return state;
    }

    private async Task<SqliteGrainStorage> Open()
    {
        var storage = new SqliteGrainStorage(
            "test",
            Path.Combine(_folder, "grains.db"),
            new OrleansGrainStorageSerializer(_services.GetRequiredService<Serializer>()),
            _services.GetRequiredService<IActivatorProvider>(),
            null!,
            NullLogger<SqliteGrainStorage>.Instance);
        var lifecycle = new SiloLifecycleSubject(NullLogger<SiloLifecycleSubject>.Instance);
        storage.Participate(lifecycle);
        await lifecycle.OnStart(TestContext.Current.CancellationToken);
        return storage;
    }
}

[GenerateSerializer, Alias("test.NoteState")]
internal sealed class NoteState
{
    [Id(0)]
    public string Text { get; set; } = "";

    [Id(1)]
    public object? Extra { get; set; }
}

[GenerateSerializer, Alias("test.NoteExtra")]
internal sealed class NoteExtra
{
    [Id(0)]
    public int Number { get; set; }
}
