import { expect, test } from "vitest";
import { addressOf, bodyOf } from "../src/body";
import { Hours } from "../src/hours";

const hours = new Hours("America/New_York");

test("day, time and minutes become a slot; what is empty is left out", () => {
  expect(bodyOf([["day", "2019-09-24"], ["time", "10:20"], ["minutes", "20"], ["venue", "booth-17"], ["reason", " held in the plenary "], ["caller", ""]], hours)).toEqual({
    start: "2019-09-24T14:20:00.000Z", end: "2019-09-24T14:40:00.000Z", venue: "booth-17", reason: "held in the plenary",
  });
});

test("minutes late count from the planned start, minutes over from the planned end", () => {
  expect(bodyOf([["from", "2019-09-24T15:00:00Z"], ["late", "12"], ["cause", "overrun"]], hours)).toEqual({ start: "2019-09-24T15:12:00.000Z", cause: "overrun" });
  expect(bodyOf([["until", "2019-09-24T15:20:00Z"], ["over", "5"]], hours)).toEqual({ end: "2019-09-24T15:25:00.000Z" });
});

test("topics are split at the commas of any script, and a figure is a number", () => {
  expect(bodyOf([["topics", "trade, visas،energy，water"]], hours)).toEqual({ topics: ["trade", "visas", "energy", "water"] });
  expect(bodyOf([["figure", "1 200 000,000"], ["unit", "USD"]], hours)).toEqual({ figure: 1_200_000_000, unit: "USD" });
});

test("the desk acts for a delegation only with the caller's name", () => {
  expect(bodyOf([["behalf", "KAZ"], ["caller", "A. Seitkali"]], hours)).toEqual({ onBehalf: { delegation: "KAZ", caller: "A. Seitkali" } });
  expect(bodyOf([["behalf", "KAZ"]], hours)).toEqual({});
});

test("a place in a call's address is filled by a field, which is not sent besides", () => {
  const body: Record<string, unknown> = bodyOf([["venue", "booth-17"], ["minutes", "10"], ["extraMinutes", "15"], ["cause", "overrun"]], hours);
  expect(addressOf("/api/venues/{venue}/close", body)).toBe("/api/venues/booth-17/close");
  expect(body).toEqual({ minutes: 10, extraMinutes: 15, cause: "overrun" });
});

test("hours and days are numbers, and scopes a list, also of one", () => {
  expect(bodyOf([["label", "Cars"], ["scopes", "read"], ["scopes", "record"], ["days", "14"]], hours)).toEqual({ label: "Cars", scopes: ["read", "record"], days: 14 });
  expect(bodyOf([["name", "A"], ["scopes", "read"], ["hours", "72"]], hours)).toEqual({ name: "A", scopes: ["read"], hours: 72 });
});

test("an item is told in several languages, a window has two ends, and of a list each box that is ticked is sent", () => {
  expect(bodyOf([["text", "Ports"], ["otherLanguage", "ru"], ["otherText", "Порты"], ["otherLanguage", "kk"], ["otherText", " "], ["windowFrom", "2019-10-01"]], hours)).toEqual({
    text: "Ports", others: [{ language: "ru", text: "Порты" }], window: { from: "2019-10-01", until: "2019-10-01" },
  });
  expect(bodyOf([["language", "ru"], ["items", "KAZ/a"], ["items", "GEO/b"]], hours)).toEqual({ language: "ru", items: ["KAZ/a", "GEO/b"] });
});
