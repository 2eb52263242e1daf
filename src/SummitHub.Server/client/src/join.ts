// The page that the links of invitations and displays lead to. What opens stands in the address's fragment, which browsers send to
// nobody; it is taken out of the address at once, and goes to the server in the body of one call alone.
import { browser, post, type Answer } from "./post";

const displaysTryAgain = 10_000;

/** Shows the part of the page that fits the link, and uses the link: at a press, or at once where it is a wall's, since nobody stands there. */
export function join(page: HTMLElement): void {
  let secret = "";
  let key = "";
  const begin = (): void => {
    const found = location.hash.slice(1);
    if (found === "" && secret !== "") return;
    if (found !== "") history.replaceState(null, "", location.pathname + location.search);
    [secret, key] = [found, browser.key()];
    setBusy(page, false);
    show(page, secret === "" ? "none" : isDisplay(secret) ? "display" : "open");
    if (isDisplay(secret)) void go();
  };
  const go = async (): Promise<void> => {
    setBusy(page, true);
    // The same key each time: a use whose answer was lost is answered again.
    const mine = key;
    const answer = await post("/join", { secret }, null, { ...browser, key: () => mine });
    // Another link was opened meanwhile: this answer is not its own.
    if (key !== mine) return;
    const to = answer.ok ? answer.body?.["to"] : null;
    if (typeof to === "string") return location.replace(to);
    setBusy(page, false);
    const why = reasonOf(page, answer);
    const again = ["failed", "tooManyCalls"].includes(why);
    if (isDisplay(secret) && again) setTimeout(() => void go(), displaysTryAgain);
    if (!again) secret = "";
    show(page, why);
  };
  page.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    if (target.closest("[data-go]")) void go();
    const language = target.closest<HTMLAnchorElement>("a[hreflang]");
    if (!language || secret === "") return;
    event.preventDefault();
    location.assign(`${language.href}#${secret}`);
  });
  addEventListener("hashchange", begin);
  begin();
}

const isDisplay = (secret: string): boolean => secret.startsWith("display.");

function reasonOf(page: HTMLElement, answer: Answer): string {
  const reason = answer.ok || !answer.refusal ? "failed" : answer.refusal.reason;
  return page.querySelector(`[data-state="${CSS.escape(reason)}"]`) ? reason : "failed";
}

function show(page: HTMLElement, state: string): void {
  for (const part of page.querySelectorAll<HTMLElement>("[data-state]")) part.hidden = part.dataset["state"] !== state;
}

function setBusy(page: HTMLElement, busy: boolean): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-go]")) {
    button.dataset["said"] ??= button.textContent;
    button.disabled = busy;
    button.textContent = (busy ? button.dataset["busy"] : button.dataset["said"]) ?? "";
  }
}
