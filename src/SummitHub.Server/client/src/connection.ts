// The line to the hub: a plain WebSocket without negotiation, so that any server will do, and our own way of coming back.
import { HttpTransportType, HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { pause } from "./retry";
import type { Clock, Delta, Person, WatchReply } from "./rows";
import { teller } from "./seen";
import type { Line } from "./watch";

export interface Listener {
  connected(line: Line): Promise<void>;
  changed(line: Line, delta: Delta): void;
  asOf(instant: string, version: number): void;
  noticed(revision: number): void;
  clock(clock: Clock): void;
  present(people: readonly Person[]): void;
  /** It has not come back so many times in a row. */
  lost(times: number): void;
}

export function connect(summit: string, listener: Listener): void {
  const hub = new HubConnectionBuilder()
    .withUrl("/hubs/board", { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  hub.serverTimeoutInMilliseconds = 15_000;
  hub.keepAliveIntervalInMilliseconds = 5_000;
  const line = lineOf(hub, summit);
  hub.on("Changed", (delta: Delta) => listener.changed(line, delta));
  hub.on("AsOf", (instant: string, version: number) => listener.asOf(instant, version));
  hub.on("Noticed", (revision: number) => listener.noticed(revision));
  hub.on("Clock", (clock: Clock) => listener.clock(clock));
  hub.on("Present", (people: readonly Person[]) => listener.present(people));
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    listener.lost(tries);
    timer ??= setTimeout(() => {
      timer = undefined;
      void start();
    }, pause(tries++, Math.random()));
  };
  const start = async (): Promise<void> => {
    try {
      await hub.start();
      await listener.connected(line);
      tries = 0;
    } catch {
      await hub.stop();
      again();
    }
  };
  hub.onclose(again);
  addEventListener("online", () => void hub.stop());
  void start();
}

function lineOf(hub: HubConnection, summit: string): Line {
  return {
    watch: (scope, cursor) => hub.invoke<WatchReply>("Watch", summit, scope, cursor),
    seen: teller((version) => void hub.send("Seen", version).catch(() => undefined)),
  };
}
