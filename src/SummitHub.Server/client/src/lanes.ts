// Puts blocks that overlap under one another; the server does the same (Pages/Lanes.cs).

/** A block narrower than this is drawn this wide, in minutes: less could not be touched. */
export const narrowest = 8;

export interface Spanned {
  readonly id: string;
  /** Minutes from the day's local midnight. */
  readonly start: number;
  /** Minutes. */
  readonly length: number;
}

export interface Placed<T> {
  readonly view: T;
  readonly lane: number;
}

/** The blocks in order of their start, each in the first lane that is free; and how many lanes there are, at least one. */
export function lanes<T extends Spanned>(views: Iterable<T>): { placed: Placed<T>[]; count: number } {
  const free: number[] = [];
  const placed = [...views].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((view) => {
    let lane = free.findIndex((end) => end <= view.start);
    if (lane < 0) lane = free.length;
    free[lane] = view.start + Math.max(view.length, narrowest);
    return { view, lane };
  });
  return { placed, count: Math.max(1, free.length) };
}
