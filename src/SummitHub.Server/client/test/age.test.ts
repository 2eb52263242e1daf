import { expect, test } from "vitest";
import { Age } from "../src/age";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

test("a board turns amber after 5 s and red after 20 s without contact", () => {
  let now = 1_000;
  const age = new Age(at(0), () => now);
  const after = (seconds: number): string => ((now = 1_000 + seconds * 1000), age.freshness);
  expect([after(0), after(5), after(5.1), after(20), after(20.1)]).toEqual(["fresh", "fresh", "amber", "amber", "red"]);
});

test("only a newer confirmation counts as contact: a server cut off from its store does not look alive", () => {
  let now = 0;
  const age = new Age(at(0), () => now);
  now = 15_000;
  age.confirm(at(0));
  expect([age.freshness, age.silence]).toEqual(["amber", 15_000]);
  age.confirm(at(14));
  expect([age.freshness, age.silence, age.asOf]).toEqual(["fresh", 0, Date.parse(at(14))]);
});

test("a confirmation that is no instant changes nothing", () => {
  const age = new Age(at(1), () => 0);
  age.confirm("soon");
  expect(age.asOf).toBe(Date.parse(at(1)));
});
