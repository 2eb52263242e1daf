using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>Ways in, as people and scripts take them.</summary>
internal static class Doors
{
    public const string Api = "/api/summits/unga74";
    public const string Door = $"{Api}/access";

    /// <summary>The secret of a link that was made.</summary>
    public static string SecretOf(this JsonElement made) => made.GetProperty("link").GetString()!.Split('#', 2)[1];

    /// <summary>Makes a link and answers its secret.</summary>
    public static async Task<string> InviteAsync(this HttpClient host, string name, string role, string? delegation)
    {
        var (status, made) = await host.SendAsync($"{Door}/invitations", JsonSerializer.Serialize(new { name, role, delegation }));
        Assert.Equal(HttpStatusCode.OK, status);
        return made.SecretOf();
    }

    /// <summary>Uses a link; the client keeps what it opens.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> JoinAsync(this HttpClient guest, string secret, string? key = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, "/join") { Content = new StringContent(JsonSerializer.Serialize(new { secret }), System.Text.Encoding.UTF8, "application/json") };
        if (key is not null) call.Headers.Add("Idempotency-Key", key);
        using var answer = await guest.SendAsync(call, TestContext.Current.CancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            guest.DefaultRequestHeaders.Remove("Cookie");
            // Signing out what was here before also sets the cookie; the last one counts, as in a browser.
            guest.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Last().Split(';')[0]);
        }
        return (answer.StatusCode, await answer.BodyAsync());
    }

    /// <summary>A client that carries a token and nothing else, not even the header of our own page.</summary>
    public static HttpClient WithToken(this SampleServer server, string token)
    {
        var script = server.Anonymous();
        script.DefaultRequestHeaders.Remove("X-SummitHub");
        script.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return script;
    }

    /// <summary>A line to the hub with what the client carries.</summary>
    public static HubConnection LineTo(this HttpClient client, Uri server) => new HubConnectionBuilder()
        .WithUrl(new Uri(server, "/hubs/board"), http =>
        {
            foreach (var name in (string[])["Cookie", "Authorization"])
            {
                if (client.DefaultRequestHeaders.TryGetValues(name, out var values)) http.Headers.Add(name, values.Single());
            }
        })
        .Build();

    /// <summary>The status and the reason.</summary>
    public static (HttpStatusCode Status, string? Reason) Said(this (HttpStatusCode Status, JsonElement Body) answer) => (answer.Status, answer.Body.Reason());
}
