using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Grains.Journal;
using SummitHub.Server.Tests.Access;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Journal;

public sealed class VerificationTests
{
    [Fact]
    public async Task A_log_that_was_changed_in_the_store_is_found_out_and_the_others_hold()
    {
        await using var server = new ServerFactory();
        await server.OpenAsync();
        // Signing in is the audit's first entry, and who reads the audit finds it written.
        using (var desk = await server.SignInAsync("desk")) await desk.ReadAsync($"{Doors.Door}/audit");

        var (code, said) = await VerifyAsync(server.Services, "unga74");
        Assert.True(code == 0, said);
        var head = (await server.Services.GetRequiredService<IJournalStore>().HeadAsync(Contracts.Summits.SummitId.Parse("unga74"), TestContext.Current.CancellationToken))!.Value;
        Assert.Contains($"programme: {head.Length} entries", said, StringComparison.Ordinal);
        Assert.Contains(head.Last.ToString(), said, StringComparison.Ordinal);
        Assert.Contains("audit: ", said, StringComparison.Ordinal);

        await using (var file = new SqliteConnection($"Data Source={Path.Combine(server.Folder, SummitHubOptions.JournalFile)};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = file.CreateCommand();
            change.CommandText = "UPDATE journal SET payload = payload || x'00' WHERE place = (SELECT min(place) + 2 FROM journal)";
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        (code, said) = await VerifyAsync(server.Services, "unga74");
        Assert.Equal(1, code);
        Assert.Contains("Entry 3 of unga74 does not follow from entry 2", said, StringComparison.Ordinal);
        Assert.Contains("audit: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "verify SUMMIT...")]
    [InlineData(1, "no summit has such a name", "Not A Name")]
    public async Task A_command_without_a_summit_says_what_it_wants(int exits, string says, params string[] names)
    {
        var (code, said) = await VerifyAsync(new ServiceCollection().AddSingleton(new JournalChain(new byte[32])).BuildServiceProvider(), names);

        Assert.Equal(exits, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> VerifyAsync(IServiceProvider services, params string[] names)
    {
        await using var output = new StringWriter();
        return (await Verification.RunAsync(services, names, output), output.ToString());
    }
}
