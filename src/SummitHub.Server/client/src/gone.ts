// Whose session was ended, or who was removed, is not left before a board that stands still: the page itself says so.

const patience = 5_000;
let asking = false;

/** Asks whether the page is still the reader's, and goes where it says that it is not; for when its line does not come back. */
export async function leaveIfGone(): Promise<void> {
  if (asking) return;
  asking = true;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(patience) }).catch(() => null);
  asking = false;
  if (answer && [401, 403].includes(answer.status)) location.reload();
}
