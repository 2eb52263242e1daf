using System.Net;
using System.Text.RegularExpressions;
using SummitHub.Server.Tests.Access;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Interchange;

/// <summary>The command by which a summit of one's own begins.</summary>
public sealed partial class FoundingTests : IAsyncLifetime
{
    private readonly ServerFactory server = new(null, ("SummitHub:Sample", "none"));
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-founding-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in (string[])["member-states.csv", "venues.json"]) File.Copy(Path.Combine(SampleFolder.Path, file), Path.Combine(folder, file));
        await WriteAsync("rules.json", (await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "rules.json"))).Replace("\"usa-p1\"", "\"fra-p1\"", StringComparison.Ordinal));
        await WriteAsync("people.csv", "code,name,title,level\nFRA,Élise Martin,Minister for Europe,M\n");
        await WriteAsync("summit.json", (await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "summit.json"))).Replace("high-level week", "a week of our own", StringComparison.Ordinal));
        await server.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_summit_is_founded_of_a_folder_and_its_first_officer_comes_in_once()
    {
        var (code, said) = await FoundAsync(folder, "Amina Diallo");
        Assert.True(code == 0, said);

        using var officer = server.Anonymous();
        using var other = server.Anonymous();
        var link = Link().Match(said).Groups["secret"].Value;
        Assert.Equal(HttpStatusCode.OK, (await officer.JoinAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await other.JoinAsync(link)).Status);
        var (status, summit) = await officer.ReadAsync(Doors.Api);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith("a week of our own", summit.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Élise Martin"], summit.GetProperty("principals").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Founding_again_enters_nothing_twice_and_makes_another_link()
    {
        var first = await FoundAsync(folder, "Amina Diallo");
        var again = await FoundAsync(folder, "Amina Diallo");

        Assert.Equal((0, 0), (first.Code, again.Code));
        Assert.NotEqual(Link().Match(first.Said).Value, Link().Match(again.Said).Value);
        Assert.Contains("1 steps, 0 refused", again.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"to\": \"2019-09-30\"", "\"to\": \"2019-09-21\"", "summit.json, line 6, to: It is before 2019-09-22")]
    [InlineData("America/New_York", "America/Nowhere", "summit.json, line 4, time_zone: 'America/Nowhere' is no IANA time zone")]
    [InlineData("\"unga74\"", "\"our week\"", "summit.json, line 2, event: 'our week' is not a SummitId")]
    public async Task What_is_wrong_with_a_folder_is_said_and_founds_nothing(string before, string after, string says)
    {
        var head = await File.ReadAllTextAsync(Path.Combine(folder, "summit.json"), TestContext.Current.CancellationToken);
        await WriteAsync("summit.json", head.Replace(before, after, StringComparison.Ordinal));

        var (code, said) = await FoundAsync(folder, "Amina Diallo");

        Assert.Equal(1, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.DoesNotContain("/join#", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_its_words_says_what_it_wants()
    {
        var (code, said) = await FoundAsync(folder);

        Assert.Equal(2, code);
        Assert.StartsWith("found FOLDER NAME", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> FoundAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return (await Founding.RunAsync(server.Services, args, output), output.ToString());
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text);

    [GeneratedRegex(@"/join#(?<secret>\S+)")]
    private static partial Regex Link();
}
