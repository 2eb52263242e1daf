import type { Commitment, Delta, Meeting, Snapshot } from "../src/rows";

export const meeting = (id: string, more: Partial<Meeting> = {}): Meeting => ({
  id, version: 1, parties: [{ delegation: "KAZ" }, { delegation: "POL" }], status: "confirmed", start: "2019-09-24T15:00:00+00:00",
  end: "2019-09-24T15:20:00+00:00", plannedStart: "2019-09-24T15:00:00+00:00", plannedEnd: "2019-09-24T15:20:00+00:00", durationMinutes: 20, ...more,
});

export const commitment = (id: string): Commitment => ({
  id, kind: "held", principals: [], delegations: ["KAZ"], start: "2019-09-24T15:00:00+00:00", end: "2019-09-24T15:30:00+00:00", status: "confirmed", estimated: false,
});

export const snapshot = (version: number, meetings: Meeting[] = [], commitments: Commitment[] = []): Snapshot => ({
  epoch: "e", version, cursor: `c${version}`, asOf: "2026-01-01T00:00:00Z", meetings, commitments,
  clock: { summitTime: "2019-09-24T14:40:00Z", realTime: "2026-01-01T00:00:00Z", rate: 1, sample: true, playing: true },
});

export const delta = (from: number, to: number, meetings: Meeting[] = [], gone: string[] = []): Delta => ({ from, to, cursor: `c${to}`, meetings, gone, commitments: [] });
