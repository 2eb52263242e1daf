using Microsoft.Playwright;

namespace SummitHub.Browser.Tests.House;

/// <summary>Asks axe-core whether everybody can use a page. It is evaluated and not loaded: the page's own policy lets no foreign script in.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    /// <summary>What axe calls a serious or critical violation of WCAG 2.2 A or AA or of good practice, a line for each element; empty where all is well.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>(Run);
    }

    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'], preload: false });
          return found.violations.filter((rule) => ['serious', 'critical'].includes(rule.impact)).flatMap((rule) =>
            rule.nodes.slice(0, 5).map((node) => `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`));
        }
        """;
}
