import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

type ReorderRow<Row extends HTMLElement, Handle extends HTMLElement> = {
  readonly row: RefObject<Row | null>;
  readonly handle: RefObject<Handle | null>;
  /** The row that is dragged would land in the place of this one. */
  readonly isTarget: boolean;
};

/**
 * A row that is dragged by its handle to the place of another of the same `list`. Give every list a
 * menu that moves rows too.
 * @param onDrop called on the row that was dropped on, with the place of the dragged one.
 */
export function useReorderRow<Row extends HTMLElement, Handle extends HTMLElement>(
  place: { readonly list: string; readonly index: number; readonly isEnabled: boolean },
  onDrop: (from: number) => void,
): ReorderRow<Row, Handle> {
  const { list, index, isEnabled } = place;
  const row = useRef<Row>(null);
  const handle = useRef<Handle>(null);
  const latestDrop = useRef(onDrop);
  const [isTarget, setTarget] = useState(false);
  useEffect(() => {
    latestDrop.current = onDrop;
  });
  useEffect(() => {
    if (!row.current || !handle.current || !isEnabled) return;
    const isOwn = (data: Record<string | symbol, unknown>) => data['reorder'] === list;
    return combine(
      draggable({
        element: row.current,
        dragHandle: handle.current,
        getInitialData: () => ({ reorder: list, index }),
      }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => isOwn(source.data),
        onDragEnter: () => setTarget(true),
        onDragLeave: () => setTarget(false),
        onDrop: ({ source }) => {
          setTarget(false);
          latestDrop.current(Number(source.data['index']));
        },
      }),
    );
  }, [list, index, isEnabled]);
  return { row, handle, isTarget };
}

/** A list with the item at `from` taken to `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  if (item === undefined) return [...items];
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
