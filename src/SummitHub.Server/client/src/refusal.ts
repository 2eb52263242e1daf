// A refusal in words: which rule, what is in the way, and what would do instead.
import type { Hours } from "./hours";
import { safe } from "./markup";
import type { Alternative, Obstacle, Refusal } from "./post";
import type { Words } from "./words";

export function refusalHtml(refusal: Refusal, words: Words, hours: Hours, options: { mayOverride: boolean }): string {
  const rule = words.or(`rule.${refusal.reason}`, "");
  // The server's own sentence is English: it is shown only where the rule and what is in the way do not say it all.
  const detail = refusal.detail && !(rule && refusal.conflictsWith.length > 0) ? `<p dir="auto">${safe(refusal.detail)}</p>` : "";
  return (
    `<p class="no">${safe(rule || words.say("refused"))}</p>${detail}${obstaclesHtml(refusal.conflictsWith, words, hours)}` +
    alternativesHtml(refusal.alternatives, words, hours) +
    (options.mayOverride ? overrideHtml(words) : "")
  );
}

function obstaclesHtml(obstacles: readonly Obstacle[], words: Words, hours: Hours): string {
  const lines = obstacles.map((o) => [words.apart(o.meeting ?? o.commitment ?? ""), o.venue ? venueName(o.venue) : null, o.when ? `${hours.hour(o.when.start)}–${hours.hour(o.when.end)}` : null].filter((part) => part));
  const shown = lines.filter((line) => line.length > 0).slice(0, 5);
  return shown.length > 0 ? `<ul class="in-the-way">${shown.map((line) => `<li>${safe(line.join(" · "))}</li>`).join("")}</ul>` : "";
}

function alternativesHtml(slots: readonly Alternative[], words: Words, hours: Hours): string {
  if (slots.length === 0) return "";
  const buttons = slots.map((slot) => {
    const text = [hours.shortDay(slot.start), `${hours.hour(slot.start)}–${hours.hour(slot.end)}`, slot.venue ? venueName(slot.venue) : null].filter((part) => part).join(" · ");
    return `<button type="button" data-alternative>${safe(text)}</button>`;
  });
  return `<p>${safe(words.say("refused.instead"))}</p><div class="alternatives">${buttons.join("")}</div>`;
}

function overrideHtml(words: Words): string {
  return (
    `<form class="override"><label>${safe(words.say("override.reason"))}<input name="override" required maxlength="300"></label>` +
    `<button type="submit">${safe(words.say("override.do"))}</button></form>`
  );
}

/** The place's name, as a list of places on this page has it. */
function venueName(id: string): string {
  return document.querySelector(`select[name="venue"] option[value="${CSS.escape(id)}"]`)?.textContent?.trim() || id;
}
