import { type RefObject, useEffect } from 'react';

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"]';

/**
 * Makes a box that scrolls reachable by keyboard while nothing inside it can be focused: without that,
 * arrow keys never get there (WCAG 2.1.1; axe: scrollable-region-focusable). With something to focus
 * inside, the box is no stop of its own.
 */
export function useReachableScroll(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      // The search ends at the first link or button in sight, so that sizes are hardly ever read.
      const isStop = !holdsStop(element) && element.scrollHeight > element.clientHeight;
      if (isStop) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const changes = new MutationObserver(look);
    changes.observe(element, { childList: true, subtree: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [box]);
}

function holdsStop(element: HTMLElement): boolean {
  const first = element.querySelector(focusable);
  if (first === null || first.checkVisibility()) return first !== null;
  return [...element.querySelectorAll(focusable)].some((one) => one.checkVisibility());
}
