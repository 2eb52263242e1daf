using System.Net;
using System.Text;
using System.Text.Json;

namespace SummitHub.Server.Tests.Hosting;

/// <summary>Calls as a client makes them.</summary>
internal static class Calls
{
    /// <summary>The status and body of a GET.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await BodyAsync(answer));
    }

    /// <summary>The status and body of a POST of JSON text.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this HttpClient client, string path, string json, string? ifMatch = null, string? key = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (ifMatch is not null) call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) call.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await client.SendAsync(call, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await BodyAsync(answer));
    }

    /// <summary>The <c>reason</c> of problem details.</summary>
    public static string? Reason(this JsonElement body) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("reason", out var reason) ? reason.GetString() : null;

    /// <summary>The body of an answer, where it is JSON.</summary>
    public static async Task<JsonElement> BodyAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement : default;
    }
}
