// The page's texts. A key that is not there shows as itself.

export class Words {
  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), this.texts[key] ?? key);
  }

  or(key: string, other: string): string {
    return this.texts[key] ?? other;
  }

  /** The words of a name in camel or snake case, for names that have no text of their own. */
  static plain(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ").trim();
  }
}
