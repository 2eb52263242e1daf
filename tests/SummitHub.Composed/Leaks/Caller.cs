using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>Somebody who does things as people do them, and whose calls must be answered with a yes.</summary>
internal sealed class Caller(HttpClient http) : IDisposable
{
    /// <summary>The interface of the sample's summit.</summary>
    public const string Api = "/api/summits/unga74";

    /// <summary>Signs in by the sample's links: <c>desk</c>, <c>LSO?role=reader</c>.</summary>
    public static async Task<Caller> SignInAsync(ComposedServer server, string who) => new(server.Client(await CookieAsync(server, who)));

    /// <summary>The session that a link of the sample gives.</summary>
    public static async Task<string?> CookieAsync(ComposedServer server, string who)
    {
        using var guest = server.Client(null);
        using var answer = await guest.GetAsync(new Uri($"/sample/as/{who}", UriKind.Relative));
        return CookieOf(answer);
    }

    /// <summary>The session that a link of an invitation gives.</summary>
    public static async Task<string?> JoinAsync(ComposedServer server, string secret)
    {
        using var guest = server.Client(null);
        using var answer = await guest.PostAsJsonAsync(new Uri("/join", UriKind.Relative), new { secret });
        return CookieOf(answer);
    }

    /// <summary>Asks for something.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await BodyAsync(path, answer);
    }

    /// <summary>Does something.</summary>
    public async Task<JsonElement> DoAsync(string path, object body, string? ifMatch = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        if (ifMatch is not null) call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await http.SendAsync(call);
        return await BodyAsync(path, answer);
    }

    /// <summary>Makes a link and answers its secret.</summary>
    public async Task<string> InviteAsync(string name, string role, string? delegation, double hours = 72) =>
        (await DoAsync($"{Api}/access/invitations", new { name, role, delegation, hours })).GetProperty("link").GetString()!.Split('#', 2)[1];

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        ? cookies.Last().Split(';')[0]
        : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} opened no session: {(int)answer.StatusCode}");

    private static async Task<JsonElement> BodyAsync(string path, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}: {text}");
        return text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement : default;
    }
}
