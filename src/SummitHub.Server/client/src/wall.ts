// A wall display pages by itself, a sheet every twelve seconds, and begins again.
const sheet = 12_000;

export function turnPages(): void {
  setInterval(() => {
    for (const list of document.querySelectorAll<HTMLElement>("[data-paging]")) {
      const next = list.scrollTop + list.clientHeight;
      const last = next >= list.scrollHeight - 4;
      const items = [...list.children] as HTMLElement[];
      const whole = items.find((item) => item.offsetTop - list.offsetTop + item.offsetHeight > next);
      list.scrollTop = last ? 0 : whole ? whole.offsetTop - list.offsetTop : next;
    }
  }, sheet);
}
