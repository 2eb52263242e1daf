// Writes blocks and entries as the server does (Pages/Block.razor, Entry.razor, Said.razor).
import type { View } from "./view";

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that stands in markup or an attribute and is nothing but text. */
export const safe = (text: string): string => text.replace(/[&<>"']/g, (letter) => special[letter] ?? letter);

/** A block of the timeline. */
export function blockHtml(view: View, lane: number): string {
  const common = `class="block ${view.classes}" data-of="${safe(view.id)}"`;
  const rest = `aria-description="${safe(view.sentence)}" style="--s:${view.start};--d:${view.length};--l:${lane}"`;
  const inside = `<i class="shape"></i><b>${safe(view.codes)}</b><time>${safe(view.from)}</time>`;
  return view.address === null ? `<span ${common} tabindex="-1" ${rest}>${inside}</span>` : `<a ${common} href="${safe(view.address)}" ${rest}>${inside}</a>`;
}

/** An entry of an agenda. */
export function entryHtml(view: View): string {
  const inside = view.address === null ? `<div>${saidHtml(view)}</div>` : `<a href="${safe(view.address)}">${saidHtml(view)}</a>`;
  return `<li class="entry ${view.classes}" data-of="${safe(view.id)}" data-at="${view.start}">${inside}</li>`;
}

/** The head of a room's meetings in an agenda. */
export const roomHeadHtml = (key: string, name: string): string => `<li class="room-head" data-room="${safe(key)}"><h2>${safe(name)}</h2></li>`;

/** What a block says when it is looked at: an entry that leads nowhere. */
export const peekHtml = (view: View): string => `<div class="entry ${view.classes}"><div>${saidHtml(view)}</div></div>`;

function saidHtml(view: View): string {
  const line = (name: string, text: string | null): string => (text ? `<span class="${name}">${safe(text)}</span>` : "");
  return (
    `<span class="when"><b>${safe(view.from)}</b><span>${safe(view.until)}</span></span>` +
    `<span class="what"><b>${safe(view.parties)}</b>${line("people", view.people)}<span class="place">${safe(view.place)}</span>` +
    `${line("was", view.was)}${line("note", view.note)}</span>` +
    `<span class="status"><i class="shape"></i>${safe(view.status)}</span>`
  );
}
