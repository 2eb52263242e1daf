using System.Collections.Immutable;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>A confidential meeting of Lesotho and Eswatini, and what it is about. Nobody else ever writes these words or names these minutes.</summary>
internal sealed class SecretMeeting(Caller officer, Caller lesotho, Caller eswatini) : IDisposable
{
    /// <summary>A name of the same form that no meeting has.</summary>
    public const string Nowhere = "m-0123456789ab";

    private const string OtherDay = "2019-09-29", Room = "booth-16";
    private static readonly string[] Words = ["quagga treaty", "okapi quota", "aardwolf visit", "springhaas road", "a dikdik breakfast", "a suricate cause"];
    private readonly List<string> _names = [];

    /// <summary>Its name.</summary>
    public string Id { get; private set; } = Nowhere;

    /// <summary>What nobody else may be told: its words, its hours to the minute, its names.</summary>
    public ImmutableArray<string> Markers => [.. Words, "T13:07", "T17:07", "T13:22", "T17:22", "13:07", "13:22", .. _names];

    /// <summary>What is done with it, step by step.</summary>
    public ImmutableArray<(string Name, Func<Task> Do)> Steps =>
        [("created", CreateAsync), ("prepared", PrepareAsync), ("moved", () => MoveAsync(Fill.Day)), ("concluded", ConcludeAsync)];

    /// <summary>Signs in those who hold it.</summary>
    public static async Task<SecretMeeting> OfAsync(ComposedServer server) =>
        new(await Caller.SignInAsync(server, "desk"), await Caller.SignInAsync(server, "LSO"), await Caller.SignInAsync(server, "SWZ"));

    /// <summary>Moves it to a day, at its own hour.</summary>
    public Task MoveAsync(string day) => Do("move", new { start = $"{day}T13:07:00-04:00", end = $"{day}T13:22:00-04:00", venue = Room, reason = Words[4] });

    /// <summary>Moves it to another day than the one that is asked about.</summary>
    public Task MoveAwayAsync() => MoveAsync(OtherDay);

    /// <inheritdoc/>
    public void Dispose()
    {
        officer.Dispose();
        lesotho.Dispose();
        eswatini.Dispose();
    }

    private async Task CreateAsync()
    {
        var parties = new[] { new { delegation = "LSO", principal = "lso-p1" }, new { delegation = "SWZ", principal = "swz-p1" } };
        var body = new { parties, start = $"{Fill.Day}T13:02:00-04:00", end = $"{Fill.Day}T13:17:00-04:00", venue = Room, visibility = "confidential" };
        Id = (await officer.DoAsync($"{Caller.Api}/meetings", body)).GetProperty("meetings")[0].GetProperty("id").GetString()!;
        _names.Add(Id);
    }

    private async Task PrepareAsync()
    {
        await lesotho.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/brief", new { topics = new[] { Words[0] }, notes = "" });
        await eswatini.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/brief", new { topics = new[] { Words[1] }, notes = "" });
        await eswatini.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/items", new { id = "aardwolf-item", kind = "project", text = Words[2] });
        await eswatini.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/items", new { id = "springhaas-item", kind = "project", text = Words[3] });
        await eswatini.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/items/springhaas-item/offer", new { });
        _names.AddRange(["aardwolf-item", "springhaas-item"]);
    }

    private async Task ConcludeAsync()
    {
        await Do("late", new { end = $"{Fill.Day}T13:27:00-04:00", cause = Words[5] });
        await lesotho.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/items/springhaas-item/accept", new { });
        await Do("cancel", new { reason = Words[5] });
        await lesotho.DoAsync($"{Caller.Api}/meetings/{Id}/outcome/settle", new { @as = "noSubstantiveOutcome" });
    }

    private Task Do(string verb, object body) => officer.DoAsync($"{Caller.Api}/meetings/{Id}/{verb}", body, "*");
}
