// A word at the foot of the page: what was done, or why not.
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, bad = false): void {
  const element = document.querySelector<HTMLElement>(".toast");
  if (!element) return;
  element.textContent = text;
  element.classList.toggle("bad", bad);
  element.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (element.hidden = true), bad ? 9_000 : 4_000);
}
