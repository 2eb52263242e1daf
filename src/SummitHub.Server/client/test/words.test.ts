import { expect, test } from "vitest";
import { Words } from "../src/words";

test("a name that runs against the page is set apart, as the server does", () => {
  const rightToLeft = new Words({}, "rtl");
  for (const name of ["Booth 3 (East)", "Касым-Жомарт Токаев", "联合国"]) expect(rightToLeft.apart(name)).toBe(`\u2068${name}\u2069`);
  for (const name of ["الأردن", "10:20–10:40", ""]) expect(rightToLeft.apart(name)).toBe(name);
  const leftToRight = new Words({}, "ltr");
  for (const name of ["الأردن", "שלום"]) expect(leftToRight.apart(name)).toBe(`\u2068${name}\u2069`);
  for (const name of ["Booth 3 (East)", "约旦", "10:20–10:40"]) expect(leftToRight.apart(name)).toBe(name);
});

test("places are filled in, every one of a name", () => {
  expect(new Words({ late: "{minutes} min late, {minutes}" }).say("late", { minutes: 12 })).toBe("12 min late, 12");
  expect(new Words({}).say("a.key")).toBe("a.key");
});
