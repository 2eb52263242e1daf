// What a block or an entry says. The server says the same of the same row (Pages/BlockView.cs); golden files hold the two together.
import type { BoardBoot } from "./boot";
import type { Hours } from "./hours";
import type { Commitment, Meeting, Party, Slot } from "./rows";
import { Words } from "./words";

export interface View {
  readonly id: string;
  readonly classes: string;
  readonly status: string;
  readonly codes: string;
  readonly parties: string;
  readonly people: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  readonly was: string | null;
  readonly note: string | null;
  readonly sentence: string;
  readonly address: string | null;
  readonly start: number;
  readonly length: number;
}

/** What is needed to say it. */
export interface Manner {
  readonly summit: string;
  readonly language: string;
  readonly words: Words;
  readonly hours: Hours;
  readonly names: Pick<BoardBoot, "day" | "delegations" | "venues" | "principals">;
}

export const estimate = "≈";

/** Whether a meeting has an hour, and so a block. */
export const startOf = (row: Meeting): string | null => row.start ?? row.plannedStart ?? null;

export function meetingView(row: Meeting, own: string | null, manner: Manner): View {
  const { words, hours, names } = manner;
  const start = startOf(row) ?? "";
  const end = row.end ?? row.plannedEnd ?? new Date(Date.parse(start) + row.durationMinutes * 60_000).toISOString();
  const others = row.parties.filter((party) => party.delegation !== own);
  return withSentence({
    id: row.id,
    classes: classesOf(row),
    status: statusOf(row, words),
    codes: others.map((party) => words.apart(party.delegation)).join(" · "),
    parties: others.map((party) => names.delegations[party.delegation] ?? party.delegation).join(words.say("list.and")),
    people: others.filter((party) => party.name).map((party) => personOf(party, manner)).join(" · "),
    place: marked(row, placeOf(row.venue, manner), "venue"),
    from: marked(row, hours.hour(start), "date", "start"),
    until: marked(row, hours.hour(end), "date", "start", "duration_minutes"),
    was: row.movedFrom ? words.say("moved.was", { slot: slotOf(row.movedFrom, manner) }) : null,
    note: noteOf(row, words),
    sentence: "",
    address: `/summits/${manner.summit}/meetings/${row.id}`,
    start: hours.minute(start, names.day),
    length: minutesBetween(start, end),
  }, row.simulated ?? false, words);
}

export function commitmentView(row: Commitment, manner: Manner): View {
  const { words, hours, names } = manner;
  return withSentence({
    id: row.id,
    classes: `commitment ${row.status}`,
    status: words.say(`status.${row.status}`),
    codes: words.or(`commitment.${row.kind}.short`, words.say("commitment.short")),
    parties: words.or(`commitment.${row.kind}`, words.say("commitment")),
    people: row.principals.map((id) => names.principals[id] ?? id).join(" · "),
    place: placeOf(row.venue, manner),
    from: (row.estimated ? estimate : "") + hours.hour(row.start),
    until: (row.estimated ? estimate : "") + hours.hour(row.end),
    was: null,
    note: null,
    sentence: "",
    address: null,
    start: hours.minute(row.start, names.day),
    length: minutesBetween(row.start, row.end),
  }, false, words);
}

/** The status in words, with the minutes where it is late. */
export function statusOf(row: Meeting, words: Words): string {
  if (isBroken(row)) return words.say("status.conflict");
  return row.status === "late" && row.start && row.plannedStart
    ? words.say("status.lateBy", { minutes: minutesBetween(row.plannedStart, row.start) })
    : words.say(`status.${row.status}`);
}

/** Whether facts have broken it before it began, so that somebody must act; a conflict of what runs or is over is only noted. */
export function isBroken(row: Meeting): boolean {
  return (row.conflicts?.length ?? 0) > 0 && ["provisional", "confirmed", "onTheWay", "late"].includes(row.status);
}

/** A text, marked where one of the fields it rests on is an estimate. */
function marked(row: Meeting, text: string, ...fields: readonly string[]): string {
  return fields.some((field) => row.estimated?.includes(field)) ? estimate + text : text;
}

function classesOf(row: Meeting): string {
  return row.status + (isBroken(row) ? " conflict" : "") + (row.movedFrom ? " moved" : "") + (row.proposal ? " proposed" : "");
}

function noteOf(row: Meeting, words: Words): string | null {
  const conflict = row.conflicts?.[0];
  if (conflict && isBroken(row)) return words.say(`rule.${conflict.rule}`);
  if (row.lateCause) return causeOf(row.lateCause, words);
  return row.moveReason ? causeOf(row.moveReason, words) : null;
}

/** A cause or reason: one of the known ones in the reader's language, any other as it was written. */
function causeOf(cause: string, words: Words): string {
  return words.or(`cause.${cause}`, words.apart(/^[a-z_]*$/.test(cause) ? Words.plain(cause) : cause));
}

function personOf(party: Party, manner: Manner): string {
  return manner.words.apart(party.nativeName && party.nativeName.language === manner.language ? party.nativeName.text : (party.name ?? ""));
}

function placeOf(venue: string | null | undefined, manner: Manner): string {
  return venue ? (manner.names.venues[venue] ?? venue) : manner.words.say("place.none");
}

function slotOf(slot: Slot, manner: Manner): string {
  const { hours, names } = manner;
  const start = slot.when.start;
  return [hours.day(start) === names.day ? null : hours.shortDay(start), hours.hour(start), slot.venue ? placeOf(slot.venue, manner) : null]
    .filter((part) => part !== null)
    .join(manner.words.say("list.comma"));
}

function withSentence(view: View, simulated: boolean, words: Words): View {
  const parts = [
    `${view.from}–${view.until}`, view.parties, view.people, view.place, view.status, view.was, view.note,
    (view.from + view.until).includes(estimate) ? words.say("estimated.hour") : null, simulated ? words.say("simulated") : null,
  ];
  return { ...view, sentence: parts.filter((part) => part).join(" · ") };
}

function minutesBetween(start: string, end: string): number {
  return Math.trunc((Date.parse(end) - Date.parse(start)) / 60_000);
}
