// The page's texts. A key that is not there shows as itself.

const fromTheRight = /(?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const fromTheLeft = /[^\P{L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export class Words {
  private readonly against: RegExp;

  /** @param direction the page's, `rtl` or `ltr`. */
  constructor(private readonly texts: Readonly<Record<string, string>>, direction = "ltr") {
    this.against = direction === "rtl" ? fromTheLeft : fromTheRight;
  }

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), this.texts[key] ?? key);
  }

  or(key: string, other: string): string {
    return this.texts[key] ?? other;
  }

  /** A name or a typed text, set apart where letters of it run against the page (Words/Wording.cs). */
  apart(text: string): string {
    return this.against.test(text) ? `\u2068${text}\u2069` : text;
  }

  /** The words of a name in camel or snake case, for names that have no text of their own. */
  static plain(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ").trim();
  }
}
