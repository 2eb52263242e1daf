using Microsoft.Extensions.DependencyInjection;
using SummitHub.Composed.Leaks;
using SummitHub.Composed.Servers;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>
/// The small form of the verb <c>leaks</c>: every door that the running server has, tried by those who may not know of a confidential meeting while it is created,
/// prepared, moved and concluded. Times are measured by the verb alone, on a machine that does nothing else.
/// </summary>
public sealed class LeakTests(SampleServer sample)
{
    [Fact]
    public async Task No_door_tells_of_a_confidential_meeting_by_words_names_statuses_sizes_or_changes()
    {
        var report = await SearchAsync(null, null);
        Assert.Empty(report.Leaks);
        Assert.True(report.Doors > 60 && report.HubMethods >= 2 && report.Observers == 8, $"{report}");
        Assert.True(report.Tries > 10_000, $"Only {report.Tries} tries.");
    }

    [Fact]
    public async Task A_page_whose_guard_was_taken_out_is_found_and_no_other()
    {
        var report = await SearchAsync(Holes.OnePageForgetsWhoAsks, door => door.IsPage);
        Assert.NotEmpty(report.Leaks);
        Assert.All(report.Leaks, leak => Assert.Equal(Holes.Page, leak.Door));
        Assert.Contains(report.Leaks, leak => leak.What == "tells by its status");
        Assert.Contains(report.Leaks, leak => leak.What.StartsWith("says ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_blank_of_every_door_is_filled_and_every_body_is_written()
    {
        var doors = DoorList.Of(sample.Services);
        Assert.All(doors, door => Assert.All(Tries.Of(door, SecretMeeting.Nowhere, DateTimeOffset.UnixEpoch, ["move"]), call => Assert.DoesNotContain('{', call.Path)));
        var bodies = doors.Where(door => door.Body is not null).ToList();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, door => Assert.Contains(Tries.Of(door, SecretMeeting.Nowhere, DateTimeOffset.UnixEpoch, ["move"]), call => call.Body!.Contains(':', StringComparison.Ordinal)));
    }

    // Differences that are all alike in size share one rank, so the statistic is that of the signs alone and its p can be written down.
    [Theory]
    [InlineData(150, 1, 0)]
    [InlineData(170, 0.020921, 1)]
    [InlineData(130, 0.020921, -1)]
    [InlineData(180, 0.00053201, 1)]
    public void A_lean_of_300_pairs_counts_as_the_signed_rank_test_says(int longer, double expected, int expectedSide)
    {
        var (p, side) = Ranks.Test([.. Enumerable.Range(0, 300).Select(i => i < longer ? 7.0 : -7.0)]);
        Assert.InRange(p, expected * 0.995, expected * 1.005);
        Assert.Equal(expectedSide, side);
    }

    [Fact]
    public void A_lean_that_chance_explains_is_none_and_one_of_a_tenth_of_the_spread_is_found_in_enough_pairs()
    {
        var chance = new Random(74);
        double Noise() => Enumerable.Range(0, 12).Sum(_ => chance.NextDouble()) - 6;
        var noise = Enumerable.Range(0, 4000).Select(_ => Noise()).ToList();
        Assert.True(Ranks.Test(noise).P > 0.001);
        Assert.True(Ranks.Test([.. noise.Select(n => n + 0.1)]).P < 0.001);
    }

    private static async Task<SearchReport> SearchAsync(Action<IServiceCollection>? parts, Func<Door, bool>? only)
    {
        await using var server = new ComposedServer(parts);
        await server.OpenAsync(TestContext.Current.CancellationToken);
        return await new Search(server, samples: 0, guesses: 2, new Random(74), _ => { }, only).RunAsync(TestContext.Current.CancellationToken);
    }
}
