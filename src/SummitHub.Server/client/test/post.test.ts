import { expect, test } from "vitest";
import { post, type Sending } from "../src/post";
import { pause, longestPause } from "../src/retry";

interface Call {
  readonly headers: Record<string, string>;
  readonly body: string;
}

function sending(...answers: (Response | "down")[]): { sending: Sending; calls: Call[] } {
  const calls: Call[] = [];
  let clock = 0;
  let keys = 0;
  const fetch = (_path: unknown, init?: RequestInit): Promise<Response> => {
    calls.push({ headers: init?.headers as Record<string, string>, body: String(init?.body) });
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    return answer === "down" || answer === undefined ? Promise.reject(new TypeError("down")) : Promise.resolve(answer);
  };
  return {
    calls,
    sending: { fetch: fetch as typeof globalThis.fetch, wait: (ms) => ((clock += ms), Promise.resolve()), now: () => clock, key: () => `key-${++keys}` },
  };
}

test("a command that the line lost is sent again under the same key", async () => {
  const { sending: by, calls } = sending("down", new Response("", { status: 503 }), new Response(null, { status: 204 }));
  expect(await post("/x", { reason: "fog" }, 7, by)).toEqual({ ok: true, body: null });
  expect(calls.map((call) => [call.headers["Idempotency-Key"], call.headers["If-Match"], call.headers["X-SummitHub"], call.body])).toEqual(
    Array(3).fill(["key-1", '"7"', "1", '{"reason":"fog"}']),
  );
});

test("a refusal is an answer and is not sent again", async () => {
  const problem = { reason: "roomTakenThen", detail: "Booth 3 is taken.", conflictsWith: [{ venue: "booth-03" }], alternatives: [] };
  const { sending: by, calls } = sending(new Response(JSON.stringify(problem), { status: 409 }));
  expect(await post("/x", {}, null, by)).toEqual({ ok: false, refusal: { status: 409, ...problem } });
  expect([calls.length, calls[0]?.headers["If-Match"]]).toEqual([1, undefined]);
});

test("after half a minute of silence it is not known whether it was done, and said so", async () => {
  const { sending: by, calls } = sending("down");
  expect(await post("/x", {}, null, by)).toEqual({ ok: false, refusal: null });
  expect(calls.length).toBeGreaterThan(5);
});

test("who is held back for half a minute is told so, and what was made is answered", async () => {
  const held = sending(new Response(JSON.stringify({ reason: "tooManyCalls" }), { status: 429 }));
  expect(await post("/x", {}, null, held.sending)).toMatchObject({ ok: false, refusal: { status: 429, reason: "tooManyCalls" } });
  const made = sending(new Response(JSON.stringify({ link: "/join#one" }), { status: 200 }));
  expect(await post("/x", {}, null, made.sending)).toEqual({ ok: true, body: { link: "/join#one" } });
});

test("pauses before coming back grow to five seconds and are spread", () => {
  expect([pause(0, 0), pause(0, 1), pause(3, 0), pause(40, 1)]).toEqual([125, 250, 1_000, longestPause]);
});
