// The header of every live page: the summit's clock, and how true the page is.
import type { Age } from "./age";
import type { Hours } from "./hours";
import type { SummitClock } from "./summitclock";
import type { Words } from "./words";

/** @param version the version of what the page shows, for paper. */
export function showHeader(age: Age, clock: SummitClock, hours: Hours, words: Words, version: number): void {
  const time = hours.second(clock.timeAt(age.asOf));
  const seconds = Math.floor(age.silence / 1000);
  const stale = age.freshness !== "fresh";
  const chip = document.querySelector("[data-asof]");
  chip?.classList.toggle("amber", age.freshness === "amber");
  chip?.classList.toggle("red", age.freshness === "red");
  put("[data-asof-text]", stale ? words.say("asOf.silent", { seconds }) : words.say("asOf", { time }));
  const printed = clock.timeAt(age.asOf);
  put("[data-printed]", words.say("print.asOf", { time: [hours.shortDay(printed), hours.hour(printed)].join(words.say("list.comma")), version }));
  put("[data-clock]", hours.hour(clock.time));
  const band = document.querySelector<HTMLElement>(".stale-band");
  if (!band) return;
  band.hidden = !stale;
  band.classList.toggle("red", age.freshness === "red");
  if (stale) put("[data-stale]", words.say("asOf.band", { seconds, time }));
}

function put(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}
