using System.Net;

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
