using Microsoft.Extensions.DependencyInjection;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Pages;
using SummitHub.Server.Tests.Board;
using SummitHub.Server.Tests.Hosting;
using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Pages;

/// <summary>What is estimated in the sample is marked wherever a page shows it.</summary>
public sealed class EstimateTests(SampleServer server)
{
    [Fact]
    public async Task Every_hour_and_place_that_is_an_estimate_is_marked_and_no_other()
    {
        using var desk = await server.SignInAsync("desk");
        await using var line = await BoardLine.OpenAsync(server.Address, desk);
        var snapshot = (await line.WatchAsync("all")).Snapshot!;
        var replica = await server.Services.GetRequiredService<ProgrammeReplicas>().FindAsync(SummitId.Parse("unga74"), TestContext.Current.CancellationToken);
        var naming = new Naming(replica!.Read(v => v.State.Summit!), new Wording("en"));
        var rows = snapshot.Meetings.Where(m => m.PlannedStart is not null && m.Source is not null).ToList();
        Assert.Contains(rows, m => m.Estimated.Contains("venue"));
        Assert.Contains(rows, m => m.Estimated.Contains("date"));
        Assert.Contains(rows, m => !m.Estimated.Contains("start") && m.Estimated.Contains("duration_minutes"));
        Assert.Contains(rows, m => m.Estimated.IsEmpty);
        foreach (var row in rows)
        {
            var view = BlockView.Of(row, null, naming.DayOf(row.PlannedStart!.Value), naming);
            bool Estimated(params string[] fields) => fields.Any(f => row.Estimated.Contains(f));
            Assert.Equal(
                (row.Id, Estimated("date", "start"), Estimated("date", "start", "duration_minutes"), Estimated("venue")),
                (row.Id, Marked(view.From), Marked(view.Until), Marked(view.Place)));
        }
        Assert.Contains(snapshot.Commitments, c => c.Estimated);
        Assert.All(snapshot.Commitments, c =>
        {
            var view = BlockView.Of(c, naming.DayOf(c.Start), naming);
            Assert.Equal((c.Estimated, c.Estimated), (Marked(view.From), Marked(view.Until)));
        });
    }

    private static bool Marked(string text) => text.StartsWith(BlockView.Estimate, StringComparison.Ordinal);
}
