using System.Text.RegularExpressions;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Delegations;

/// <summary>What a third delegation gets of a meeting: not a byte. The same strings are first found where they belong.</summary>
public sealed partial class ForeignerTests(Stage stage)
{
    private const string Reason = "Basalt-reason-7743";
    private static readonly string[] Substance = ["helium-lease", "Zeolite-brief-4410", "Onyx-draft-5521", "Opal-offer-6632"];

    [Fact]
    public async Task No_page_no_frame_and_no_answer_that_a_third_delegation_gets_holds_anything_of_a_meeting()
    {
        await using var ours = new Cable(stage.Server.Address);
        await using var theirs = new Cable(stage.Server.Address);
        await using var hosts = new Cable(stage.Server.Address);
        await using var side = await stage.OpenAsync("PHL", new(Through: ours.Address));
        await using var third = await stage.OpenAsync("TON", new(Through: theirs.Address));
        await using var desk = await stage.OpenAsync("desk", new(Through: hosts.Address));
        var board = await third.OpenBoardAsync();
        await third.MarkAsync();
        await desk.OpenBoardAsync();

        var meeting = await HoldAsync();
        await side.OpenMeetingAsync(meeting.Id);
        await desk.OpenMeetingAsync(meeting.Id);
        // What concerns the third comes; so whatever came before it has come too.
        var own = await stage.BookAsync("TON", "TUV");
        await Expect(board.Locator($"[data-row='TON'] [data-of='{own.Id}']")).ToBeAttachedAsync();
        await third.AssertNeverReloadedAsync();
        await ReadAllAsync(third);

        Assert.All([.. Substance, Reason, meeting.Id], said => Assert.Contains(said, ours.Brought, StringComparison.Ordinal));
        Assert.All([Reason, meeting.Id], said => Assert.Contains(said, hosts.Brought, StringComparison.Ordinal));
        Assert.All(Substance, said => Assert.DoesNotContain(said, hosts.Brought, StringComparison.Ordinal));
        Assert.All([.. Substance, Reason, meeting.Id], said => Assert.DoesNotContain(said, theirs.Brought, StringComparison.Ordinal));
        await AssertIsLikeNothingAsync(third, meeting.Id);
    }

    private async Task<Booked> HoldAsync()
    {
        var meeting = await stage.BookAsync("PHL", "THA");
        using var chief = await Caller.SignInAsync(stage.Server.Address, "PHL");
        var outcome = $"{Caller.Summit}/meetings/{meeting.Id}/outcome";
        await chief.PostAsync($"{outcome}/brief", new { topics = new[] { Substance[0] }, notes = Substance[1] });
        await chief.PostAsync($"{outcome}/items", new { id = "one", kind = "project", text = Substance[2] });
        await chief.PostAsync($"{outcome}/items", new { id = "two", kind = "project", text = Substance[3] });
        await chief.PostAsync($"{outcome}/items/two/offer", new { });
        var desk = await stage.AsAsync("desk");
        await desk.DoAsync(meeting.Id, "move", new { start = "2019-09-24T16:00:00-04:00", end = "2019-09-24T16:20:00-04:00", venue = meeting.Venue, reason = Reason });
        await desk.DoAsync(meeting.Id, "milestone", new { milestone = "arrived", delegation = "THA" });
        return meeting;
    }

    private static async Task ReadAllAsync(Reader reader)
    {
        var page = await reader.OpenBoardAsync();
        await page.Locator("[data-search]").FillAsync("Philippines");
        await Expect(page.Locator(".rows a.block:visible:not(.dimmed)")).ToHaveCountAsync(0);
        await reader.OpenBoardAsync("room");
        await reader.OpenDayAsync("PHL");
        await reader.OpenDayAsync("TON");
        await reader.OpenNoticesAsync();
        await reader.ReadAsync("/summits/unga74/board?day=2019-09-24&all=1");
        foreach (var call in (string[])["programme?day=2019-09-24", "programme?day=2019-09-24&delegation=PHL", "programme", "events?since=0", "delegations/TON/notices", "delegations/PHL/notices", "delegations/THA/notices"])
            await reader.ReadAsync($"{Caller.Summit}/{call}");
    }

    /// <summary>Asked for by its name it is like a meeting that never was.</summary>
    private static async Task AssertIsLikeNothingAsync(Reader reader, string meeting)
    {
        const string Never = "m-000000000000";
        foreach (var path in (string[])[$"{Caller.Summit}/meetings/", "/summits/unga74/meetings/"])
        {
            var (real, never) = (await reader.ReadAsync(path + meeting), await reader.ReadAsync(path + Never));
            Assert.Equal(404, real.Status);
            Assert.Equal((never.Status, Bare(never.Text, Never)), (real.Status, Bare(real.Text, meeting)));
        }
        Assert.Equal(404, (await reader.ReadAsync($"{Caller.Summit}/meetings/{meeting}/outcome")).Status);
    }

    /// <summary>Without the name that was asked for, and the mark of the call.</summary>
    private static string Bare(string text, string asked) => Trace().Replace(text.Replace(asked, "", StringComparison.Ordinal), "");

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
