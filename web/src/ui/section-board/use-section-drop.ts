import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Takes cards of one board that are dropped on an element; whether one hangs over it. */
export function useSectionDrop(
  element: RefObject<HTMLElement | null>,
  boardId: string,
  onDrop: (card: unknown, from: string) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const newest = useRef(onDrop);
  newest.current = onDrop;
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data['boardId'] === boardId,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const from = source.data['sectionId'];
        if (typeof from === 'string') newest.current(source.data['card'], from);
      },
    });
  }, [element, boardId]);
  return isOver;
}
