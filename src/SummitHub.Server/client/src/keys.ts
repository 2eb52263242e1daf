// What the mouse does the keyboard does: `/` searches, arrows go from block to block, Enter opens (blocks are links).

export function listenToKeys(): void {
  const search = document.querySelector<HTMLInputElement>("[data-search]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const typing = target.matches("input, textarea, select");
    if (event.key === "/" && !typing && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && target === search) {
      search.value = "";
      search.dispatchEvent(new Event("input"));
      document.querySelector<HTMLElement>(".scroller")?.focus();
    } else if (!typing && event.key.startsWith("Arrow") && (target.matches(".block, .scroller") || target === document.body)) {
      const next = neighbour(target, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
}

function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  if (!from.matches(".block")) return document.querySelector<HTMLElement>(".row:not(.filtered-out) .block:not(.commitment)");
  const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "ArrowUp" || key === "ArrowDown") return nearest(from, key === "ArrowDown");
  const blocks = [...(from.parentElement?.querySelectorAll<HTMLElement>(".block") ?? [])].sort((a, b) => startOf(a) - startOf(b));
  return blocks[blocks.indexOf(from) + (key === forward ? 1 : -1)] ?? null;
}

/** The block nearest in time in the next row that has one. */
function nearest(from: HTMLElement, down: boolean): HTMLElement | null {
  const step = (row: Element | null): Element | null => (down ? row?.nextElementSibling : row?.previousElementSibling) ?? null;
  for (let row = step(from.closest(".row")); row; row = step(row)) {
    if (row.classList.contains("filtered-out")) continue;
    const blocks = [...row.querySelectorAll<HTMLElement>(".block")];
    const best = blocks.sort((a, b) => Math.abs(startOf(a) - startOf(from)) - Math.abs(startOf(b) - startOf(from)))[0];
    if (best) return best;
  }
  return null;
}

const startOf = (block: HTMLElement): number => Number(block.style.getPropertyValue("--s"));
