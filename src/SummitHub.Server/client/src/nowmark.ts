// The line of now in a list of today: between what has begun and what is to come.
import type { Hours } from "./hours";

/** Puts the line where it belongs; the first time it brings it into sight, where the list is what the page shows. */
export function markNow(time: number, hours: Hours, first: boolean): void {
  for (const list of document.querySelectorAll<HTMLElement>("ol[data-day]")) {
    const day = list.dataset["day"] ?? "";
    const mark = list.querySelector<HTMLElement>(".now-mark");
    if (hours.day(time) !== day || !list.querySelector(".entry")) {
      mark?.remove();
      continue;
    }
    const minute = hours.minute(time, day);
    const next = [...list.querySelectorAll<HTMLElement>(".entry")].find((entry) => Number(entry.dataset["at"]) > minute) ?? null;
    const line = mark ?? made();
    if (line.textContent !== hours.hour(time)) line.querySelector("b")!.textContent = hours.hour(time);
    if (!mark || line.nextElementSibling !== next) list.insertBefore(line, next);
    if (first && line.offsetParent && line.getBoundingClientRect().top > innerHeight / 2) line.scrollIntoView();
  }
}

function made(): HTMLElement {
  const line = document.createElement("li");
  line.className = "now-mark";
  line.append(document.createElement("b"));
  return line;
}
