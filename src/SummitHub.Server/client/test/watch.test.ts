import { expect, test } from "vitest";
import { Board } from "../src/board";
import type { WatchReply } from "../src/rows";
import { Watch, type Line } from "../src/watch";
import { delta, meeting, snapshot } from "./rows";

/** A line whose answers are given by hand. */
class HandLine implements Line {
  readonly asked: (string | null)[] = [];
  readonly told: number[] = [];
  private answers: ((reply: WatchReply) => void)[] = [];

  watch(_scope: string, cursor: string | null): Promise<WatchReply> {
    this.asked.push(cursor);
    return new Promise((resolve) => this.answers.push(resolve));
  }

  seen(version: number): void {
    this.told.push(version);
  }

  async answer(reply: WatchReply): Promise<void> {
    this.answers.shift()?.(reply);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

function begun(): { board: Board; watch: Watch; line: HandLine; changes: string[] } {
  const board = new Board();
  board.reset(snapshot(3, [meeting("a")]));
  const changes: string[] = [];
  return { board, watch: new Watch(board, "day:2019-09-24", (applied) => changes.push(applied.meetings.join())), line: new HandLine(), changes };
}

test("the first watch goes on from the page's cursor", async () => {
  const { board, watch, line, changes } = begun();
  const done = watch.begin(line);
  await line.answer({ delta: delta(3, 5, [meeting("a", { status: "late" })]) });
  await done;
  expect([line.asked, board.version, changes, line.told]).toEqual([["c3"], 5, ["a"], [5]]);
});

test("frames that arrive before the answer are kept, and applied or ignored after it", async () => {
  const { board, watch, line } = begun();
  const done = watch.begin(line);
  void watch.frame(line, delta(4, 5, [meeting("b")]));
  void watch.frame(line, delta(5, 6, [meeting("c")]));
  expect(board.version).toBe(3);
  await line.answer({ delta: delta(3, 5, [meeting("b")]) });
  await done;
  expect([board.version, [...board.meetings.keys()]]).toEqual([6, ["a", "b", "c"]]);
});

test("a gap is watched again from the board's own cursor", async () => {
  const { board, watch, line } = begun();
  const first = watch.begin(line);
  await line.answer({ delta: delta(3, 3) });
  await first;
  void watch.frame(line, delta(5, 6, [meeting("z")]));
  expect(line.asked).toEqual(["c3", "c3"]);
  await line.answer({ delta: delta(3, 6, [meeting("y"), meeting("z")]) });
  expect([board.version, [...board.meetings.keys()]]).toEqual([6, ["a", "y", "z"]]);
});

test("a snapshot replaces everything where the cursor did not hold", async () => {
  const { board, watch, line } = begun();
  const done = watch.begin(line);
  await line.answer({ snapshot: snapshot(40, [meeting("b")]) });
  await done;
  expect([board.version, board.cursor, [...board.meetings.keys()]]).toEqual([40, "c40", ["b"]]);
});

test("an answer to a line that was lost is not taken once a new line has begun", async () => {
  const { board, watch } = begun();
  const [lost, fresh] = [new HandLine(), new HandLine()];
  void watch.begin(lost);
  const done = watch.begin(fresh);
  await fresh.answer({ delta: delta(3, 8, [meeting("b")]) });
  await done;
  await lost.answer({ snapshot: snapshot(1, []) });
  expect([board.version, board.meetings.size]).toEqual([8, 2]);
});
