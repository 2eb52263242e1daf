using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using SummitHub.Server.Pages;
using SummitHub.Server.Tests.Hosting;
using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Pages;

/// <summary>A page that cannot be shown is a page that says so in words.</summary>
public sealed class AbsentTests(SampleServer server)
{
    [Theory]
    [InlineData("desk", "/summits/unga74/meetings/nothing-here", HttpStatusCode.NotFound, "notFound")]
    [InlineData("desk", "/summits/no-such-summit/board", HttpStatusCode.NotFound, "notFound")]
    [InlineData("desk", "/summits/unga74/notices", HttpStatusCode.NotFound, "notFound")]
    [InlineData("desk", "/nowhere/at/all", HttpStatusCode.NotFound, "notFound")]
    [InlineData(null, "/summits/unga74/board", HttpStatusCode.Forbidden, "forbidden")]
    public async Task A_page_that_is_not_there_or_not_for_the_reader_says_so_in_his_language(string? who, string path, HttpStatusCode status, string told)
    {
        using var client = who is null ? server.Anonymous() : await server.SignInAsync(who);
        foreach (var language in WordBook.Languages)
        {
            var (answered, page) = await OpenAsync(client, $"{path}?lang={language}");
            Assert.Equal(status, answered);
            Assert.Contains($"<h1>{new Wording(language)[$"{told}.title"]}</h1>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_fails_says_so_and_nothing_of_what_went_wrong_inside()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPages();
        await using var app = builder.Build();
        app.UsePages();
        app.MapGet("/broken", string () => throw new InvalidOperationException("a secret of the house"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var (status, page) = await OpenAsync(client, "/broken?lang=en");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($"<h1>{new Wording("en")["failed.title"]}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> OpenAsync(HttpClient client, string path)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, path);
        call.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(call, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
