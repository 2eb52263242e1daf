// The rows a board holds, and how frames change them: whole rows, in order, or not at all.
import type { Commitment, Delta, Meeting, Snapshot } from "./rows";

/** What a frame did: changed these rows, was old news, or showed that something is missing. */
export type Applied =
  | { readonly kind: "changed"; readonly meetings: readonly string[]; readonly commitments: readonly string[] }
  | { readonly kind: "old" }
  | { readonly kind: "gap" };

export class Board {
  readonly meetings = new Map<string, Meeting>();
  readonly commitments = new Map<string, Commitment>();
  version = -1;
  cursor: string | null = null;

  /** Begins anew with all that there is. Rows that were there before and are not now are gone. */
  reset(snapshot: Snapshot): Applied & { kind: "changed" } {
    const meetings = replace(this.meetings, snapshot.meetings);
    const commitments = replace(this.commitments, snapshot.commitments);
    this.version = snapshot.version;
    this.cursor = snapshot.cursor;
    return { kind: "changed", meetings, commitments };
  }

  /** Applies a delta when `from <= own < to`; ignores it when `to <= own`; otherwise there is a gap. */
  apply(delta: Delta): Applied {
    if (delta.to <= this.version) return { kind: "old" };
    if (delta.from > this.version) return { kind: "gap" };
    for (const row of delta.meetings) this.meetings.set(row.id, row);
    for (const id of delta.gone ?? []) this.meetings.delete(id);
    for (const row of delta.commitments) this.commitments.set(row.id, row);
    for (const id of delta.goneCommitments ?? []) this.commitments.delete(id);
    this.version = delta.to;
    this.cursor = delta.cursor;
    return {
      kind: "changed",
      meetings: [...delta.meetings.map((row) => row.id), ...(delta.gone ?? [])],
      commitments: [...delta.commitments.map((row) => row.id), ...(delta.goneCommitments ?? [])],
    };
  }
}

/** Puts the rows in and answers the names of those that differ. */
function replace<T extends { readonly id: string }>(held: Map<string, T>, rows: readonly T[]): string[] {
  const before = new Map(held);
  held.clear();
  for (const row of rows) held.set(row.id, row);
  const changed = rows.filter((row) => JSON.stringify(row) !== JSON.stringify(before.get(row.id))).map((row) => row.id);
  return [...changed, ...[...before.keys()].filter((id) => !held.has(id))];
}
