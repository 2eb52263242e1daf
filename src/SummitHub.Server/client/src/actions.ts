// What a page lets its reader do: forms and buttons that name their call in `data-call`. A refusal is shown beside what was asked, in
// words, with what would do instead as buttons.
import { addressOf, bodyOf } from "./body";
import type { Boot } from "./boot";
import type { Hours } from "./hours";
import { post, type Alternative, type Refusal } from "./post";
import type { Regions as RegionsType } from "./regions";
import { Regions } from "./regions";
import { isRule, refusalHtml } from "./refusal";
import { toast } from "./toast";
import type { Words } from "./words";

export function listenToActions(boot: Boot, hours: Hours, words: Words, regions: RegionsType): void {
  const isDesk = boot.delegation == null;

  async function send(source: HTMLElement, call: string, body: Record<string, unknown>): Promise<void> {
    if ("sending" in source.dataset) return;
    const version = source.dataset["version"];
    setBusy(source, true);
    const answer = await post(call, body, version ? Number(version) : null);
    setBusy(source, false);
    if (answer.ok) {
      clearAnswer(source);
      toast(words.say(source.dataset["done"] ?? "done"));
      source.dispatchEvent(new CustomEvent("sent", { bubbles: true, detail: answer.body }));
      if (source instanceof HTMLFormElement) finish(source);
      regions.refresh(...Regions.all());
    } else if (answer.refusal) refuse(source, call, body, answer.refusal);
    else toast(words.say("failed.unknown"), true);
  }

  function refuse(source: HTMLElement, call: string, body: Record<string, unknown>, refusal: Refusal): void {
    const place = answerOf(source);
    place.innerHTML = refusalHtml(refusal, words, hours, { boot, mayOverride: isDesk && isRule(refusal) && "version" in source.dataset });
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
    // The part may have been written anew since; the answer went along.
    const again = (more: Record<string, unknown>): void => void send(place.closest<HTMLElement>("form[data-call]") ?? source, call, { ...body, ...more });
    place.querySelectorAll<HTMLElement>("[data-alternative]").forEach((button, at) => {
      const slot = refusal.alternatives[at];
      if (slot) button.addEventListener("click", () => again(slotOf(slot)));
    });
    listenToOverride(place, (why) => again({ override: why, reason: body["reason"] ?? why }));
    // What the page shows is no longer so; what he typed stays.
    if (refusal.status === 412) regions.refreshAll();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const call = form.dataset["call"];
    if (!call) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
    const body = { ...fixed(form), ...bodyOf(fields, hours) };
    if (form.dataset["topics"] !== undefined) Object.assign(body, { topics: body["topics" as keyof typeof body] ?? [], notes: body["notes" as keyof typeof body] ?? "" });
    void send(form, addressOf(call, body), body);
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("button[data-call]");
    if (button?.dataset["call"]) void send(button, button.dataset["call"], fixed(button));
  });
}

const slotOf = (slot: Alternative): Record<string, unknown> => ({ start: slot.start, end: slot.end, ...(slot.venue ? { venue: slot.venue } : {}) });

const fixed = (source: HTMLElement): Record<string, unknown> => JSON.parse(source.dataset["body"] ?? "{}") as Record<string, unknown>;

function listenToOverride(place: HTMLElement, override: (why: string) => void): void {
  const why = place.querySelector<HTMLInputElement>("input[name='override']");
  const go = (): void => {
    if (why?.value.trim()) override(why.value.trim());
    else why?.focus();
  };
  place.querySelector("[data-override]")?.addEventListener("click", go);
  why?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go();
  });
}

/** While something is on its way its part of the page is not written anew, and it is not sent a second time. */
function setBusy(source: HTMLElement, busy: boolean): void {
  if (busy) source.dataset["sending"] = "";
  else delete source.dataset["sending"];
  for (const button of source.matches("button") ? [source] : source.querySelectorAll("button")) (button as HTMLButtonElement).disabled = busy;
}

function finish(form: HTMLFormElement): void {
  // What stays in the form is what the server has now: it is no longer something typed.
  if (form.dataset["keep"] === undefined) form.reset();
  else for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) field.defaultValue = field.value;
  form.closest("details.act")?.removeAttribute("open");
  if (form.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
}

/** Where the answer to what was asked is shown: the place in its own form, or the nearest one that is in none. */
function answerOf(source: HTMLElement): HTMLElement {
  const own = source.querySelector<HTMLElement>(".answer");
  if (own) return own;
  for (let around = source.closest("li, section"); around; around = around.parentElement?.closest("li, section") ?? null) {
    const free = [...around.querySelectorAll<HTMLElement>(".answer")].find((answer) => answer.closest("form") === null && (answer.closest("li") === null || answer.closest("li") === around));
    if (free) return free;
  }
  return document.querySelector<HTMLElement>(".answer")!;
}

function clearAnswer(source: HTMLElement): void {
  const place = answerOf(source);
  place.hidden = true;
  place.textContent = "";
}
