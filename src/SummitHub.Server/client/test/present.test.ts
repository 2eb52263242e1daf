import { expect, test } from "vitest";
import { initialsOf, nameOf, othersOf } from "../src/present";
import { Words } from "../src/words";

const words = new Words({ "role.siteOfficer": "Ответственный на месте", "role.desk": "Протокольная служба", "role.chief": "Глава делегации" });

test("a reader is not told of himself, nor of his own other screen", () => {
  const [self, other] = [{ name: "KAZ site officer", role: "SiteOfficer", delegation: "KAZ" }, { name: "A. Seitkali", role: "SiteOfficer", delegation: "KAZ" }];
  expect(othersOf([self, other, self], "SiteOfficer:KAZ site officer")).toEqual([other]);
});

test("an office is called in the reader's language, a person by his name", () => {
  expect(nameOf({ name: "KAZ site officer", role: "SiteOfficer" }, words)).toBe("Ответственный на месте");
  expect(nameOf({ name: "KAZ chief of delegation", role: "Chief" }, words)).toBe("Глава делегации");
  expect(nameOf({ name: "Protocol desk", role: "Desk" }, words)).toBe("Протокольная служба");
  expect(nameOf({ name: "A. Seitkali", role: "Chief" }, words)).toBe("A. Seitkali");
});

test("initials are of the first and the last word, in any script", () => {
  expect(initialsOf("Aigerim Seitkali")).toBe("AS");
  expect(initialsOf("Maria del Carmen Ruiz")).toBe("MR");
  expect(initialsOf("王毅")).toBe("王");
  expect(initialsOf("\u2068محمد علي\u2069")).toBe("مع");
  expect(initialsOf("Протокольная служба")).toBe("ПС");
});
