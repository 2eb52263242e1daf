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
  for (const [name, value] of JSON.parse(kept) as [string, string][]) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
  }
  form.closest("details")?.setAttribute("open", "");
}
