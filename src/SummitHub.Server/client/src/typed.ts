// What a reader has done to a part of the page that is about to be written anew: what he typed, what he unfolded, what he was answered,
// and where he was. It is taken from the old part and put into the new one, so that a change by somebody else costs him nothing.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fields = "input, textarea, select";

export interface Typed {
  readonly open: readonly string[];
  readonly changed: readonly { readonly key: string; readonly value: string; readonly checked: boolean }[];
  readonly answers: ReadonlyMap<string, HTMLElement>;
  readonly focus: { readonly selector: string; readonly from: number | null; readonly to: number | null } | null;
}

/** Takes all that from a part. The answers are the elements themselves, with what listens to their buttons. */
export function take(part: HTMLElement): Typed {
  const inputs = [...part.querySelectorAll<Field>(fields)].filter((field) => field.closest(".answer") === null);
  return {
    open: [...part.querySelectorAll("details[open][id]")].map((element) => element.id),
    changed: inputs.filter(differs).map((field) => ({ key: fieldKey(field), value: field.value, checked: (field as HTMLInputElement).checked })),
    answers: new Map([...part.querySelectorAll<HTMLElement>(".answer:not([hidden])")].map((answer) => [answerKey(answer), answer])),
    focus: part.contains(document.activeElement) ? focusOf(document.activeElement as HTMLElement) : null,
  };
}

/** Puts it into the part that took the old one's place, as far as there is a place for it. */
export function give(part: HTMLElement, typed: Typed): void {
  for (const id of typed.open) part.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  const changed = new Map(typed.changed.map((field) => [field.key, field]));
  for (const field of part.querySelectorAll<Field>(fields)) {
    const before = changed.get(fieldKey(field));
    if (!before) continue;
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
      field.checked = before.checked;
      if (field.dataset["reveals"]) field.dispatchEvent(new Event("change", { bubbles: true }));
    } else field.value = before.value;
  }
  for (const answer of part.querySelectorAll<HTMLElement>(".answer")) {
    const before = typed.answers.get(answerKey(answer));
    if (before) answer.replaceWith(before);
  }
  if (!typed.focus) return;
  const focused = part.querySelector<HTMLElement>(typed.focus.selector);
  (focused ?? part).focus({ preventScroll: true });
  if (typed.focus.from !== null && (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) focused.setSelectionRange(typed.focus.from, typed.focus.to);
}

/** Whether a field holds something else than the server wrote. */
export function differs(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return field.value !== preselected(field);
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

const preselected = (select: HTMLSelectElement): string => ([...select.options].find((option) => option.defaultSelected) ?? select.options[0])?.value ?? "";

const callOf = (element: Element): string => element.closest<HTMLElement>("form[data-call]")?.dataset["call"] ?? "";

function fieldKey(field: Field): string {
  const box = field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
  // Of several fields of one name, such as texts in other languages, each is told by its place.
  const nth = field.form && field.name && !box ? [...field.form.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)].indexOf(field) : 0;
  return [callOf(field), field.name, field.dataset["reveals"] ?? "", box ? field.value : "", String(nth)].join("\n");
}

function answerKey(answer: HTMLElement): string {
  return `${callOf(answer)}\n${answer.closest<HTMLElement>("[data-of]")?.dataset["of"] ?? ""}`;
}

/** A way to find what has the focus in the new part. */
function focusOf(active: HTMLElement): Typed["focus"] {
  const attribute = (name: string, value: string | undefined): string => (value === undefined ? "" : `[${name}="${CSS.escape(value)}"]`);
  const is = (selector: string): boolean => active.matches(selector);
  const form = active.closest<HTMLElement>("form[data-call]");
  const within = form ? `form${attribute("data-call", form.dataset["call"])} ` : "";
  const caret = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.selectionStart !== null);
  const selector = active.id !== "" ? `#${CSS.escape(active.id)}`
    : is("summary") ? `#${CSS.escape(active.parentElement?.id ?? "")} > summary`
    : is(fields) ? `${within}${attribute("name", active.getAttribute("name") ?? "")}`
    : active.dataset["call"] ? `button${attribute("data-call", active.dataset["call"])}${attribute("data-body", active.dataset["body"])}`
    : is("[type='submit']") ? `${within}[type='submit']`
    : `a${attribute("href", active.getAttribute("href") ?? undefined)}`;
  return { selector, from: caret ? (active as HTMLInputElement).selectionStart : null, to: caret ? (active as HTMLInputElement).selectionEnd : null };
}
