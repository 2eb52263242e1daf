// Sends a command: at most once however often it is sent. The key is kept for retries, which go on for half a minute while the line
// or the server is down; after that the caller is told that it is not known whether it was done.

export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly detail: string;
  readonly conflictsWith: readonly Obstacle[];
  readonly alternatives: readonly Alternative[];
}

export interface Obstacle {
  readonly meeting?: string | null;
  readonly commitment?: string | null;
  readonly principal?: string | null;
  /** The sides of the meeting by their codes, the kind of the commitment, and what the person is called. */
  readonly parties?: readonly string[] | null;
  readonly kind?: string | null;
  readonly person?: string | null;
  readonly venue?: string | null;
  readonly when?: { readonly start: string; readonly end: string } | null;
}

export interface Alternative {
  readonly start: string;
  readonly end: string;
  readonly venue?: string | null;
}

/** What the server answered, its body where it has one; or why not; or nothing, where it is not known. */
export type Answer = { readonly ok: true; readonly body: Readonly<Record<string, unknown>> | null } | { readonly ok: false; readonly refusal: Refusal } | { readonly ok: false; readonly refusal: null };

export interface Sending {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly key: () => string;
}

const patience = 30_000;

/** As a browser sends. */
export const browser: Sending = {
  fetch: (...call) => fetch(...call),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
  key: () => crypto.randomUUID(),
};

/** @param version the meeting's version the plan was made on; null for facts and records. */
export async function post(path: string, body: object, version: number | null, sending: Sending = browser): Promise<Answer> {
  const headers: Record<string, string> = { "Content-Type": "application/json", "Idempotency-Key": sending.key(), "X-SummitHub": "1" };
  if (version !== null) headers["If-Match"] = `"${version}"`;
  const began = sending.now();
  for (let pause = 300; ; pause = Math.min(pause * 2, 4_000)) {
    const response = await sending.fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => null);
    if (response?.ok) return { ok: true, body: (await response.json().catch(() => null)) as Record<string, unknown> | null };
    if (response && ![429, 502, 503, 504].includes(response.status)) return { ok: false, refusal: await refusalOf(response) };
    // To be held back is an answer: it is known that nothing was done.
    if (sending.now() - began + pause > patience) return { ok: false, refusal: response?.status === 429 ? await refusalOf(response) : null };
    await sending.wait(pause);
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Refusal>;
  return {
    status: response.status,
    reason: problem.reason ?? "failed",
    detail: problem.detail ?? "",
    conflictsWith: problem.conflictsWith ?? [],
    alternatives: problem.alternatives ?? [],
  };
}
