// Fields that belong to one choice only: a fieldset marked `data-when="name=value"` is there while its form's field has that value.

export function listenToWhen(): void {
  document.addEventListener("change", (event) => update((event.target as HTMLElement).closest("form")));
  // A form that is set back holds its first values only after this event.
  document.addEventListener("reset", (event) => queueMicrotask(() => update(event.target as HTMLFormElement)));
  for (const form of document.forms) update(form);
}

function update(form: HTMLFormElement | null): void {
  for (const part of form?.querySelectorAll<HTMLFieldSetElement>("fieldset[data-when]") ?? []) {
    const [name = "", value] = part.dataset["when"]?.split("=") ?? [];
    const field = form?.elements.namedItem(name) as HTMLSelectElement | null;
    part.hidden = part.disabled = field?.value !== value;
  }
}
