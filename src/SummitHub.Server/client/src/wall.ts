// A wall display pages by itself, a sheet every twelve seconds, and begins again. The sheets lie side by side.
const sheet = 12_000;

export function turnPages(): void {
  setInterval(() => {
    const forward = document.dir === "rtl" ? -1 : 1;
    for (const list of document.querySelectorAll<HTMLElement>("[data-paging]"))
      list.scrollLeft = forward * list.clientWidth * nextSheet(Math.abs(list.scrollLeft), list.clientWidth, list.scrollWidth);
  }, sheet);
}

/** The number of the sheet after the one that is shown, from 0; the first after the last. @param shown how far it has been turned. @param wide the width of a sheet. @param all of all sheets. */
export function nextSheet(shown: number, wide: number, all: number): number {
  if (wide === 0) return 0;
  return (Math.round(shown / wide) + 1) % Math.max(1, Math.round(all / wide));
}
