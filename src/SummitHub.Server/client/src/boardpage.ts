// The board of a day: rows, agenda, counts, filter and the line of now.
import { Agenda } from "./agenda";
import type { Applied, Board } from "./board";
import type { Boot, BoardBoot } from "./boot";
import { Filter } from "./filter";
import { Grid } from "./grid";
import { listenToKeys } from "./keys";
import { listenToPeeks } from "./peek";
import { isBroken, startOf, type Manner } from "./view";

export class BoardPage {
  private readonly grid: Grid;
  private readonly agenda: Agenda;
  private readonly filter: Filter;

  constructor(private readonly board: Board, boot: Boot, private readonly page: BoardBoot, private readonly manner: Manner) {
    this.grid = new Grid(board, boot, page, manner);
    this.agenda = new Agenda(board, page, manner);
    this.filter = new Filter(manner.words.say("board.nothingFound"));
    listenToKeys();
    listenToPeeks(board, manner);
  }

  changed(applied: Applied & { kind: "changed" }): void {
    if (applied.meetings.length + applied.commitments.length === 0) return;
    const fits = this.grid.show(applied.meetings, applied.commitments);
    this.agenda.show(applied.meetings);
    this.count();
    this.filter.apply();
    // The axis is the server's: a block outside it is rare enough to ask for the page again.
    if (!fits) location.reload();
  }

  /** Puts the line of now where the summit's clock is; the first time it also brings it into sight. */
  now(time: number, first: boolean): void {
    const timeline = document.querySelector<HTMLElement>(".timeline");
    if (!timeline) return;
    const today = this.manner.hours.day(time) === this.page.day;
    const minute = this.manner.hours.minute(time, this.page.day);
    const visible = today && minute >= this.page.firstHour * 60 && minute <= this.page.lastHour * 60;
    timeline.style.setProperty("--at", String(minute));
    for (const line of document.querySelectorAll<HTMLElement>("[data-now]")) line.hidden = !visible;
    const label = timeline.querySelector("[data-now] b");
    if (label) label.textContent = this.manner.hours.hour(time);
    if (first) this.scrollTo(visible ? minute - 45 : this.firstMeeting() - 15);
  }

  private scrollTo(minute: number): void {
    const scroller = document.querySelector<HTMLElement>(".scroller");
    const hours = document.querySelector<HTMLElement>(".hours");
    if (!scroller || !hours) return;
    const left = ((minute - this.page.firstHour * 60) / ((this.page.lastHour - this.page.firstHour) * 60)) * hours.offsetWidth;
    scroller.scrollLeft = document.dir === "rtl" ? -left : left;
  }

  private firstMeeting(): number {
    const starts = [...document.querySelectorAll<HTMLElement>(".rows a.block")].map((block) => Number(block.style.getPropertyValue("--s")));
    return starts.length > 0 ? Math.min(...starts) : this.page.firstHour * 60;
  }

  private count(): void {
    const rows = [...this.board.meetings.values()].filter((row) => {
      const start = startOf(row);
      return start !== null && this.manner.hours.day(start) === this.page.day;
    });
    for (const badge of document.querySelectorAll<HTMLElement>("[data-count]")) {
      const status = badge.dataset["count"];
      const count = rows.filter((row) => (status === "conflict" ? isBroken(row) : row.status === status)).length;
      badge.textContent = String(count);
      badge.closest(".chip")?.classList.toggle("none", count === 0);
    }
  }
}
