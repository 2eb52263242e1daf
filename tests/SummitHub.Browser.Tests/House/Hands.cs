using Microsoft.Playwright;

namespace SummitHub.Browser.Tests.House;

/// <summary>What somebody does on the page of a meeting with mouse, finger or keys. Things are told by what they are for and not by how they look.</summary>
internal static class Hands
{
    /// <summary>Unfolds the form of a change of plan, such as <c>move</c>.</summary>
    public static async Task<ILocator> UnfoldAsync(this IPage page, string act)
    {
        await page.Locator($"#act-{act} > summary").ClickAsync();
        return page.Locator($"#act-{act} form[data-call]");
    }

    /// <summary>A field of a form.</summary>
    public static ILocator Field(this ILocator form, string name) => form.Locator($"[name='{name}']");

    /// <summary>Fills the form of a move: when, where and why.</summary>
    public static async Task FillMoveAsync(this ILocator form, string time, string venue, string reason)
    {
        await form.Field("time").FillAsync(time);
        await form.Field("venue").SelectOptionAsync(venue);
        await form.Field("reason").FillAsync(reason);
    }

    /// <summary>Sends a form by its button.</summary>
    public static Task SendAsync(this ILocator form) => form.Locator("> button[type='submit'], > * > button[type='submit']").First.ClickAsync();

    /// <summary>The answer to what was asked.</summary>
    public static ILocator Answer(this ILocator form) => form.Locator("[role='alert']");

    /// <summary>The button of a milestone, of one side where it is a side's.</summary>
    public static ILocator Milestone(this IPage page, string milestone, string? delegation = null) =>
        page.Locator($"#floor button[data-body*='\"{milestone}\"']{(delegation is null ? "" : $"[data-body*='\"{delegation}\"']")}");

    /// <summary>The button of a verb on an item of the record, such as <c>offer</c>.</summary>
    public static ILocator ItemButton(this IPage page, string verb) => page.Locator($"#record button[data-call$='/{verb}']");
}
