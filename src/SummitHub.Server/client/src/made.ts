// Shows what was made and can be shown once, a link or a token, with a button that copies it. It goes with the page, or when it is put away.

export function listenToMade(): void {
  document.addEventListener("sent", (event) => {
    const box = document.getElementById((event.target as HTMLElement).dataset["made"] ?? "");
    const made = (event as CustomEvent<Readonly<Record<string, unknown>> | null>).detail;
    const text = typeof made?.["link"] === "string" ? location.origin + made["link"] : made?.["token"];
    if (!box || typeof text !== "string") return;
    box.querySelector("input")!.value = text;
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
    box.querySelector<HTMLElement>("[data-copy]")!.focus();
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-copy], [data-put-away]");
    const box = button?.closest<HTMLElement>(".made");
    const field = box?.querySelector("input");
    if (!button || !box || !field) return;
    if (button.dataset["copied"] === undefined) {
      field.value = "";
      box.hidden = true;
    } else void copy(field).then(() => say(button));
  });
}

/** Browsers let a page write to the clipboard over TLS alone; elsewhere they copy what is selected. */
async function copy(field: HTMLInputElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy");
  }
}

function say(button: HTMLElement): void {
  const before = button.textContent;
  button.textContent = button.dataset["copied"] ?? before;
  button.addEventListener("blur", () => (button.textContent = before), { once: true });
}
