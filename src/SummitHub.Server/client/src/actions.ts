// What a page lets its reader do: forms and buttons that name their call in `data-call`. A refusal is shown beside what was asked, in
// words, with what would do instead as buttons.
import { bodyOf } from "./body";
import type { Boot } from "./boot";
import type { Hours } from "./hours";
import { post, type Alternative, type Refusal } from "./post";
import type { Regions as RegionsType } from "./regions";
import { Regions } from "./regions";
import { refusalHtml } from "./refusal";
import { toast } from "./toast";
import type { Words } from "./words";

export function listenToActions(boot: Boot, hours: Hours, words: Words, regions: RegionsType): void {
  const isDesk = boot.delegation == null;

  async function send(source: HTMLElement, call: string, body: Record<string, unknown>): Promise<void> {
    const version = source.dataset["version"];
    setBusy(source, true);
    const answer = await post(call, body, version ? Number(version) : null);
    setBusy(source, false);
    if (answer.ok) {
      clearAnswer(source);
      toast(words.say(source.dataset["done"] ?? "done"));
      source.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
      if (source instanceof HTMLFormElement) finish(source);
      regions.refresh(...Regions.all());
    } else if (answer.refusal) refuse(source, call, body, answer.refusal);
    else toast(words.say("failed.unknown"), true);
  }

  function refuse(source: HTMLElement, call: string, body: Record<string, unknown>, refusal: Refusal): void {
    if (refusal.status === 412) regions.refresh(...Regions.all());
    const place = answerOf(source);
    place.innerHTML = refusalHtml(refusal, words, hours, { mayOverride: isDesk && refusal.status === 409 && "version" in source.dataset });
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
    place.querySelectorAll<HTMLElement>("[data-alternative]").forEach((button, at) => {
      const slot = refusal.alternatives[at];
      if (slot) button.addEventListener("click", () => void send(source, call, { ...body, ...slotOf(slot) }));
    });
    place.querySelector<HTMLFormElement>("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const why = new FormData(event.target as HTMLFormElement).get("override");
      if (typeof why === "string" && why.trim()) void send(source, call, { ...body, override: why.trim(), reason: body["reason"] ?? why.trim() });
    });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const call = form.dataset["call"];
    if (!call) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
    const body = { ...fixed(form), ...bodyOf(fields, hours) };
    if (form.dataset["topics"] !== undefined) Object.assign(body, { topics: body["topics" as keyof typeof body] ?? [], notes: body["notes" as keyof typeof body] ?? "" });
    void send(form, call, body);
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("button[data-call]");
    if (button?.dataset["call"]) void send(button, button.dataset["call"], fixed(button));
  });
}

const slotOf = (slot: Alternative): Record<string, unknown> => ({ start: slot.start, end: slot.end, ...(slot.venue ? { venue: slot.venue } : {}) });

const fixed = (source: HTMLElement): Record<string, unknown> => JSON.parse(source.dataset["body"] ?? "{}") as Record<string, unknown>;

function setBusy(source: HTMLElement, busy: boolean): void {
  for (const button of source.matches("button") ? [source] : source.querySelectorAll("button")) (button as HTMLButtonElement).disabled = busy;
}

function finish(form: HTMLFormElement): void {
  if (form.dataset["keep"] === undefined) form.reset();
  form.closest("details.act")?.removeAttribute("open");
  if (form.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
}

/** Where the answer to what was asked is shown: the place named for it, or the page's. */
function answerOf(source: HTMLElement): HTMLElement {
  return source.querySelector<HTMLElement>(".answer") ?? source.closest("section, form, li")?.querySelector<HTMLElement>(".answer") ?? document.querySelector<HTMLElement>(".answer")!;
}

function clearAnswer(source: HTMLElement): void {
  const place = answerOf(source);
  if (place) {
    place.hidden = true;
    place.textContent = "";
  }
}
