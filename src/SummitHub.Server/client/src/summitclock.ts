// The summit's clock against this page's: `summit = summitTime + (real - realTime) * rate`. Real time is taken from the server at
// the moment its reading arrives and goes on by the page's monotonic clock, so that a wrong clock on a device shows no wrong hour.
import type { Clock } from "./rows";

export class SummitClock {
  private at: number;

  constructor(private reading: Clock, serverNow: string, private readonly now: () => number) {
    this.at = now() - (Date.parse(serverNow) - Date.parse(reading.realTime));
  }

  /** The clock was set, now. */
  set(reading: Clock): void {
    this.reading = reading;
    this.at = this.now();
  }

  get rate(): number {
    return this.reading.rate;
  }

  get playing(): boolean {
    return this.reading.playing;
  }

  /** What the summit's clock shows, in milliseconds. */
  get time(): number {
    return Date.parse(this.reading.summitTime) + (this.now() - this.at) * this.reading.rate;
  }

  /** What it showed at a real instant, such as that of the last confirmation. */
  timeAt(real: number): number {
    return Date.parse(this.reading.summitTime) + (real - Date.parse(this.reading.realTime)) * this.reading.rate;
  }
}
