// What a block has no room for stands beside it while it is pointed at or focused: who, where, how it stands, and where it was.
import type { Board } from "./board";
import { peekHtml } from "./markup";
import { commitmentView, meetingView, startOf, type Manner, type View } from "./view";

const patience = 200;

export function listenToPeeks(board: Board, manner: Manner): void {
  const timeline = document.querySelector<HTMLElement>(".timeline");
  if (!timeline) return;
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.hidden = true;
  document.body.append(peek);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, patience);
  };
  const hide = (): void => {
    clearTimeout(timer);
    peek.hidden = true;
  };
  const show = (block: HTMLElement): void => {
    const view = viewOf(block.dataset["of"] ?? "", board, manner);
    if (!view || !block.isConnected) return;
    peek.innerHTML = peekHtml(view);
    peek.hidden = false;
    place(peek, block.getBoundingClientRect());
  };
  timeline.addEventListener("pointerover", (event) => {
    const block = event.pointerType === "touch" ? null : blockOf(event.target);
    if (block) later(() => show(block));
  });
  for (const element of [timeline, peek]) element.addEventListener("pointerout", () => later(hide));
  peek.addEventListener("pointerover", () => clearTimeout(timer));
  timeline.addEventListener("focusin", (event) => {
    const block = blockOf(event.target);
    if (block?.matches(":focus-visible")) show(block);
  });
  timeline.addEventListener("focusout", hide);
  timeline.addEventListener("pointerdown", hide);
  document.querySelector(".scroller")?.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

const blockOf = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>(".block") : null);

function viewOf(id: string, board: Board, manner: Manner): View | null {
  const meeting = board.meetings.get(id);
  if (meeting) return startOf(meeting) === null ? null : meetingView(meeting, null, manner);
  const commitment = board.commitments.get(id);
  return commitment ? commitmentView(commitment, manner) : null;
}

/** Below the block, or above it where there is no room; never outside the window. */
function place(peek: HTMLElement, block: DOMRect): void {
  const [width, height] = [peek.offsetWidth, peek.offsetHeight];
  const start = document.dir === "rtl" ? block.right - width : block.left;
  const below = block.bottom + 4;
  peek.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
  peek.style.top = `${below + height < innerHeight ? below : Math.max(8, block.top - height - 4)}px`;
}
