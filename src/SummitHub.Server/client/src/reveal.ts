// A box that unfolds further fields; while folded they are switched off and not sent.
export function listenToReveals(): void {
  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    const fields = document.getElementById(box.dataset["reveals"] ?? "");
    if (!(fields instanceof HTMLFieldSetElement)) return;
    fields.hidden = !box.checked;
    fields.disabled = !box.checked;
  });
}
