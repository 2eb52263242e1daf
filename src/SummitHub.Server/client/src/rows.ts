// What the server sends, as SummitHub.Contracts/Board says it. A member that is null there may be absent here.

export type Status =
  | "requested" | "provisional" | "confirmed" | "onTheWay" | "inProgress" | "late"
  | "ended" | "outcomePending" | "cancelled" | "postponed" | "declined" | "withdrawn";

type Maybe<T> = T | null | undefined;

export interface Slot {
  readonly when: { readonly start: string; readonly end: string };
  readonly venue?: Maybe<string>;
}

export interface Party {
  readonly delegation: string;
  readonly name?: Maybe<string>;
  readonly nativeName?: Maybe<{ readonly language: string; readonly text: string }>;
}

export interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly parties: readonly Party[];
  readonly status: Status;
  readonly start?: Maybe<string>;
  readonly end?: Maybe<string>;
  readonly plannedStart?: Maybe<string>;
  readonly plannedEnd?: Maybe<string>;
  readonly venue?: Maybe<string>;
  readonly movedFrom?: Maybe<Slot>;
  readonly moveReason?: Maybe<string>;
  readonly lateCause?: Maybe<string>;
  readonly proposal?: Maybe<object>;
  readonly durationMinutes: number;
  readonly conflicts?: Maybe<readonly { readonly rule: string }[]>;
  readonly estimated?: Maybe<readonly string[]>;
  readonly recordRevision?: number;
  readonly simulated?: boolean;
}

export interface Commitment {
  readonly id: string;
  readonly kind: string;
  readonly principals: readonly string[];
  readonly delegations: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly venue?: Maybe<string>;
  readonly status: Status;
  readonly estimated: boolean;
}

export interface Clock {
  readonly summitTime: string;
  readonly realTime: string;
  readonly rate: number;
  readonly sample: boolean;
  readonly playing: boolean;
}

export interface Snapshot {
  readonly epoch: string;
  readonly version: number;
  readonly cursor: string;
  readonly asOf: string;
  readonly clock: Clock;
  readonly meetings: readonly Meeting[];
  readonly commitments: readonly Commitment[];
}

export interface Delta {
  readonly from: number;
  readonly to: number;
  readonly cursor: string;
  readonly meetings: readonly Meeting[];
  readonly gone: readonly string[];
  readonly commitments: readonly Commitment[];
  readonly goneCommitments?: Maybe<readonly string[]>;
}

/** Somebody who looks at the same board. */
export interface Person {
  readonly name: string;
  readonly role: string;
  readonly delegation?: Maybe<string>;
}

export interface WatchReply {
  readonly snapshot?: Maybe<Snapshot>;
  readonly delta?: Maybe<Delta>;
}
