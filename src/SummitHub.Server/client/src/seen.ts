// Tells the server what has been shown, so that it does not take a board for one that hangs. The first after a pause is told at once;
// what follows at most once a second, the newest alone: a call costs the server as much as a frame does.

export const mostOften = 1_000;

export interface Waiting {
  readonly now: () => number;
  readonly later: (milliseconds: number, then: () => void) => void;
}

const browser: Waiting = { now: () => performance.now(), later: (milliseconds, then) => void setTimeout(then, milliseconds) };

/** @param tell tells it, best effort. */
export function teller(tell: (version: number) => void, waiting: Waiting = browser): (version: number) => void {
  let [told, shown, at, due] = [-1, -1, -Infinity, false];
  const send = (): void => {
    due = false;
    if (shown === told) return;
    [told, at] = [shown, waiting.now()];
    tell(shown);
  };
  return (version) => {
    shown = version;
    if (due) return;
    const rest = at + mostOften - waiting.now();
    if (rest <= 0) return send();
    due = true;
    waiting.later(rest, send);
  };
}
