using Microsoft.Playwright;

namespace SummitHub.Browser.Tests.House;

/// <summary>Whether what a page shows can be read at the width it has.</summary>
internal static class Looks
{
    /// <summary>
    /// What is wrong: a page that scrolls sideways, or an hour of which only a part is seen. What lies wholly outside a part that scrolls or
    /// pages is no fault: it comes into sight.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);

    private const string Find = """
        () => {
          const faults = [];
          const name = (element) => `${element.localName}${element.id ? '#' + element.id : ''}.${[...element.classList].join('.')}`;
          const [wide, seen] = [document.documentElement.scrollWidth, document.documentElement.clientWidth];
          if (wide > seen) {
            const outside = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > seen + 1).slice(0, 3).map(name);
            faults.push(`the page is ${wide} wide and ${seen} are seen: ${outside.join(', ')}`);
          }
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!/\d\d:\d\d/.test(text.data) || !text.parentElement.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true, contentVisibilityAuto: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
              if (box.width === 0 || box.height === 0) continue;
              for (let around = text.parentElement; around && around !== document.documentElement; around = around.parentElement) {
                const style = getComputedStyle(around);
                if (style.display === 'inline' || style.display === 'contents') continue;
                const clip = around.getBoundingClientRect();
                const [across, down] = [/hidden|clip/.test(style.overflowX), /hidden|clip/.test(style.overflowY)];
                const cutAcross = across && box.right > clip.left && box.left < clip.right && (box.left < clip.left - 1 || box.right > clip.right + 1);
                const cutDown = down && box.bottom > clip.top && box.top < clip.bottom && (box.top < clip.top - 2 || box.bottom > clip.bottom + 2);
                if (cutAcross || cutDown) faults.push(`${name(text.parentElement)} in ${name(around)} shows only a part of "${text.data.trim()}"`);
                if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
              }
            }
          }
          return faults.slice(0, 8);
        }
        """;
}
