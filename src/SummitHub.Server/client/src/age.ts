// How old the board is. The server says when it last confirmed the head; only a newer instant counts as contact, and the time since
// then is counted on this page's own monotonic clock, so that neither a wrong clock nor a chattering line makes an old board look new.

export type Freshness = "fresh" | "amber" | "red";

export const amberAfter = 5_000;
export const redAfter = 20_000;

export class Age {
  private newest: number;
  private heard: number;

  /** @param asOf the instant the page was rendered as of. @param now the monotonic clock, in milliseconds. */
  constructor(asOf: string, private readonly now: () => number) {
    this.newest = Date.parse(asOf);
    this.heard = now();
  }

  /** The instant of the newest confirmation, in milliseconds of real time. */
  get asOf(): number {
    return this.newest;
  }

  /** The server has spoken: it counts only if it confirmed something newer. */
  confirm(asOf: string): void {
    const instant = Date.parse(asOf);
    if (!(instant > this.newest)) return;
    this.newest = instant;
    this.heard = this.now();
  }

  /** Milliseconds without contact. */
  get silence(): number {
    return this.now() - this.heard;
  }

  get freshness(): Freshness {
    return this.silence > redAfter ? "red" : this.silence > amberAfter ? "amber" : "fresh";
  }
}
