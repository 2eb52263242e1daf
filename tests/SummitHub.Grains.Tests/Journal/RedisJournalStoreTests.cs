using StackExchange.Redis;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class RedisJournalStoreTests(RedisServer redis) : JournalStoreTests
{
    [Theory]
    [InlineData("appendonly", "--appendonly", "no", "--maxmemory-policy", "noeviction")]
    [InlineData("appendfsync", "--appendonly", "yes", "--appendfsync", "everysec")]
    [InlineData("maxmemory-policy", "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "allkeys-lru")]
    [InlineData("no-appendfsync-on-rewrite", "--appendonly", "yes", "--appendfsync", "always", "--no-appendfsync-on-rewrite", "yes")]
    public async Task A_redis_that_may_lose_what_it_acknowledged_is_refused_by_the_name_of_the_setting(string setting, params string[] settings)
    {
        await using var careless = await RedisServer.StartAsync(settings);
        await using var store = new RedisJournalStore(careless.ConnectionString);

        var refused = await Assert.ThrowsAsync<JournalRefusedException>(async () => await store.ProveAsync(Deadline));

        Assert.Contains($"has {setting} ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redis_that_does_not_answer_is_refused()
    {
        await using var store = new RedisJournalStore("127.0.0.1:1,connectTimeout=300,connectRetry=1");

        await Assert.ThrowsAsync<JournalRefusedException>(async () => await store.ProveAsync(Deadline));
    }

    [Fact]
    public async Task A_redis_that_forgot_the_scripts_is_told_them_again()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        await using (var admin = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",allowAdmin=true"))
        {
            await admin.GetServers()[0].ScriptFlushAsync();
        }

        head = await store.AppendAsync(Summit, head, Seal(head, "one"), Deadline);

        Assert.Equal(head, await store.HeadAsync(Summit, Deadline));
    }

    [Fact]
    public async Task A_redis_that_was_killed_has_all_that_was_acknowledged_and_the_store_finds_it_again()
    {
        await using var own = await RedisServer.StartAsync();
        await using var store = new RedisJournalStore(own.ConnectionString);
        var writer = new JournalWriter(store, Chain, Summit, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline));
        for (var i = 0; i < 20; i++)
        {
            writer.Add(new byte[100]);
            await writer.Confirmed();
        }

        await own.KillAndStartAgainAsync();

        var found = await HeadWithinAsync(store, TimeSpan.FromSeconds(15));
        Assert.Equal(writer.Head, found);
        var next = await store.AppendAsync(Summit, found, Seal(found, "after"), Deadline);
        Assert.Equal(21, next.Length);
    }

    [Fact]
    public async Task Entries_stand_in_the_list_as_hash_and_payload_beside_the_epoch_as_text()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var entry = Seal(head, "one")[0];
        await store.AppendAsync(Summit, head, [entry], Deadline);

        await using var reader = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var kept = (byte[])(await reader.GetDatabase().ListGetByIndexAsync($"summithub:{{{Summit}}}:log", 0))!;
        Assert.Equal($"{entry.Hash}6f6e65", Convert.ToHexStringLower(kept));
        Assert.Equal(head.Epoch.ToString("D"), (string?)await reader.GetDatabase().StringGetAsync($"summithub:{{{Summit}}}:epoch"));
    }

    protected override IJournalStore OpenStore() => new RedisJournalStore(redis.ConnectionString);

    protected override async Task LoseEpochAsync()
    {
        await using var other = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await other.GetDatabase().KeyDeleteAsync($"summithub:{{{Summit}}}:epoch");
    }

    private async Task<JournalHead> HeadWithinAsync(RedisJournalStore store, TimeSpan limit)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return (await store.HeadAsync(Summit, Deadline))!.Value;
            }
            catch (Exception away) when ((away is RedisException or TimeoutException) && waited.Elapsed < limit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Deadline);
            }
        }
    }
}
