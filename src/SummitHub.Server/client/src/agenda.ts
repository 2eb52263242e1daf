// Keeps the day as a list, which phones show instead of the timeline.
import type { Board } from "./board";
import { glow, made } from "./glow";
import { entryHtml } from "./markup";
import { meetingView, startOf, type Manner } from "./view";

export class Agenda {
  private readonly list = document.getElementById("agenda");

  constructor(private readonly board: Board, private readonly manner: Manner) {}

  /** Shows what became of these meetings. */
  show(meetings: readonly string[]): void {
    for (const id of meetings) this.put(id);
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
    const after = [...list.children].find((other) => comes(view.start, id, other));
    list.insertBefore(entry, after ?? null);
    glow(entry);
  }
}

function comes(start: number, id: string, before: Element): boolean {
  const other = Number(before.getAttribute("data-at"));
  return other > start || (other === start && (before.getAttribute("data-of") ?? "") > id);
}
