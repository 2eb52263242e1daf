namespace SummitHub.Browser.Tests.House;

/// <summary>Compares a board that the client has kept alive with what the server renders for it now.</summary>
internal static class BoardRows
{
    /// <summary>
    /// Waits until the board is the same as the server's, row by row and block by block: the same ids, texts, places, in the same order.
    /// What comes in between from other tests reaches both; what a board has missed it never gets, and the deadline tells.
    /// </summary>
    public static async Task AssertAreTheServersAsync(this Reader reader)
    {
        try
        {
            await reader.Page.WaitForFunctionAsync(Compare, null, new() { PollingInterval = 250, Timeout = (float)Deadlines.Seen.TotalMilliseconds });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The live board is not the server's. It differs in:\n{await reader.Page.EvaluateAsync<string>("window.differences")}");
        }
    }

    private const string Compare = """
        async () => {
          const rows = (page) => [...page.querySelectorAll('.timeline .row')].map((row) => [row.dataset.row, row.getAttribute('style'), row.querySelector('.name').outerHTML,
            ...[...row.querySelectorAll('.block')].map((block) => { const bare = block.cloneNode(true); bare.classList.remove('changed', 'dimmed', 'filtered-out'); return bare.outerHTML; })].join('\n'));
          const entries = (page) => [...page.querySelectorAll('#agenda > :not(.now-mark)')].map((entry) => { const bare = entry.cloneNode(true); bare.classList.remove('changed', 'dimmed', 'filtered-out'); return bare.outerHTML; });
          const counts = (page) => [...page.querySelectorAll('[data-count]')].map((count) => `${count.dataset.count}: ${count.textContent}`);
          const all = (page) => [...rows(page), ...entries(page), ...counts(page)];
          const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
          const [mine, theirs] = [all(document), all(fresh)];
          const differences = mine.flatMap((row, at) => row === theirs[at] ? [] : [`live:   ${row}\nserver: ${theirs[at]}`]);
          if (mine.length !== theirs.length) differences.push(`${mine.length} rows live, ${theirs.length} on the server`);
          window.differences = differences.slice(0, 4).join('\n\n');
          return differences.length === 0 && mine.length > 5;
        }
        """;
}
