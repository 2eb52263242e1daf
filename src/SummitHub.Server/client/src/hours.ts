// The hours of the summit's town. Digits are Western in every language, as on the walls; client/test holds this to the server's.

export class Hours {
  private readonly parts: Intl.DateTimeFormat;

  /** @param zone an IANA time zone. @param days the summit's days in few letters, by their date. */
  constructor(zone: string, private readonly days: Readonly<Record<string, string>> = {}) {
    this.parts = new Intl.DateTimeFormat("en-u-nu-latn-hc-h23", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    });
  }

  /** `09:05` */
  hour(instant: string | number): string {
    return this.local(instant).slice(11, 16);
  }

  /** `09:05:07` */
  second(instant: string | number): string {
    return this.local(instant).slice(11, 19);
  }

  /** `2019-09-24` */
  day(instant: string | number): string {
    return this.local(instant).slice(0, 10);
  }

  /** A day in few letters. */
  shortDay(instant: string | number): string {
    const day = this.day(instant);
    return this.days[day] ?? day;
  }

  /** Minutes from the local midnight of a day, as the clocks on the wall show them. */
  minute(instant: string | number, day: string): number {
    const local = this.local(instant);
    const days = Math.round((Date.parse(`${local.slice(0, 10)}T00:00Z`) - Date.parse(`${day}T00:00Z`)) / 86_400_000);
    return days * 1440 + Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  }

  /** The instant at which the clocks on the wall show this local time, `2019-09-24T11:00`; the earlier one where there are two. */
  instant(local: string): string {
    const wanted = Date.parse(`${local}Z`);
    let guess = wanted;
    for (let round = 0; round < 3; round++) guess += wanted - Date.parse(`${this.local(guess)}Z`);
    return new Date(guess).toISOString();
  }

  private local(instant: string | number): string {
    const part = Object.fromEntries(this.parts.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
    return `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}`;
  }
}
