using System.Diagnostics;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>Somebody who may not know of the meeting, and what he carries.</summary>
/// <param name="name">As findings call him.</param>
/// <param name="server">The server.</param>
/// <param name="cookie">What he carries.</param>
/// <param name="enter">Signs him in anew, where he signed himself out; null for who cannot.</param>
internal sealed class Observer(string name, ComposedServer server, string? cookie, Func<Task<string?>>? enter) : IDisposable
{
    private HttpClient _http = server.Client(cookie);

    /// <summary>As findings call him.</summary>
    public string Name => name;

    /// <summary>What he carries now.</summary>
    public string? Cookie { get; private set; } = cookie;

    /// <summary>How many calls he has made.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether others' business shows on his board, as plain blocks: the desk.</summary>
    public bool SeesHolds { get; init; }

    /// <summary>Asks, and reads the answer to its end.</summary>
    public async Task<Answered> AskAsync(Try call, CancellationToken stop)
    {
        Calls++;
        using var message = call.Message();
        using var answer = await _http.SendAsync(message, stop);
        var answered = await Answered.OfAsync(answer, stop);
        if (!call.Door.Reads && answer.IsSuccessStatusCode && answer.Headers.Contains("Set-Cookie")) await EnterAgainAsync();
        return answered;
    }

    /// <summary>How long an answer takes, in ticks of <see cref="Stopwatch"/>.</summary>
    public async Task<long> TimeAsync(Try call, CancellationToken stop)
    {
        Calls++;
        using var message = call.Message();
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseContentRead, stop);
        return Stopwatch.GetTimestamp() - began;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task EnterAgainAsync()
    {
        if (enter is null) return;
        _http.Dispose();
        Cookie = await enter();
        _http = server.Client(Cookie);
    }
}
