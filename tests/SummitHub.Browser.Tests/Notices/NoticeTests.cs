using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Notices;

public sealed class NoticeTests(Stage stage)
{
    [Fact]
    public async Task A_change_rings_the_bell_of_whom_it_touches_is_noted_in_one_tap_and_no_third_delegation_hears_of_it()
    {
        var meeting = await stage.BookAsync("CRI", "PAN");
        await NoteAsync("CRI", meeting);
        await using var chief = await stage.OpenAsync("CRI", ReaderSetting.Phone);
        await using var officer = await stage.OpenAsync("CRI?role=controlOfficer");
        await using var third = await stage.OpenAsync("HND");
        var (list, board, foreign) = (await chief.OpenNoticesAsync(), await officer.OpenBoardAsync(), await third.OpenNoticesAsync());
        foreach (var reader in (Reader[])[chief, officer, third]) await reader.MarkAsync();
        var (bell, notice) = (board.Locator("#unread b"), list.Locator("#inbox li[data-of]", new() { HasText = "Flooded" }));
        var before = await bell.TextContentAsync();

        await using (var desk = await stage.OpenAsync("desk"))
        {
            var page = await desk.OpenMeetingAsync(meeting.Id);
            var form = await page.UnfoldAsync("room");
            await form.Field("venue").SelectOptionAsync("booth-04");
            await form.Field("reason").FillAsync("Flooded");
            await form.SendAsync();
        }
        await Expect(bell).ToHaveTextAsync($"{int.Parse(before!, System.Globalization.CultureInfo.InvariantCulture) + 1}");
        await Expect(notice).ToContainTextAsync("booth 4");
        await Expect(notice).ToContainTextAsync("Protocol desk");

        await notice.Locator("button[data-call$='/ack']").TapAsync();
        await Expect(notice).ToContainTextAsync("noted by");
        await Expect(notice.Locator("button")).ToHaveCountAsync(0);
        await Expect(bell).ToHaveTextAsync(before!);

        // A notice of its own comes to the third; so any other would have come before it.
        await stage.BookAsync("HND", "GTM");
        await Expect(foreign.Locator("#inbox li[data-of]")).ToHaveCountAsync(1);
        await Expect(foreign.Locator("#unread b")).ToHaveTextAsync("1");
        Assert.DoesNotContain("Flooded", (await third.ReadAsync($"{Caller.Summit}/delegations/HND/notices")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await third.ReadAsync($"{Caller.Summit}/delegations/CRI/notices")).Status);
        foreach (var reader in (Reader[])[chief, officer, third])
        {
            await reader.AssertNeverReloadedAsync();
            Assert.Empty(reader.Complaints);
        }
    }

    [Fact]
    public async Task What_rang_while_the_line_was_cut_is_on_the_bell_when_it_is_back()
    {
        var (seen, told) = (await stage.BookAsync("SLV", "NIC"), await stage.BookAsync("SLV", "DOM", "12:00"));
        await NoteAsync("SLV", told);
        await using var line = new Cable(stage.Server.Address);
        await using var reader = await stage.OpenAsync("SLV", new(Through: line.Address));
        var page = await reader.OpenMeetingAsync(seen.Id);
        await reader.MarkAsync();
        var before = int.Parse((await page.Locator("#unread b").TextContentAsync())!, System.Globalization.CultureInfo.InvariantCulture);

        line.Cut();
        await (await stage.AsAsync("desk")).DoAsync(told.Id, "move", new { start = "2019-09-24T12:40:00-04:00", end = "2019-09-24T13:00:00-04:00", venue = told.Venue, reason = "Asked for" });
        await Expect(page.Locator("[data-asof]")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bamber\b"), new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });
        line.Restore();

        await Expect(page.Locator("#unread b")).ToHaveTextAsync($"{before + 1}", new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });
        await reader.AssertNeverReloadedAsync();
    }

    /// <summary>Takes note of the booking, so that what comes after is news and does not take its place.</summary>
    private async Task NoteAsync(string delegation, Booked meeting)
    {
        var staff = await stage.AsAsync(delegation);
        var notices = $"{Caller.Summit}/delegations/{delegation}/notices";
        using var deadline = new CancellationTokenSource(Deadlines.Aged);
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            var items = System.Text.Json.JsonElement.Parse(await staff.ReadAsync(notices)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("notice"));
            if (items.FirstOrDefault(n => n.TryGetProperty("meeting", out var of) && of.GetString() == meeting.Id) is not { ValueKind: System.Text.Json.JsonValueKind.Object } notice) continue;
            await staff.PostAsync($"{notices}/{notice.GetProperty("id").GetString()}/ack", new { });
            return;
        }
    }
}
