using SummitHub.Browser.Tests.House;

namespace SummitHub.Browser.Tests.Pages;

public sealed class EveryPageTests(Stage stage)
{
    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1440, 900), (1920, 1080)];

    [Theory]
    [InlineData("nobody", "/")]
    [InlineData("nobody", "/join")]
    [InlineData("desk", "/summits/unga74/board?day=2019-09-24&by=delegation")]
    [InlineData("desk", "/summits/unga74/board?day=2019-09-24&by=room")]
    [InlineData("desk", "/summits/unga74/desk")]
    [InlineData("KAZ", "/summits/unga74/delegations/KAZ?day=2019-09-24")]
    [InlineData("KAZ", "/summits/unga74/meetings/kzb-1")]
    [InlineData("desk", "/summits/unga74/meetings/kzb-1")]
    [InlineData("KAZ", "/summits/unga74/notices")]
    [InlineData("desk", "/summits/unga74/readouts")]
    [InlineData("desk", "/summits/unga74/people")]
    [InlineData("desk", "/summits/unga74/people/audit")]
    [InlineData("KAZ", "/summits/unga74/people")]
    [InlineData("KAZ?role=reader", "/summits/unga74/people")]
    [InlineData("wall", "/summits/unga74/wall?day=2019-09-24")]
    [InlineData("desk", "/summits/unga74/meetings/nothing-here", 404)]
    [InlineData("nobody", "/summits/unga74/board", 403)]
    public async Task It_can_be_read_by_everybody_at_every_width_in_light_and_dark(string who, string path, int status = 200)
    {
        await using var reader = await stage.OpenAsync(who);
        var faults = new List<string>();
        foreach (var theme in (string[])["light", "dark"])
        {
            await reader.GoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}theme={theme}", status);
            foreach (var (width, height) in Screens)
            {
                await reader.Page.SetViewportSizeAsync(width, height);
                faults.AddRange((await Looks.FindAsync(reader.Page)).Concat(await Axe.FindAsync(reader.Page)).Select(fault => $"{theme}, {width}: {fault}"));
            }
        }
        Assert.Empty(faults.Concat(reader.Complaints));
    }
}
