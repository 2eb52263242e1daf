using System.Collections.Immutable;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>Those who may not know: from outside, from beside, from before, and from the very delegation that holds the meeting.</summary>
internal static class Cast
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(10);

    /// <summary>Signs them in. The invitation of one of them was made when the clock was slow, so that it has expired.</summary>
    public static async Task<ImmutableArray<Observer>> EnterAsync(ComposedServer server)
    {
        using var desk = await Caller.SignInAsync(server, "desk");
        await desk.DoAsync("/sample/clock", new { play = false, pause = true });
        using var lesotho = await Caller.SignInAsync(server, "LSO");
        server.Time.Shift(-Slow);
        var late = await lesotho.InviteAsync("Late guest", "notetaker", "LSO", hours: 0.1);
        server.Time.Shift(Slow);

        var former = await Caller.JoinAsync(server, await lesotho.InviteAsync("Former notetaker", "notetaker", "LSO"));
        var member = (await lesotho.ReadAsync($"{Caller.Api}/access")).GetProperty("people").EnumerateArray().Single(m => m.ToString().Contains("Former notetaker", StringComparison.Ordinal));
        await lesotho.DoAsync($"{Caller.Api}/access/members/{member.GetProperty("who").GetProperty("id").GetString()}/remove", new { });
        var officer = await desk.InviteAsync("Second officer", "desk", null);
        var press = await lesotho.InviteAsync("Press officer", "press", "LSO");
        return
        [
            await ByLinkAsync(server, "foreign delegation", "BWA"),
            new("stranger", server, null, null),
            new("expired invitation", server, $"summithub={late}", null),
            new("revoked session", server, former, null),
            new("press reader", server, await Caller.JoinAsync(server, press), async () => await Caller.JoinAsync(server, await PressAgainAsync(server))),
            await ByLinkAsync(server, "reader of a side", "LSO?role=reader"),
            await ByLinkAsync(server, "display", "wall"),
            new("rest of the desk", server, await Caller.JoinAsync(server, officer), async () => await Caller.JoinAsync(server, await OfficerAgainAsync(server))) { SeesHolds = true },
        ];
    }

    private static async Task<Observer> ByLinkAsync(ComposedServer server, string name, string who) =>
        new(name, server, await Caller.CookieAsync(server, who), async () => await Caller.CookieAsync(server, who));

    private static async Task<string> OfficerAgainAsync(ComposedServer server)
    {
        using var desk = await Caller.SignInAsync(server, "desk");
        return await desk.InviteAsync("Another officer", "desk", null);
    }

    private static async Task<string> PressAgainAsync(ComposedServer server)
    {
        using var lesotho = await Caller.SignInAsync(server, "LSO");
        return await lesotho.InviteAsync("Press officer", "press", "LSO");
    }
}
