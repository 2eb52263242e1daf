import { expect, test } from "vitest";
import { withPhrase } from "../src/phrases";

test("the newest phrase is first, each stands once, and six are kept", () => {
  const kept = ["a", "b", "c", "d", "e", "f", "b"].reduce<string[]>((phrases, text) => withPhrase(phrases, text), []);
  expect(kept).toEqual(["b", "f", "e", "d", "c", "a"]);
  expect(withPhrase(kept, "g")).toEqual(["g", "b", "f", "e", "d", "c"]);
});
