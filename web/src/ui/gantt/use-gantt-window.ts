import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { GanttScale } from './gantt-scale.ts';
import type { GanttView } from './use-gantt-view.ts';

type Size = GanttView['size'];

/** Lines that are drawn: the first, and the one after the last. */
export type RowWindow = { readonly first: number; readonly last: number };

/** Time that is drawn, in pixels of the sheet. */
export type Stretch = { readonly left: number; readonly right: number };

type ScrollPlace = Pick<HTMLElement, 'scrollTop' | 'scrollLeft'>;

const atTheBeginning: ScrollPlace = { scrollTop: 0, scrollLeft: 0 };

// In steps, so that scrolling changes them seldom; with a reach, so that it finds them drawn.
const rowStep = 6;
const rowReach = 6;
const stretchStep = 480;

type Lines = { readonly size: Size; readonly rowHeight: number };

/** The lines round what is seen. */
export function useRowWindow(scroller: HTMLElement | null, { size, rowHeight }: Lines): RowWindow {
  return useSeen(scroller, size, rowHeight, ({ scrollTop }) => {
    const top = Math.floor(scrollTop / rowHeight / rowStep) * rowStep;
    const count = Math.ceil(size.height / rowHeight);
    return { first: Math.max(0, top - rowReach), last: top + rowStep + count + rowReach };
  });
}

/** The time round what is seen. */
export function useStretch(scroller: HTMLElement | null, size: Size, scale: GanttScale): Stretch {
  return useSeen(scroller, size, scale, ({ scrollLeft }) => {
    const left = Math.floor(scrollLeft / stretchStep) * stretchStep;
    const width = Math.ceil(size.width / stretchStep) * stretchStep;
    return { left: left - stretchStep, right: left + width + 2 * stretchStep };
  });
}

/** What follows from where one has scrolled; looked at again when `by` is another. */
function useSeen<Seen extends RowWindow | Stretch>(
  scroller: HTMLElement | null,
  size: Size,
  by: unknown,
  look: (place: ScrollPlace) => Seen,
): Seen {
  const [seen, setSeen] = useState<Seen>(() => look(scroller ?? atTheBeginning));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `by` and the size are what `look` looks by
  useLayoutEffect(() => {
    if (!scroller) return;
    let text = '';
    const see = () => {
      const next = look(scroller);
      const nextText = JSON.stringify(next);
      if (nextText === text) return false;
      text = nextText;
      setSeen(next);
      return true;
    };
    see();
    // In the frame of the scroll: what comes into view is there when it does.
    const onScroll = () => flushSync(see);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [scroller, size, by]);
  return seen;
}
