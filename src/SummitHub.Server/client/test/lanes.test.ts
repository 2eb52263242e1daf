import { expect, test } from "vitest";
import { lanes } from "../src/lanes";

const block = (id: string, start: number, length: number) => ({ id, start, length });
const at = (...blocks: ReturnType<typeof block>[]) => lanes(blocks).placed.map((p) => `${p.view.id}${p.lane}`).join(" ");

test("blocks that only touch share a lane", () => {
  expect(at(block("a", 600, 20), block("b", 620, 20))).toBe("a0 b0");
});

test("blocks that overlap lie under one another, and a freed lane is used again", () => {
  expect(at(block("a", 600, 60), block("b", 610, 20), block("c", 620, 20), block("d", 630, 10))).toBe("a0 b1 c2 d1");
});

test("of two that start together the one with the lesser name comes first", () => {
  expect(at(block("z", 600, 20), block("k", 600, 20))).toBe("k0 z1");
});

test("a very short block holds the room it is drawn in", () => {
  expect(at(block("a", 600, 2), block("b", 605, 20))).toBe("a0 b1");
});

test("an empty row has one lane", () => {
  expect(lanes([])).toEqual({ placed: [], count: 1 });
});
