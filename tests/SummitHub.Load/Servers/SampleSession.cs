using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using SummitHub.Contracts.Access;

namespace SummitHub.Load.Servers;

/// <summary>A session of one of the sample's people, made by the sample's sign-in links.</summary>
internal static class SampleSession
{
    /// <summary>Signs in and answers a client that carries the session.</summary>
    public static async Task<HttpClient> SignIn(Uri server, string who, CancellationToken stop)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("Cookie", await Cookie(server, who, stop));
        http.DefaultRequestHeaders.Add("X-SummitHub", "load");
        return http;
    }

    /// <summary>Opens a session of the desk at a summit that is not the sample, through its grain, and answers a client that carries it.</summary>
    public static async Task<HttpClient> Admit(HubServer server, string summit, CancellationToken stop)
    {
        var secret = $"session.{summit}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        var reply = await client.Grains.GetGrain<IAccessGrain>(summit).Admit(new(PassId.Parse("load-desk"), SecretHash.Of(secret), Actors.Desk, Contracts.Access.SignIn.Sample, "load"));
        if (reply.Refusal is { } refusal) throw new InvalidOperationException($"The desk was not let in to {summit}: {refusal.Detail}");
        var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("Cookie", $"summithub={secret}");
        return http;
    }

    /// <summary>Signs in and answers the cookies as a header.</summary>
    public static async Task<string> Cookie(Uri server, string who, CancellationToken stop)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = server };
        using var answer = await http.GetAsync(new Uri($"/sample/as/{who}", UriKind.Relative), stop);
        var cookie = handler.CookieContainer.GetCookieHeader(server);
        return cookie.Length > 0 ? cookie : throw new InvalidOperationException($"/sample/as/{who} gave no session: {(int)answer.StatusCode}");
    }
}
