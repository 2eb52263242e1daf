// Keeps the page alive that the server has written.
import { listenToActions } from "./actions";
import { Age } from "./age";
import { Board } from "./board";
import { BoardPage } from "./boardpage";
import { readBoot, type Boot } from "./boot";
import { connect } from "./connection";
import { keepDrafts } from "./drafts";
import { leaveIfGone } from "./gone";
import { showHeader } from "./header";
import { Hours } from "./hours";
import { join } from "./join";
import { markNow } from "./nowmark";
import { keepPhrases, showPhrases } from "./phrases";
import { showPresent } from "./present";
import { Regions } from "./regions";
import { listenToMade } from "./made";
import { listenToReveals } from "./reveal";
import { listenToSample, showSample } from "./sample";
import { listenToSignOut } from "./signout";
import { SummitClock } from "./summitclock";
import type { Applied } from "./board";
import type { Manner } from "./view";
import { turnPages } from "./wall";
import { Watch } from "./watch";
import { listenToWhen } from "./when";
import { Words } from "./words";

/** How often the line fails to come back before the page asks whether it is still the reader's. */
const mostLost = 3;

const boot = readBoot();
if (boot) live(boot);
const joining = document.querySelector<HTMLElement>("[data-join]");
if (joining) join(joining);

function live(boot: Boot): void {
  const monotonic = (): number => performance.now();
  const words = new Words(boot.words, document.dir);
  const hours = new Hours(boot.timeZone, boot.days);
  const age = new Age(boot.snapshot.asOf, monotonic);
  const clock = new SummitClock(boot.snapshot.clock, boot.snapshot.asOf, monotonic);
  const board = new Board();
  board.reset(boot.snapshot);
  keepDrafts(boot.caller);
  keepPhrases(boot.caller);
  let shown = (): void => undefined;
  const regions = new Regions(() => {
    markNow(clock.time, hours, false);
    showPhrases(boot.caller);
    shown();
  });
  const page = boot.board ? new BoardPage(board, boot, boot.board, mannerOf(boot, words, hours)) : null;
  const changed = (applied: Applied & { kind: "changed" }): void => {
    if (page) page.changed(applied);
    else if (concerns(applied)) regions.refresh(...Regions.all());
  };
  const watch = new Watch(board, boot.scope, changed);
  const tick = (first = false): void => {
    showHeader(age, clock, hours, words, board.version);
    page?.now(clock.time, first);
    markNow(clock.time, hours, first);
  };
  let lines = 0;
  connect(boot.summit, {
    connected: async (line) => {
      await watch.begin(line);
      // What rang while the line was down rings no more.
      if (lines++ > 0) regions.refresh(...bells());
    },
    changed: (line, delta) => void watch.frame(line, delta).catch(() => undefined),
    asOf: (instant) => {
      age.confirm(instant);
      tick();
    },
    present: (people) => showPresent(people, words),
    lost: (times) => {
      if (times >= mostLost) void leaveIfGone();
    },
    noticed: () => regions.refresh(...bells()),
    clock: (reading) => {
      clock.set(reading);
      showSample(clock);
      tick();
    },
  });
  listenToActions(boot, hours, words, regions);
  listenToSample(clock, hours, words);
  listenToReveals();
  listenToSignOut(words);
  listenToMade();
  listenToWhen();
  if (boot.kind === "wall") shown = turnPages();
  // Who comes and goes is on no line; nor is all that walls show.
  if (boot.kind === "wall" || boot.kind === "people") {
    setInterval(() => regions.refresh(...Regions.all()), 15_000);
  }
  tick(true);
  showToday();
  setInterval(tick, 1_000);
}

/** Brings the day that is shown into the row of days, where not all of them have room. */
function showToday(): void {
  const today = document.querySelector<HTMLElement>(".days [aria-current]");
  const days = today?.parentElement;
  if (today && days) days.scrollLeft = today.offsetLeft - days.offsetLeft - (days.clientWidth - today.clientWidth) / 2;
}

/** The parts that tell of notices. */
function bells(): string[] {
  return ["unread", "inbox", "unaware"].filter((id) => document.getElementById(id) !== null);
}

/** Whether the page shows any of these: pages without rows of their own name what they show in `data-shows`; `*` is everything. */
function concerns(applied: Applied & { kind: "changed" }): boolean {
  const shows = document.querySelector<HTMLElement>("[data-shows]")?.dataset["shows"] ?? "*";
  return shows === "*" || applied.meetings.some((id) => shows.split(" ").includes(id));
}

function mannerOf(boot: Boot, words: Words, hours: Hours): Manner {
  const names = boot.board ?? { day: "", delegations: {}, venues: {}, principals: {} };
  return { summit: boot.summit, language: boot.language, words, hours, names };
}
