// What the server put into the page for us to go on from.
import type { Snapshot } from "./rows";

export interface BoardBoot {
  readonly day: string;
  readonly by: "delegation" | "room";
  readonly firstHour: number;
  readonly lastHour: number;
  readonly delegations: Readonly<Record<string, string>>;
  readonly venues: Readonly<Record<string, string>>;
  readonly principals: Readonly<Record<string, string>>;
}

export interface Boot {
  readonly kind: "board" | "regions" | "people" | "wall";
  readonly summit: string;
  readonly timeZone: string;
  readonly scope: string;
  /** The days of the summit in few letters, as `2019-09-24`: every browser would write them in a way of its own. */
  readonly days: Readonly<Record<string, string>>;
  readonly language: string;
  readonly caller: string;
  readonly delegation?: string | null;
  readonly snapshot: Snapshot;
  readonly words: Readonly<Record<string, string>>;
  readonly board?: BoardBoot | null;
  /** The names of delegations by code, on the page of a meeting. */
  readonly delegations?: Readonly<Record<string, string>> | null;
}

/** The boot of this page; null on pages that are not live. */
export function readBoot(): Boot | null {
  const block = document.getElementById("boot");
  return block?.textContent ? (JSON.parse(block.textContent) as Boot) : null;
}
