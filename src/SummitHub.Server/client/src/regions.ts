// Pages whose parts the server writes anew: when something they show has changed, the page is fetched again and the parts that differ
// are put in. A part in which somebody is typing waits until he leaves it, so that nothing typed is lost.
import { glow } from "./glow";

const quiet = 150;

export class Regions {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = new Set<string>();
  private readonly written = new Map<string, string>();

  /** @param done what has to be done to parts that were put in. */
  constructor(private readonly done: () => void) {
    for (const id of Regions.all()) this.written.set(id, document.getElementById(id)?.innerHTML ?? "");
    document.addEventListener("focusout", () => this.refresh(...this.wanted));
  }

  /** All live parts of this page by name. */
  static all(): string[] {
    return [...document.querySelectorAll("[data-live]")].map((region) => region.id);
  }

  /** Writes these parts anew, soon; several wishes become one. */
  refresh(...ids: string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.wanted.add(id);
    this.timer ??= setTimeout(() => void this.fetch(), quiet);
  }

  private async fetch(): Promise<void> {
    this.timer = undefined;
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!response.ok) return;
      this.put(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      // The line is down: the clock in the header says so, and the next connect asks again.
    }
  }

  private put(fresh: Document): void {
    let changed = false;
    for (const id of [...this.wanted]) {
      const [mine, theirs] = [document.getElementById(id), fresh.getElementById(id)];
      if (mine && isTyping(mine)) continue;
      this.wanted.delete(id);
      // What was unfolded or marked here since is no difference: what the server wrote is compared with what it writes now.
      if (!mine || !theirs || this.written.get(id) === theirs.innerHTML) continue;
      this.written.set(id, theirs.innerHTML);
      replace(mine, theirs);
      changed = true;
    }
    if (changed) this.done();
  }
}

function isTyping(region: Element): boolean {
  const active = document.activeElement;
  return active !== null && region.contains(active) && active.matches("textarea, select, input");
}

/** Puts the new part in; what has a name of its own and differs glows. What was unfolded stays unfolded, and the focus where it was. */
function replace(mine: HTMLElement, theirs: HTMLElement): void {
  const before = new Map([...mine.querySelectorAll("[data-of]")].map((element) => [element.getAttribute("data-of"), element.outerHTML]));
  const open = new Set([...mine.querySelectorAll("details[open][id]")].map((element) => element.id));
  const focused = mine.contains(document.activeElement) ? document.activeElement?.id : undefined;
  mine.innerHTML = theirs.innerHTML;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus();
  for (const element of mine.querySelectorAll("[data-of]"))
    if (before.get(element.getAttribute("data-of")) !== element.outerHTML) glow(element);
}
