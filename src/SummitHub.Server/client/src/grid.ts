// Keeps the timeline: after a change the rows it touches are laid out anew, and only blocks that differ are put in.
import type { Board } from "./board";
import type { Boot, BoardBoot } from "./boot";
import { glow, made } from "./glow";
import { lanes, type Placed } from "./lanes";
import { blockHtml, safe } from "./markup";
import { commitmentView, meetingView, startOf, type Manner, type View } from "./view";

export class Grid {
  private readonly rows: HTMLElement;
  private readonly collator: Intl.Collator;

  constructor(private readonly board: Board, private readonly boot: Boot, private readonly page: BoardBoot, private readonly manner: Manner) {
    this.rows = document.querySelector<HTMLElement>(".timeline .rows") ?? document.createElement("div");
    this.collator = new Intl.Collator(boot.language);
  }

  /** Shows what became of these rows; false where one lies outside the axis, so that the whole grid must be written anew. */
  show(meetings: readonly string[], commitments: readonly string[]): boolean {
    const touched = new Set<string>();
    for (const id of [...meetings, ...commitments]) {
      for (const block of this.rows.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) touched.add(block.closest<HTMLElement>(".row")?.dataset["row"] ?? "");
      for (const key of this.keysOf(id)) touched.add(key);
    }
    touched.delete("");
    let fits = true;
    for (const key of touched) fits = this.layOut(key) && fits;
    for (const id of meetings) for (const block of this.rows.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) glow(block);
    return fits;
  }

  private keysOf(id: string): string[] {
    const meeting = this.board.meetings.get(id);
    if (meeting) return this.page.by === "room" ? (meeting.venue ? [meeting.venue] : []) : meeting.parties.map((party) => party.delegation);
    return this.page.by === "room" ? [] : [...(this.board.commitments.get(id)?.delegations ?? [])];
  }

  private viewsOf(key: string): View[] {
    const own = this.page.by === "room" ? null : key;
    const views: View[] = [];
    for (const row of this.board.meetings.values()) {
      const start = startOf(row);
      if (start && this.manner.hours.day(start) === this.page.day && this.keysOf(row.id).includes(key)) views.push(meetingView(row, own, this.manner));
    }
    for (const row of this.board.commitments.values())
      if (this.page.by !== "room" && row.delegations.includes(key) && this.manner.hours.day(row.start) === this.page.day) views.push(commitmentView(row, this.manner));
    return views;
  }

  private layOut(key: string): boolean {
    const { placed, count } = lanes(this.viewsOf(key));
    if (placed.length === 0 && !this.find(key)) return true;
    const row = this.find(key) ?? this.add(key);
    row.style.setProperty("--lanes", String(count));
    const track = row.querySelector<HTMLElement>(".track");
    if (track) this.fill(track, placed);
    return placed.every(({ view }) => view.start >= this.page.firstHour * 60 && view.start + view.length <= this.page.lastHour * 60);
  }

  private fill(track: HTMLElement, placed: readonly Placed<View>[]): void {
    const held = new Map([...track.children].map((child) => [child.getAttribute("data-of"), child]));
    placed.forEach(({ view, lane }, at) => {
      const fresh = made(blockHtml(view, lane));
      const old = held.get(view.id);
      held.delete(view.id);
      if (old && same(old, fresh)) return;
      const focused = old !== undefined && old === document.activeElement;
      if (old) old.replaceWith(fresh);
      else track.insertBefore(fresh, track.children[at] ?? null);
      if (focused) fresh.focus();
    });
    for (const gone of held.values()) gone.remove();
  }

  private find(key: string): HTMLElement | null {
    return this.rows.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  }

  private add(key: string): HTMLElement {
    const byRoom = this.page.by === "room";
    const name = (byRoom ? this.page.venues : this.page.delegations)[key] ?? key;
    const label = byRoom
      ? `<span class="name" title="${safe(name)}"><span dir="auto">${safe(name)}</span></span>`
      : `<a class="name" href="/summits/${this.boot.summit}/delegations/${key}?day=${this.page.day}" title="${safe(name)}"><b>${safe(key)}</b><span dir="auto">${safe(name)}</span></a>`;
    const row = made(`<div class="row" data-row="${safe(key)}">${label}<div class="track"></div></div>`);
    const rooms = Object.keys(this.page.venues);
    const after = byRoom
      ? [...this.rows.children].find((other) => rooms.indexOf(other.getAttribute("data-row") ?? "") > rooms.indexOf(key))
      : [...this.rows.children].find((other, at) => (at > 0 || this.boot.delegation == null) && this.collator.compare(this.nameOf(other), name) > 0);
    this.rows.insertBefore(row, after ?? null);
    return row;
  }

  private nameOf(row: Element): string {
    return row.querySelector(".name span")?.textContent ?? "";
  }
}

/** Whether two blocks are the same but for the marks of a filter or a glow. */
function same(one: Element, other: Element): boolean {
  const bare = one.cloneNode(true) as Element;
  bare.classList.remove("changed", "dimmed", "filtered-out");
  return bare.isEqualNode(other);
}
