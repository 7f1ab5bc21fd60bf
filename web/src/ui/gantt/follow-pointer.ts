import { flushSync } from 'react-dom';

type Following = {
  readonly onMove: (x: number, y: number) => void;
  readonly onEnd: (isDropped: boolean) => void;
};

/** Follows the pointer until it is let go, one step a frame; Escape lets go without a drop. */
export function followPointer({ onMove, onEnd }: Following): void {
  let frame = 0;
  let place: { x: number; y: number } | null = null;
  const step = () => {
    frame = 0;
    const { x, y } = place ?? { x: 0, y: 0 };
    // At once, so that what follows from a step is painted in the frame of that step.
    if (place) flushSync(() => onMove(x, y));
    place = null;
  };
  const move = (event: globalThis.PointerEvent) => {
    place = { x: event.clientX, y: event.clientY };
    if (frame === 0) frame = requestAnimationFrame(step);
  };
  const end = (isDropped: boolean) => {
    cancelAnimationFrame(frame);
    if (isDropped) step();
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', lose);
    removeEventListener('keydown', letGo, true);
    onEnd(isDropped);
  };
  const drop = () => end(true);
  const lose = () => end(false);
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
