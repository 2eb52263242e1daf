using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace SummitHub.Browser.Tests.House;

/// <summary>Somebody who calls the HTTP interface under a session of his own.</summary>
internal sealed class Caller : IDisposable
{
    /// <summary>Where the sample's calls begin.</summary>
    public const string Summit = "/api/summits/unga74";

    private readonly HttpClient http;

    private Caller(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address, Timeout = Deadlines.Started };
        http.DefaultRequestHeaders.Add("X-SummitHub", "1");
    }

    /// <summary>Signs somebody in, such as <c>desk</c> or <c>KAZ?role=siteOfficer</c>.</summary>
    public static async Task<Caller> SignInAsync(Uri address, string who)
    {
        var caller = new Caller(address);
        using var answer = await caller.http.GetAsync($"/sample/as/{who}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return caller;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>What a call answers, whatever its status.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The meeting as this caller sees it.</summary>
    public async Task<JsonElement> MeetingAsync(string meeting) => JsonElement.Parse(await ReadAsync($"{Summit}/meetings/{meeting}"));

    /// <summary>Does something that is accepted, on the meeting's newest version.</summary>
    public Task<JsonElement> DoAsync(string meeting, string verb, object body) => PostAsync($"{Summit}/meetings/{meeting}/{verb}", body);

    /// <summary>Posts what is accepted.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        var (done, text) = await SendAsync(path, body);
        Assert.True(done, $"{path} was refused: {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <summary>Stops the sample's clock and its script.</summary>
    public Task StopClockAsync() => PostAsync("/sample/clock", new { play = false, pause = true });

    /// <summary>Books a meeting of two heads of delegation; null where the room is not free then.</summary>
    public async Task<Booked?> BookAsync(string one, string other, string start, int minutes, string venue)
    {
        var from = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        var (done, text) = await SendAsync($"{Summit}/meetings", new { parties = new[] { Head(one), Head(other) }, format = "bilateral", start = from, end = from.AddMinutes(minutes), venue });
        var answer = JsonElement.Parse(text);
        if (!done && answer.GetProperty("reason").GetString() is "roomTakenThen" or "roomNeedsItsGap") return null;
        Assert.True(done, $"{one} and {other} were refused: {text}");
        return new Booked(answer.GetProperty("meetings")[0].GetProperty("id").GetString()!, one, other, from, venue);
    }

    private async Task<(bool Done, string Text)> SendAsync(string path, object body)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        call.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await http.SendAsync(call);
        return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static object Head(string delegation) => new { delegation, principal = $"{delegation.ToLowerInvariant()}-p1" };
}

/// <summary>A meeting that a test has booked.</summary>
internal sealed record Booked(string Id, string One, string Other, DateTimeOffset Start, string Venue);
