// The phrases that this reader has sent last, as chips above the words of a new item: a corridor gives no time to type. They are kept where
// drafts are, for this reader, and forgotten with them.

const most = 6;
const longest = 200;

export function keepPhrases(caller: string): void {
  const key = `summithub:draft:phrases:${caller}`;
  document.addEventListener("sent", (event) => {
    const text = (event.target as HTMLElement).querySelector("[data-phrases]") && wordsOf(event.target as HTMLFormElement)?.value.trim();
    if (!text || text.length > longest) return;
    localStorage.setItem(key, JSON.stringify(withPhrase(read(key), text)));
    show(key);
  });
  document.addEventListener("click", (event) => {
    const chip = (event.target as HTMLElement).closest<HTMLElement>("[data-phrases] button");
    const words = chip && wordsOf(chip.closest("form"));
    if (!chip || !words) return;
    words.value = words.value.trim() === "" ? chip.textContent ?? "" : `${words.value.trimEnd()} ${chip.textContent ?? ""}`;
    words.dispatchEvent(new Event("input", { bubbles: true }));
    words.focus();
  });
  // From the keyboard a form is sent from within its words.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    (event.target as HTMLElement).closest<HTMLFormElement>("form[data-call]")?.requestSubmit();
  });
  show(key);
}

/** Shows the chips again in parts that were written anew. */
export const showPhrases = (caller: string): void => show(`summithub:draft:phrases:${caller}`);

/** The newest first, each once. */
export function withPhrase(phrases: readonly string[], text: string): string[] {
  return [text, ...phrases.filter((phrase) => phrase !== text)].slice(0, most);
}

const read = (key: string): string[] => JSON.parse(localStorage.getItem(key) ?? "[]") as string[];

const wordsOf = (form: HTMLFormElement | null): HTMLTextAreaElement | null => form?.querySelector<HTMLTextAreaElement>("textarea[name='text']") ?? null;

function show(key: string): void {
  const phrases = read(key);
  for (const place of document.querySelectorAll<HTMLElement>("[data-phrases]")) {
    place.hidden = phrases.length === 0;
    place.replaceChildren(...phrases.map(chipOf));
  }
}

function chipOf(phrase: string): HTMLButtonElement {
  const chip = document.createElement("button");
  chip.type = "button";
  chip.dir = "auto";
  chip.textContent = phrase;
  return chip;
}
