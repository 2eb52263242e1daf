// Keeps a board whole over a connection that comes and goes. After every connect it watches from its cursor; what arrives before
// the answer is kept and applied after it; a gap means to watch again. SignalR replays nothing, so only the cursor is the truth.
import type { Applied, Board } from "./board";
import type { Delta, WatchReply } from "./rows";

export interface Line {
  /** Joins and answers what is missing since the cursor. */
  watch(scope: string, cursor: string | null): Promise<WatchReply>;
  /** Says what is shown. Best effort. */
  seen(version: number): void;
}

export class Watch {
  private waiting: Delta[] | null = null;
  private generation = 0;

  constructor(
    private readonly board: Board,
    private readonly scope: string,
    private readonly changed: (applied: Applied & { kind: "changed" }) => void,
  ) {}

  /** Begins on a fresh line: from now on frames are kept until the answer is there. */
  async begin(line: Line): Promise<void> {
    const mine = ++this.generation;
    this.waiting = [];
    const reply = await line.watch(this.scope, this.board.cursor);
    if (mine !== this.generation) return;
    this.take(reply);
    const kept = this.waiting ?? [];
    this.waiting = null;
    for (const delta of kept) await this.frame(line, delta);
    line.seen(this.board.version);
  }

  /** A frame of the hub. */
  async frame(line: Line, delta: Delta): Promise<void> {
    if (this.waiting !== null) {
      this.waiting.push(delta);
      return;
    }
    const applied = this.board.apply(delta);
    if (applied.kind === "gap") return await this.begin(line);
    if (applied.kind === "changed") {
      this.changed(applied);
      line.seen(this.board.version);
    }
  }

  private take(reply: WatchReply): void {
    if (reply.snapshot) this.changed(this.board.reset(reply.snapshot));
    else if (reply.delta) {
      const applied = this.board.apply(reply.delta);
      if (applied.kind === "changed") this.changed(applied);
    }
  }
}
