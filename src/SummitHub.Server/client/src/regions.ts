// Pages whose parts the server writes anew: when something they show has changed, the page is fetched again and the parts that differ
// are put in. A part in which somebody is typing, or from which something is being sent, waits until that is over.
import { glow } from "./glow";
import { pause } from "./retry";
import { give, take } from "./typed";

const quiet = 150;
const mostTries = 6;

/** What the server wrote into a part, before anybody typed or unfolded anything in it. */
const written = new WeakMap<HTMLElement, string>();

export class Regions {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = new Set<string>();
  private forced = false;
  private fetching = false;
  private tries = 0;

  /** @param done what has to be done to parts that were put in. */
  constructor(private readonly done: () => void) {
    for (const region of document.querySelectorAll<HTMLElement>("[data-live]")) written.set(region, region.innerHTML);
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
    this.later(quiet);
  }

  /** Writes all parts anew, also one in which somebody types: he has just been told that it shows what is no longer so. */
  refreshAll(): void {
    this.forced = true;
    this.refresh(...Regions.all());
  }

  private later(milliseconds: number): void {
    if (!this.fetching) this.timer ??= setTimeout(() => void this.fetch(), milliseconds);
  }

  private async fetch(): Promise<void> {
    this.timer = undefined;
    this.fetching = true;
    // What is wished for from now on is newer than the answer.
    const [asked, forced] = [this.wanted, this.forced];
    [this.wanted, this.forced] = [new Set(), false];
    const page = await read();
    this.fetching = false;
    if (page instanceof Document) {
      this.tries = 0;
      const { waiting, changed } = put(page, asked, forced);
      for (const id of waiting) this.wanted.add(id);
      if (changed) this.done();
      if ([...this.wanted].some((id) => !isHeld(document.getElementById(id)))) this.later(quiet);
      return;
    }
    for (const id of asked) this.wanted.add(id);
    this.forced ||= forced;
    // Not there, or not the reader's any more, again and again: the page itself says so.
    if (page === "gone" && this.tries >= mostTries) location.reload();
    else this.later(pause(this.tries++, Math.random()));
  }
}

async function read(): Promise<Document | "gone" | "failed"> {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (response.ok) return new DOMParser().parseFromString(await response.text(), "text/html");
    return [401, 403, 404].includes(response.status) ? "gone" : "failed";
  } catch {
    return "failed";
  }
}

/** Puts the parts that differ in; answers which have to wait, and whether any was put in. */
function put(fresh: Document, asked: ReadonlySet<string>, forced: boolean): { waiting: string[]; changed: boolean } {
  const waiting: string[] = [];
  let changed = false;
  for (const id of asked) {
    const [mine, theirs] = [document.getElementById(id), fresh.getElementById(id)];
    if (!mine || !theirs) continue;
    if (isHeld(mine) && !(forced && mine.querySelector("[data-sending]") === null)) waiting.push(id);
    else if (written.get(mine) !== theirs.innerHTML) {
      replace(mine, theirs);
      changed = true;
    }
  }
  return { waiting, changed };
}

function isHeld(region: HTMLElement | null): boolean {
  const active = document.activeElement;
  return region !== null && ((active !== null && region.contains(active) && active.matches("textarea, select, input")) || region.querySelector("[data-sending]") !== null);
}

/** Puts the new part in; what has a name of its own and differs glows. What the reader did to the old one he finds in the new one. */
function replace(mine: HTMLElement, theirs: HTMLElement): void {
  const before = new Map([...mine.querySelectorAll("[data-of]")].map((element) => [element.getAttribute("data-of"), element.textContent]));
  const typed = take(mine);
  if (typed.focus) mine.tabIndex = -1;
  mine.innerHTML = theirs.innerHTML;
  written.set(mine, theirs.innerHTML);
  give(mine, typed);
  for (const element of mine.querySelectorAll("[data-of]"))
    if (before.get(element.getAttribute("data-of")) !== element.textContent) glow(element);
}
