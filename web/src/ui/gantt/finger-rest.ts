import { useEffect, useRef } from 'react';

/** How long a finger rests on a thing before it has hold of it, and how far it may tremble meanwhile. */
const restMilliseconds = 350;
const tremblePixels = 8;

type Touch = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;

/** Lets fingers both scroll and drag: one that rests takes hold, any other scrolls. */
export type FingerRest = {
  /** Takes hold once the finger has rested, unless it moves on or is lifted first. */
  readonly afterRest: (touch: Touch, take: () => void) => void;
  /** While a finger has hold of something nothing scrolls under it. */
  readonly hold: () => void;
  readonly letGo: () => void;
  readonly isHolding: () => boolean;
};

/** Fingers on what scrolls in `scroller`. */
export function useFingerRest(scroller: HTMLElement | null): FingerRest {
  const isHeld = useRef(false);
  useEffect(() => {
    if (!scroller) return;
    // Not passive, and there before the touch begins: else the browser scrolls without asking.
    const stay = (event: TouchEvent) => {
      if (isHeld.current && event.cancelable) event.preventDefault();
    };
    scroller.addEventListener('touchmove', stay, { passive: false });
    return () => scroller.removeEventListener('touchmove', stay);
  }, [scroller]);
  const rest = useRef<FingerRest>({
    afterRest: waitForRest,
    hold: () => {
      isHeld.current = true;
    },
    letGo: () => {
      isHeld.current = false;
    },
    isHolding: () => isHeld.current,
  });
  return rest.current;
}

function waitForRest(touch: Touch, take: () => void): void {
  const end = () => {
    clearTimeout(timer);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', lift);
    removeEventListener('pointercancel', lift);
  };
  const timer = setTimeout(() => {
    end();
    // Felt where the device can: what is held follows from now on.
    navigator.vibrate?.(12);
    take();
  }, restMilliseconds);
  const move = (event: PointerEvent) => {
    const isOwn = event.pointerId === touch.pointerId;
    const distance = Math.hypot(event.clientX - touch.clientX, event.clientY - touch.clientY);
    if (isOwn && distance > tremblePixels) end();
  };
  const lift = (event: PointerEvent) => {
    if (event.pointerId === touch.pointerId) end();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', lift);
  addEventListener('pointercancel', lift);
}
