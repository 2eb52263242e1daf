import { expect, test } from "vitest";
import { nextSheet } from "../src/wall";

test("sheets follow one another and begin again after the last", () => {
  expect([0, 400, 800].map((shown) => nextSheet(shown, 400, 1200))).toEqual([1, 2, 0]);
});

test("a list of one sheet stays where it is, and so does one that is not shown", () => {
  expect(nextSheet(0, 400, 400)).toBe(0);
  expect(nextSheet(0, 0, 0)).toBe(0);
});
