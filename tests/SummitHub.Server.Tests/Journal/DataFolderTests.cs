using Microsoft.Extensions.Logging.Abstractions;
using SummitHub.Grains.Journal;
using SummitHub.Server.Journal;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Journal;

public sealed class DataFolderTests
{
    [Fact]
    public async Task A_second_server_does_not_start_on_a_folder_that_is_in_use_and_does_when_it_is_free()
    {
        var folder = Directory.CreateTempSubdirectory("summithub-folder-").FullName;
        try
        {
            using (var first = ProofOn(folder))
            {
                await first.StartingAsync(TestContext.Current.CancellationToken);
                using var second = ProofOn(folder);
                var refused = await Assert.ThrowsAsync<JournalRefusedException>(() => second.StartingAsync(TestContext.Current.CancellationToken));
                Assert.StartsWith($"{folder} is in use by another server", refused.Message, StringComparison.Ordinal);
            }
            using var next = ProofOn(folder);
            await next.StartingAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_running_server_holds_its_folder()
    {
        await using var server = new ServerFactory(null, ("SummitHub:Sample", "none"));
        await server.OpenAsync();
        using var second = ProofOn(server.Folder);

        await Assert.ThrowsAsync<JournalRefusedException>(() => second.StartingAsync(TestContext.Current.CancellationToken));
    }

    private static StoreProof ProofOn(string folder) => new(
        new SummitHubOptions { Data = folder },
        new SqliteJournalStore(Path.Combine(folder, "another.db")),
        NullLogger<StoreProof>.Instance);
}
