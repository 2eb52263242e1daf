using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

public sealed class FloorTests(Stage stage)
{
    [Fact]
    public async Task What_a_site_officer_taps_on_his_phone_is_on_the_pages_of_the_other_side_and_the_desk()
    {
        var meeting = await stage.BookAsync("BGD", "LKA");
        await using var officer = await stage.OpenAsync("BGD?role=siteOfficer", ReaderSetting.Phone);
        await using var other = await stage.OpenAsync("LKA");
        await using var desk = await stage.OpenAsync("desk");
        var (phone, sheet, board) = (await officer.OpenMeetingAsync(meeting.Id), await other.OpenMeetingAsync(meeting.Id), await desk.OpenBoardAsync());
        foreach (var reader in (Reader[])[officer, other, desk]) await reader.MarkAsync();
        var block = board.Locator($"[data-row='LKA'] [data-of='{meeting.Id}']");
        await Expect(phone.Milestone("arrived", "LKA")).ToHaveCountAsync(0);

        await phone.Milestone("arrived", "BGD").TapAsync();
        await Expect(sheet.Locator("#floor")).ToContainTextAsync("arrived 10:40");
        await Expect(block).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("onTheWay"));

        await phone.Milestone("started").TapAsync();
        await Expect(sheet.Locator("#head .inProgress").First).ToBeVisibleAsync();
        await Expect(block).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("inProgress"));

        await phone.Milestone("ended").TapAsync();
        await Expect(sheet.Locator("#head .outcomePending").First).ToBeVisibleAsync();
        await Expect(block).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("ended"));
        await Expect(phone.Locator("#floor button")).ToHaveCountAsync(0);
        foreach (var reader in (Reader[])[officer, other, desk])
        {
            await reader.AssertNeverReloadedAsync();
            Assert.Empty(reader.Complaints);
        }
    }

    [Fact]
    public async Task A_delay_is_reported_in_two_taps_and_the_other_side_reads_the_new_hour_and_why()
    {
        var meeting = await stage.BookAsync("KHM", "LAO");
        await using var officer = await stage.OpenAsync("KHM?role=siteOfficer", ReaderSetting.Phone);
        await using var other = await stage.OpenAsync("LAO", ReaderSetting.Phone);
        var (phone, day) = (await officer.OpenMeetingAsync(meeting.Id), await other.OpenDayAsync("LAO"));

        await phone.Locator("#act-late > summary").TapAsync();
        await phone.Locator("#act-late form").SendAsync();

        var entry = day.Locator($"#day [data-of='{meeting.Id}']");
        await Expect(entry).ToContainTextAsync("11:10");
        await Expect(entry).ToContainTextAsync("10 min late");
        await Expect(entry).ToContainTextAsync("previous meeting ran over");
        Assert.Empty(officer.Complaints.Concat(other.Complaints));
    }
}
