// A wall display pages by itself, a sheet every twelve seconds, and begins again. The sheets lie side by side.
const sheet = 12_000;

/** Begins to turn; the answer says again which sheet is shown, after a list was written anew. */
export function turnPages(): () => void {
  setInterval(() => {
    const forward = document.dir === "rtl" ? -1 : 1;
    for (const list of document.querySelectorAll<HTMLElement>("[data-paging]"))
      list.scrollLeft = forward * list.clientWidth * nextSheet(Math.abs(list.scrollLeft), list.clientWidth, list.scrollWidth);
    showSheets();
  }, sheet);
  addEventListener("resize", showSheets);
  showSheets();
  return showSheets;
}

/** The number of the sheet after the one that is shown, from 0; the first after the last. @param shown how far it has been turned. @param wide the width of a sheet. @param all of all sheets. */
export function nextSheet(shown: number, wide: number, all: number): number {
  if (wide === 0) return 0;
  return (Math.round(shown / wide) + 1) % Math.max(1, Math.round(all / wide));
}

/** Beside each heading: how many there are, and on which sheet of how many one looks. */
function showSheets(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-paging]")) {
    const where = document.querySelector(`[data-sheet="${list.id}"]`);
    const entries = list.querySelectorAll(".entry").length;
    const sheets = Math.max(1, Math.round(list.scrollWidth / Math.max(1, list.clientWidth)));
    const shown = Math.round(Math.abs(list.scrollLeft) / Math.max(1, list.clientWidth)) + 1;
    const text = sheets > 1 ? `${entries} · ${shown}/${sheets}` : entries > 0 ? String(entries) : "";
    if (where && where.textContent !== text) where.textContent = text;
  }
}
