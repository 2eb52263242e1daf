// Ends the session of this browser: here, and then at the provider that vouched for it, if one did.
import { forgetDrafts } from "./drafts";
import { toast } from "./toast";
import type { Words } from "./words";

export function listenToSignOut(words: Words): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button[data-sign-out]");
    if (button) void signOut(button, words);
  });
}

async function signOut(button: HTMLButtonElement, words: Words): Promise<void> {
  button.disabled = true;
  const answer = await fetch(button.dataset["signOut"] ?? "", { method: "POST", headers: { "X-SummitHub": "1" } }).catch(() => null);
  // Who has no session any more is out as well.
  if (answer?.ok || answer?.status === 401) {
    forgetDrafts();
    const said = answer.status === 200 ? ((await answer.json()) as { to: string }) : null;
    location.assign(said?.to ?? "/");
    return;
  }
  button.disabled = false;
  toast(words.say("failed.unknown"), true);
}
