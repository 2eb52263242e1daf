// A refusal in words: which rule, what is in the way, and what would do instead.
import type { Boot } from "./boot";
import type { Hours } from "./hours";
import { safe } from "./markup";
import type { Alternative, Obstacle, Refusal } from "./post";
import type { Words } from "./words";

/** What the desk may go against with a reason: the rules of place and time, by the names of RefusalReason. */
const rules = new Set([
  "principalAlreadyMeetingThen", "principalCommittedThen", "principalNotPresentThen", "principalCannotTravelInTime", "principalHasTooManyMeetingsThatDay", "roomTakenThen",
  "roomNeedsItsGap", "venueNotOpenThen", "venueClosedThen", "roomTooSmall", "interpreterAlreadyWorkingThen", "delegationsAreKeptApart", "meetingSpansTwoDays",
]);

export const isRule = (refusal: Refusal): boolean => rules.has(refusal.reason);

export function refusalHtml(refusal: Refusal, words: Words, hours: Hours, options: { boot: Boot; mayOverride: boolean }): string {
  const rule = words.or(`rule.${refusal.reason}`, "");
  // The server's own sentence is English: it is shown only where the rule and what is in the way do not say it all.
  const detail = refusal.detail && !(rule && refusal.conflictsWith.length > 0) ? `<p dir="auto">${safe(refusal.detail)}</p>` : "";
  return (
    `<p class="no">${safe(rule || words.say("refused"))}</p>${detail}${obstaclesHtml(refusal.conflictsWith, words, hours, options.boot)}` +
    alternativesHtml(refusal.alternatives, words, hours) +
    (options.mayOverride ? overrideHtml(words) : "")
  );
}

function obstaclesHtml(obstacles: readonly Obstacle[], words: Words, hours: Hours, boot: Boot): string {
  const lines = obstacles.slice(0, 5).map((o) => {
    const who = o.parties?.length ? o.parties.map((code) => boot.delegations?.[code] ?? code).join(words.say("list.and")) : o.kind ? words.or(`commitment.${o.kind}`, words.say("commitment")) : o.person ?? "";
    const where = [o.venue ? venueName(o.venue) : null, o.when ? `${hours.hour(o.when.start)}–${hours.hour(o.when.end)}` : null].filter((part) => part !== null);
    const named = who === "" ? [] : [o.meeting ? `<a href="/summits/${safe(boot.summit)}/meetings/${safe(o.meeting)}">${safe(words.apart(who))}</a>` : safe(words.apart(who))];
    return [...named, ...where.map(safe)].join(" · ");
  });
  const shown = lines.filter((line) => line !== "");
  return shown.length > 0 ? `<ul class="in-the-way">${shown.map((line) => `<li>${line}</li>`).join("")}</ul>` : "";
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
  // Not a form, since it stands within one; and no field of that one.
  return (
    `<div class="override"><label>${safe(words.say("override.reason"))}<input form="" name="override" maxlength="200" dir="auto"></label>` +
    `<button type="button" data-override>${safe(words.say("override.do"))}</button></div>`
  );
}

/** The place's name, as a list of places on this page has it. */
function venueName(id: string): string {
  return document.querySelector(`select[name="venue"] option[value="${CSS.escape(id)}"]`)?.textContent?.trim() || id;
}
