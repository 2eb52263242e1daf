// Search and filter of the board: what does not match steps back; rows in which nothing matches go.

export class Filter {
  private readonly statuses = new Set<string>();
  private text = "";

  constructor(private readonly empty: string) {
    const search = document.querySelector<HTMLInputElement>("[data-search]");
    search?.addEventListener("input", () => {
      this.text = folded(search.value);
      this.apply();
    });
    for (const chip of document.querySelectorAll<HTMLElement>("[data-filter]")) {
      chip.addEventListener("click", () => {
        const status = chip.dataset["filter"] ?? "";
        const on = !this.statuses.delete(status) && this.statuses.add(status) !== undefined;
        chip.setAttribute("aria-pressed", String(on));
        this.apply();
      });
    }
  }

  /** Goes over all that is shown; to be called after a change too. */
  apply(): void {
    const active = this.statuses.size > 0 || this.text !== "";
    let found = 0;
    for (const row of document.querySelectorAll<HTMLElement>(".rows .row")) {
      const named = this.text !== "" && folded(row.querySelector(".name")?.textContent ?? "").includes(this.text);
      let matches = 0;
      for (const block of row.querySelectorAll<HTMLElement>(".block")) {
        const match = this.matches(block, named);
        block.classList.toggle("dimmed", active && !match);
        if (match) matches++;
      }
      const hide = active && matches === 0 && !(named && this.statuses.size === 0);
      row.classList.toggle("filtered-out", hide);
      if (!hide) found++;
    }
    for (const entry of document.querySelectorAll<HTMLElement>("#agenda .entry")) entry.classList.toggle("filtered-out", active && !this.matches(entry, false));
    for (const head of document.querySelectorAll<HTMLElement>("#agenda .room-head")) head.classList.toggle("filtered-out", active && !hasMatch(head));
    const note = document.querySelector<HTMLElement>("[data-empty]");
    if (note && active) {
      note.hidden = found > 0;
      note.textContent = this.empty;
    } else if (note) note.hidden = document.querySelector(".rows .row") !== null;
  }

  private matches(element: HTMLElement, named: boolean): boolean {
    const status = this.statuses.size === 0 || [...this.statuses].some((s) => element.classList.contains(s) && !element.classList.contains("commitment"));
    return status && (this.text === "" || named || folded(`${element.getAttribute("aria-description") ?? ""} ${element.textContent}`).includes(this.text));
  }
}

/** Whether one of a room's meetings is shown. */
function hasMatch(head: Element): boolean {
  for (let next = head.nextElementSibling; next?.matches(".entry"); next = next.nextElementSibling) if (!next.classList.contains("filtered-out")) return true;
  return false;
}

/** Without case, accents and isolates, so that "turkiye" finds "Türkiye". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/[\p{Mn}\u2066-\u2069]/gu, "").toLowerCase().trim();
}
