import { expect, test } from "vitest";
import { Hours } from "../src/hours";
import { SummitClock } from "../src/summitclock";

const newYork = new Hours("America/New_York", { "2019-09-24": "الثلاثاء 24" });

test("hours are those of the summit's town, with Western digits", () => {
  expect(newYork.hour("2019-09-24T13:05:09Z")).toBe("09:05");
  expect(newYork.second("2019-09-24T13:05:09Z")).toBe("09:05:09");
  expect(newYork.hour("2019-09-24T04:00:00Z")).toBe("00:00");
});

test("a day is called what the server calls it, and by its date where the server calls it nothing", () => {
  expect(newYork.shortDay("2019-09-25T03:59:00Z")).toBe("الثلاثاء 24");
  expect(newYork.shortDay("2019-09-25T04:00:00Z")).toBe("2019-09-25");
});

test("the minute of a day counts from its local midnight, before it and after it", () => {
  expect(newYork.minute("2019-09-24T15:00:00Z", "2019-09-24")).toBe(660);
  expect(newYork.minute("2019-09-25T05:00:00Z", "2019-09-24")).toBe(1500);
  expect(newYork.minute("2019-09-24T03:00:00Z", "2019-09-24")).toBe(-60);
});

test("a local time is made the instant it means, on days with a clock change too", () => {
  expect(newYork.instant("2019-09-24T11:00")).toBe("2019-09-24T15:00:00.000Z");
  expect(newYork.instant("2019-11-03T12:00")).toBe("2019-11-03T17:00:00.000Z");
  expect(newYork.instant("2019-03-10T12:00")).toBe("2019-03-10T16:00:00.000Z");
  expect(new Hours("Asia/Kathmandu").instant("2019-09-24T11:00")).toBe("2019-09-24T05:15:00.000Z");
});

test("the summit's clock runs at its rate from its reading, whatever this device believes the time is", () => {
  let now = 500;
  const reading = { summitTime: "2019-09-24T14:40:00Z", realTime: "2026-01-01T00:00:00Z", rate: 10, sample: true, playing: true };
  const clock = new SummitClock(reading, "2026-01-01T00:00:02Z", () => now);
  expect(newYork.second(clock.time)).toBe("10:40:20");
  now += 3_000;
  expect(newYork.second(clock.time)).toBe("10:40:50");
  expect(newYork.second(clock.timeAt(Date.parse("2026-01-01T00:00:01Z")))).toBe("10:40:10");
  clock.set({ ...reading, summitTime: "2019-09-24T18:00:00Z", rate: 0 });
  now += 60_000;
  expect(newYork.second(clock.time)).toBe("14:00:00");
});
