using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Tests.Keys;

public sealed class KeyFileTests : IDisposable
{
    private const string Chain = "chain AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private const string First = "master 1 AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
    private const string Second = "master autumn-2019 AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-key-").FullName;

    private string Path => System.IO.Path.Combine(folder, "keys", "summithub.keys");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task All_who_make_the_file_at_once_get_the_same_keys()
    {
        for (var round = 0; round < 50; round++)
        {
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(KeyFile.LoadOrCreate(Path).Chain.Span))));

            Assert.Single(keys.Distinct());
            Assert.Equal(keys[0], Convert.ToHexString(KeyFile.Load(Path).Chain.Span));
            File.Delete(Path);
        }
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        KeyFile.LoadOrCreate(Path);

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public void The_last_master_wraps_and_all_are_there_to_unwrap()
    {
        var file = KeyFile.Parse($"# ours\n\n{Chain}\r\n{First}\n  {Second}\n", "keys");

        Assert.Equal(Enumerable.Repeat((byte)1, KeyFile.KeySize), file.Chain.ToArray());
        Assert.Equal(("autumn-2019", "1"), (file.Current.Name, file.Master("1").Name));
        Assert.True(file.IsOutdated(file.Master("1").Wrap([9], "x")));
        Assert.False(file.IsOutdated(file.Current.Wrap([9], "x")));
        Assert.Contains("'2018'", Assert.Throws<KeysRefusedException>(() => file.Master("2018")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "must hold a line")]
    [InlineData(Chain, "must hold a line")]
    [InlineData(First, "must hold a line")]
    [InlineData(Chain + "\n" + First + "\n" + First, "Line 3")]
    [InlineData(Chain + "\n" + Chain + "\n" + First, "Line 2")]
    [InlineData(Chain + "\nmaster Two AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=", "Line 2")]
    [InlineData("chain AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n" + First, "Line 1")]
    [InlineData("chain AQEBAQEBAQ==\n" + First, "Line 1")]
    [InlineData("chain not-base64\n" + First, "Line 1")]
    [InlineData("something else", "Line 1")]
    public void A_file_of_something_else_is_refused_by_its_line_and_left_as_it_is(string text, string says)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text == "" ? "\n" : text);
        var before = File.ReadAllText(Path);

        var refused = Assert.Throws<KeysRefusedException>(() => KeyFile.LoadOrCreate(Path));

        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AQEB", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path));
    }

    [Fact]
    public void A_file_that_is_named_is_never_made() => Assert.Contains(Path, Assert.Throws<KeysRefusedException>(() => KeyFile.Load(Path)).Message, StringComparison.Ordinal);
}
