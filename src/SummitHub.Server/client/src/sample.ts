// The desk's hand on the sample's clock.
import { post } from "./post";
import type { Hours } from "./hours";
import type { SummitClock } from "./summitclock";
import { toast } from "./toast";
import type { Words } from "./words";

export function listenToSample(clock: SummitClock, hours: Hours, words: Words): void {
  const bar = document.querySelector<HTMLElement>("[data-sample]");
  if (!bar) return;
  const send = async (body: object, path = "/sample/clock"): Promise<void> => {
    const answer = await post(path, body, null);
    if (!answer.ok) toast(answer.refusal?.detail || words.say("failed.text"), true);
    else if (path !== "/sample/clock") location.reload();
  };
  bar.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("button");
    if (!button) return;
    const rate = button.dataset["sampleRate"];
    if (rate) void send({ rate: Number(rate), pause: false });
    else if ("samplePause" in button.dataset) void send({ pause: clock.rate !== 0 });
    else if ("samplePlay" in button.dataset) void send({ play: !clock.playing });
    else if ("sampleOver" in button.dataset) void send({}, "/sample/start-over");
  });
  bar.querySelector<HTMLInputElement>("[data-sample-jump]")?.addEventListener("change", (event) => {
    const time = (event.target as HTMLInputElement).value;
    if (time) void send({ jumpTo: hours.instant(`${hours.day(clock.time)}T${time}`) });
  });
}

/** Shows how the clock is set now. */
export function showSample(clock: SummitClock): void {
  const press = (selector: string, on: boolean): void => document.querySelector(selector)?.setAttribute("aria-pressed", String(on));
  press("[data-sample-pause]", clock.rate === 0);
  for (const rate of [1, 10, 60]) press(`[data-sample-rate="${rate}"]`, clock.rate === rate);
  press("[data-sample-play]", clock.playing);
}
