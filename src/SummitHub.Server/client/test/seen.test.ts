import { expect, test } from "vitest";
import { mostOften, teller } from "../src/seen";

/** A clock of the test's own, and what was to be done later by it. */
function stage() {
  const told: (readonly [number, number])[] = [];
  let [now, due] = [0, [] as { at: number; then: () => void }[]];
  const seen = teller((version) => told.push([now, version]), { now: () => now, later: (milliseconds, then) => due.push({ at: now + milliseconds, then }) });
  const pass = (milliseconds: number): void => {
    const end = now + milliseconds;
    for (let next = due.find((task) => task.at <= end); next; next = due.find((task) => task.at <= end)) {
      due = due.filter((task) => task !== next);
      now = next.at;
      next.then();
    }
    now = end;
  };
  return { told, seen, pass };
}

test("the first frame and one after a pause are told at once", () => {
  const { told, seen, pass } = stage();
  seen(1);
  pass(10_000);
  seen(2);
  expect(told).toEqual([[0, 1], [10_000, 2]]);
});

test("forty frames in two seconds are told every second, the last of them too", () => {
  const { told, seen, pass } = stage();
  for (let frame = 1; frame <= 40; frame++) {
    seen(frame);
    pass(50);
  }
  pass(mostOften);
  expect(told).toEqual([[0, 1], [1000, 20], [2000, 40]]);
});

test("nothing is told twice", () => {
  const { told, seen, pass } = stage();
  seen(1);
  seen(1);
  pass(mostOften);
  seen(1);
  pass(mostOften);
  expect(told).toEqual([[0, 1]]);
});
