using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class JournalKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-key-").FullName;

    private string Path => System.IO.Path.Combine(folder, "keys", "journal.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task All_who_make_the_key_at_once_get_the_same()
    {
        for (var round = 0; round < 50; round++)
        {
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(JournalKey.LoadOrCreate(Path).Span))));

            Assert.Single(keys.Distinct());
            Assert.Equal(keys[0], Convert.ToHexString(await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken)));
            File.Delete(Path);
        }
    }

    [Fact]
    public void Only_its_owner_may_read_the_key()
    {
        JournalKey.LoadOrCreate(Path);

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void A_file_that_is_no_key_is_refused_and_left_as_it_is(int zeros)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllBytes(Path, new byte[zeros]);

        var refused = Assert.Throws<JournalRefusedException>(() => JournalKey.LoadOrCreate(Path));

        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(zeros, new FileInfo(Path).Length);
    }
}
