// Keeps the day as a list, which phones show instead of the timeline, and paper: by the hour, or by room and then by the hour.
import type { Board } from "./board";
import type { BoardBoot } from "./boot";
import { glow, made } from "./glow";
import { entryHtml, roomHeadHtml } from "./markup";
import { meetingView, startOf, type Manner } from "./view";

export class Agenda {
  private readonly list = document.getElementById("agenda");
  private readonly order: ReadonlyMap<string, number>;

  constructor(private readonly board: Board, private readonly page: BoardBoot, private readonly manner: Manner) {
    this.order = new Map(Object.keys(page.venues).map((venue, at) => [venue, at]));
  }

  /** Shows what became of these meetings. */
  show(meetings: readonly string[]): void {
    for (const id of meetings) this.put(id);
    if (this.page.by === "room") this.prune();
  }

  private put(id: string): void {
    const list = this.list;
    if (!list) return;
    list.querySelector(`[data-of="${CSS.escape(id)}"]`)?.remove();
    const row = this.board.meetings.get(id);
    const start = row && startOf(row);
    if (!row || !start || this.manner.hours.day(start) !== this.manner.names.day) return;
    const view = meetingView(row, null, this.manner);
    const entry = made(entryHtml(view));
    const first = this.page.by === "room" ? this.headOf(list, row.venue ?? "").nextElementSibling : list.firstElementChild;
    list.insertBefore(entry, placeIn(first, view.start, id));
    glow(entry);
  }

  /** The head of a room, which is made where there is none yet. */
  private headOf(list: HTMLElement, venue: string): Element {
    const heads = [...list.querySelectorAll<HTMLElement>(".room-head")];
    const known = heads.find((head) => head.dataset["room"] === venue);
    if (known) return known;
    const head = made(roomHeadHtml(venue, venue ? (this.page.venues[venue] ?? venue) : this.manner.words.say("place.none")));
    const after = heads.find((other) => this.orderOf(other.dataset["room"] ?? "") > this.orderOf(venue));
    return list.insertBefore(head, after ?? null);
  }

  private orderOf(venue: string): number {
    return this.order.get(venue) ?? Number.MAX_SAFE_INTEGER;
  }

  /** Takes away the heads of rooms in which nothing is held any more. */
  private prune(): void {
    for (const head of this.list?.querySelectorAll(".room-head") ?? []) if (!head.nextElementSibling?.matches(".entry")) head.remove();
  }
}

/** The element before which an entry stands: the first that comes after it, or the next room. */
function placeIn(first: Element | null, start: number, id: string): Element | null {
  let next = first;
  while (next && !next.matches(".room-head") && !(next.matches(".entry") && comes(start, id, next))) next = next.nextElementSibling;
  return next;
}

function comes(start: number, id: string, before: Element): boolean {
  const other = Number(before.getAttribute("data-at"));
  return other > start || (other === start && (before.getAttribute("data-of") ?? "") > id);
}
