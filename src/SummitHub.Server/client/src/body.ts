// Makes the body of a command from a form's fields.
import type { Hours } from "./hours";

/**
 * Fields stand under their names; what is empty is left out. `day`, `time` and `minutes` become `start` and `end`, `minutes` alone and
 * `extraMinutes`, `hours` and `days` are numbers; `scopes` and `items` are lists; `otherLanguage` and `otherText` are pairs, `windowFrom` and `windowUntil` a window;
 * `late` minutes are added to the planned start in `from`; `topics` are split at commas; `figure` is a number; `onBehalf` and `caller` become one.
 */
export function bodyOf(fields: Iterable<readonly [string, string]>, hours: Hours): Record<string, unknown> {
  const all = [...fields];
  const values = new Map(all.map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ""));
  const scopes = all.filter(([name]) => name === "scopes").map(([, value]) => value);
  const take = (name: string): string | undefined => {
    const value = values.get(name);
    values.delete(name);
    return value;
  };
  const body: Record<string, unknown> = {};
  const [day, time, minutes] = [take("day"), take("time"), take("minutes")];
  if (day && time && minutes) Object.assign(body, span(hours.instant(`${day}T${time}`), Number(minutes)));
  else if (minutes) body["minutes"] = Number(minutes);
  for (const name of ["hours", "days"]) {
    const count = take(name);
    if (count !== undefined) body[name] = Number(count);
  }
  if (take("scopes") !== undefined) body["scopes"] = scopes;
  const extra = take("extraMinutes");
  if (extra !== undefined) body["extraMinutes"] = Number(extra);
  const [from, late] = [take("from"), take("late")];
  if (from && late) body["start"] = new Date(Date.parse(from) + Number(late) * 60_000).toISOString();
  const [until, over] = [take("until"), take("over")];
  if (until && over) body["end"] = new Date(Date.parse(until) + Number(over) * 60_000).toISOString();
  const topics = take("topics");
  if (topics !== undefined) body["topics"] = topics.split(/[,،，\n]/u).map((topic) => topic.trim()).filter((topic) => topic !== "");
  const figure = take("figure");
  if (figure !== undefined) body["figure"] = Number(figure.replaceAll(/[\s,]/gu, ""));
  const others = pairs(all);
  values.delete("otherLanguage");
  values.delete("otherText");
  if (others.length > 0) body["others"] = others;
  if (take("items") !== undefined) body["items"] = all.filter(([name]) => name === "items").map(([, value]) => value);
  const [windowFrom, windowUntil] = [take("windowFrom"), take("windowUntil")];
  if (windowFrom ?? windowUntil) body["window"] = { from: windowFrom ?? windowUntil, until: windowUntil ?? windowFrom };
  const [behalf, caller] = [take("behalf"), take("caller")];
  if (behalf && caller) body["onBehalf"] = { delegation: behalf, caller };
  if (take("provisional") !== undefined) body["provisional"] = true;
  for (const [name, value] of values) body[name] = value;
  return body;
}

/** The address of a call whose places, such as `{venue}`, are filled by fields of its body; those are taken from the body. */
export function addressOf(call: string, body: Record<string, unknown>): string {
  return call.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = body[name];
    delete body[name];
    return encodeURIComponent(String(value ?? ""));
  });
}

/** Texts in other languages: the fields come in pairs, first the language; an empty text is none. */
function pairs(fields: readonly (readonly [string, string])[]): { language: string; text: string }[] {
  const of = (name: string): string[] => fields.filter((field) => field[0] === name).map((field) => field[1].trim());
  const texts = of("otherText");
  return of("otherLanguage").flatMap((language, at) => (texts[at] ? [{ language, text: texts[at] }] : []));
}

function span(start: string, minutes: number): { start: string; end: string } {
  return { start, end: new Date(Date.parse(start) + minutes * 60_000).toISOString() };
}
