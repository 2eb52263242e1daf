// Who else looks at this board: a few initials in the header, the names on hover, on touch and for screen readers. Nobody is alone by
// accident: where nobody else looks, nothing is shown.
import { safe } from "./markup";
import type { Person } from "./rows";
import type { Words } from "./words";

const most = 4;

export function showPresent(people: readonly Person[], words: Words): void {
  const place = document.querySelector<HTMLElement>("[data-present]");
  if (!place) return;
  const others = othersOf(people, place.dataset["self"] ?? "").map((person) => nameOf(person, words));
  const html = others.length === 0 ? "" : presentHtml(others, words);
  if (place.innerHTML !== html) place.innerHTML = html;
  place.hidden = others.length === 0;
}

/** Those who look besides the reader himself; one of his name and office is he, on another screen. */
export function othersOf(people: readonly Person[], self: string): Person[] {
  return people.filter((person) => `${person.role}:${person.name}` !== self);
}

/** What somebody is called. A name that is an office in English, as the sample's are, is the office in the reader's language. */
export function nameOf(person: Person, words: Words): string {
  const office = /^(?:[A-Z]+ )?(.+?)(?: of [A-Z]+)?$/.exec(person.name)?.[1] ?? "";
  const plain = person.role.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
  const isOffice = office.toLowerCase().startsWith(plain) || office === "Protocol desk";
  return isOffice ? words.say(`role.${person.role.charAt(0).toLowerCase()}${person.role.slice(1)}`) : words.apart(person.name);
}

/** The first letters of the first and the last word; one letter of a name in one word. */
export function initialsOf(name: string): string {
  const parts = name.replace(/[\u2066-\u2069]/g, "").split(/[\s.]+/u).filter((part) => part !== "");
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters.map((part) => [...(part ?? "")][0] ?? "").join("").toUpperCase();
}

function presentHtml(names: readonly string[], words: Words): string {
  const all = words.say("present.label", { who: names.join(words.say("list.comma")) });
  const shown = names.slice(0, most).map((name) => `<i>${safe(initialsOf(name))}</i>`);
  const rest = names.length > most ? `<i>+${names.length - most}</i>` : "";
  // A phone has room for one: how many there are.
  const many = `<i class="all">+${names.length}</i>`;
  return `<span class="faces" aria-hidden="true" title="${safe(all)}">${shown.join("")}${rest}${many}</span><span class="unseen">${safe(all)}</span>`;
}
