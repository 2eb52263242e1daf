// How long to wait before the next try: soon at first, then up to five seconds, spread so that a thousand boards do not return as one.

export const longestPause = 5_000;

/** @param tries how many have failed. @param chance a number of [0, 1). */
export function pause(tries: number, chance: number): number {
  const ceiling = Math.min(longestPause, 250 * 2 ** Math.min(tries, 10));
  return ceiling / 2 + (ceiling / 2) * chance;
}
