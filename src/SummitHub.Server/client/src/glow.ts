// A change glows once for two seconds and settles.
export function glow(element: Element): void {
  element.classList.remove("changed");
  void (element as HTMLElement).offsetWidth;
  element.classList.add("changed");
  setTimeout(() => element.classList.remove("changed"), 2_000);
}

/** The element that markup makes. */
export function made(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement;
}
