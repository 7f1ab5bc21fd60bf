import { flushSync } from 'react-dom';

type Following = {
  /** The pointer that took hold; others, a second finger say, change nothing. */
  readonly pointerId: number;
  readonly onMove: (x: number, y: number) => void;
  readonly onEnd: (isDropped: boolean) => void;
  /** Scrolls where the pointer rests at an edge; whether it did, so that the next frame goes on. */
  readonly onEdge?: (x: number, y: number) => boolean;
};

/** Follows the pointer until it is let go, one step a frame; Escape lets go without a drop. */
export function followPointer({ pointerId, onMove, onEnd, onEdge }: Following): void {
  let frame = 0;
  let place: { readonly x: number; readonly y: number } | null = null;
  let isNew = false;
  const step = () => {
    frame = 0;
    if (!place) return;
    const { x, y } = place;
    const isScrolled = onEdge?.(x, y) ?? false;
    // At once, so that what follows from a step is painted in the frame of that step.
    if (isNew || isScrolled) flushSync(() => onMove(x, y));
    isNew = false;
    if (isScrolled) frame = requestAnimationFrame(step);
  };
  const move = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    place = { x: event.clientX, y: event.clientY };
    isNew = true;
    if (frame === 0) frame = requestAnimationFrame(step);
  };
  const end = (isDropped: boolean) => {
    cancelAnimationFrame(frame);
    const last = place;
    if (isDropped && isNew && last) flushSync(() => onMove(last.x, last.y));
    place = null;
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', lose);
    removeEventListener('keydown', letGo, true);
    onEnd(isDropped);
  };
  const drop = (event: globalThis.PointerEvent) => {
    if (event.pointerId === pointerId) end(true);
  };
  const lose = (event: globalThis.PointerEvent) => {
    if (event.pointerId === pointerId) end(false);
  };
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', lose);
  addEventListener('keydown', letGo, true);
}
