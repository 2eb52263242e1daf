import { expect, test } from "vitest";
import { Board } from "../src/board";
import { commitment, delta, meeting, snapshot } from "./rows";

test("a delta that begins where the board stands replaces whole rows and takes away what is gone", () => {
  const board = new Board();
  board.reset(snapshot(3, [meeting("a", { lateCause: "overrun" }), meeting("b")]));
  expect(board.apply(delta(3, 4, [meeting("a", { status: "late" })], ["b"]))).toEqual({ kind: "changed", meetings: ["a", "b"], commitments: [] });
  expect([...board.meetings.values()]).toEqual([meeting("a", { status: "late" })]);
  expect([board.version, board.cursor]).toEqual([4, "c4"]);
});

test("a commitment that is taken back is gone from the board", () => {
  const board = new Board();
  board.reset(snapshot(3, [], [commitment("rest"), commitment("speech")]));
  expect(board.apply({ ...delta(3, 4), goneCommitments: ["rest"] })).toEqual({ kind: "changed", meetings: [], commitments: ["rest"] });
  expect([...board.commitments.keys()]).toEqual(["speech"]);
});

test("a delta that overlaps what is known is applied, since its rows are whole", () => {
  const board = new Board();
  board.reset(snapshot(3, [meeting("a")]));
  expect(board.apply(delta(1, 5, [meeting("a", { status: "ended" })])).kind).toBe("changed");
  expect(board.version).toBe(5);
});

test("a delta of what is known already changes nothing", () => {
  const board = new Board();
  board.reset(snapshot(5, [meeting("a", { status: "ended" })]));
  expect(board.apply(delta(3, 5, [meeting("a", { status: "late" })]))).toEqual({ kind: "old" });
  expect(board.meetings.get("a")?.status).toBe("ended");
});

test("a delta from the future shows a gap and changes nothing", () => {
  const board = new Board();
  board.reset(snapshot(3, [meeting("a")]));
  expect(board.apply(delta(4, 5, [meeting("a", { status: "ended" })]))).toEqual({ kind: "gap" });
  expect([board.version, board.meetings.get("a")?.status]).toEqual([3, "confirmed"]);
});

test("a snapshot names what differs: rows that are new, changed or gone", () => {
  const board = new Board();
  board.reset(snapshot(3, [meeting("same"), meeting("other"), meeting("gone")]));
  expect(board.reset(snapshot(9, [meeting("same"), meeting("other", { status: "late" }), meeting("new")])).meetings).toEqual(["other", "new", "gone"]);
});
