// Nothing typed is lost: what stands in a form marked `data-draft` is kept in this browser, for this reader, until it is sent
// or he signs out.

const prefix = "summithub:draft:";

/** Restores what was kept, and keeps what is typed from now on. */
export function keepDrafts(caller: string): void {
  const keyOf = (form: HTMLElement): string => `${prefix}${caller}:${form.dataset["draft"]}`;
  document.addEventListener("input", (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-draft]");
    if (form) localStorage.setItem(keyOf(form), JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string")));
  });
  document.addEventListener("sent", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset["draft"]) localStorage.removeItem(keyOf(form));
  });
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) fill(form, localStorage.getItem(keyOf(form)));
}

/** Forgets whatever is kept, whoever typed it: who signs out may leave the machine to others. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function fill(form: HTMLFormElement, kept: string | null): void {
  if (!kept) return;
  const values = JSON.parse(kept) as [string, string][];
  // Of boxes only those that were ticked are kept.
  const ticked = new Set(values.map(([name, value]) => `${name}\n${value}`));
  for (const box of form.querySelectorAll<HTMLInputElement>("input[type='checkbox']")) box.checked = ticked.has(`${box.name}\n${box.value}`);
  const met = new Map<string, number>();
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    const nth = met.get(name) ?? 0;
    met.set(name, nth + 1);
    if (field instanceof RadioNodeList) {
      const one = field[nth];
      if (one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) one.value = value;
      else if (one instanceof HTMLInputElement && one.type !== "checkbox") field.value = value;
    }
    else if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
    else if (field instanceof HTMLInputElement && field.type === "checkbox") continue;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
  }
  form.closest("details")?.setAttribute("open", "");
}
