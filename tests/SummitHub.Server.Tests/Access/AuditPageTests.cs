using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>The audit as a page: the newest hundred, and by "older" all that there was before, each once.</summary>
public sealed partial class AuditPageTests(SampleServer server)
{
    private const int Invited = 130;

    [Fact]
    public async Task Older_leads_from_page_to_page_until_all_has_been_read_once()
    {
        using var chief = await server.SignInAsync("TUV");
        for (var i = 0; i < Invited; i++) await chief.InviteAsync(Name(i), "reader", "TUV");

        var (read, pages) = (new List<string>(), 0);
        for (string? next = "/summits/unga74/people/audit"; next is not null; pages++)
        {
            Assert.True(pages < 20, "The pages lead round in a circle.");
            var html = await PageAsync(chief, next);
            read.AddRange(Guest().Matches(html).Select(m => m.Value));
            next = Older().Match(html) is { Success: true } older ? WebUtility.HtmlDecode(older.Groups["to"].Value) : null;
        }

        Assert.True(pages > 1);
        Assert.Equal(Enumerable.Range(0, Invited).Select(Name).Reverse(), read);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Guest no. {number:000}");

    private static async Task<string> PageAsync(HttpClient client, string path)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, path);
        call.Headers.Add("Accept", "text/html");
        using var answer = await client.SendAsync(call, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"Guest no\. \d{3}")]
    private static partial Regex Guest();

    [GeneratedRegex("""rel="next"[^>]*href="(?<to>[^"]+)"|href="(?<to>[^"]+)"[^>]*rel="next""")]
    private static partial Regex Older();
}
