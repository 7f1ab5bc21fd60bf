import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import { formatNumber } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './board.module.css';
import type { BoardActions, BoardProps, FocusRequest } from './board.tsx';
import { BoardCard } from './board-card.tsx';
import type { BoardColumn } from './board-model.ts';

type BoardColumnViewProps<Card> = {
  readonly boardId: string;
  readonly index: number;
  readonly column: BoardColumn<Card>;
  readonly columns: readonly BoardColumn<Card>[];
  readonly board: BoardProps<Card>;
  readonly actions: BoardActions<Card>;
  readonly request: FocusRequest | undefined;
  readonly menuKey: string | undefined;
  readonly onMenu: (key: string | undefined) => void;
};

const gap = 7;

/** One column: its head, and only the cards in view. */
export function BoardColumnView<Card>(props: BoardColumnViewProps<Card>) {
  const { boardId, index, column, columns, board, actions, request } = props;
  const { cardKey, cardName, renderCard, cardHeight = 118 } = board;
  // In state, not in a ref: the virtualizer must look again once the element is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [inside, setInside] = useState(false);
  const over = useDropTarget(scroller, column, actions);
  const virtualizer = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => scroller,
    estimateSize: () => cardHeight + gap,
    overscan: 3,
    getItemKey: (at) => {
      const card = column.cards[at];
      return card === undefined ? at : cardKey(card);
    },
  });
  useEffect(() => {
    if (!request) return;
    virtualizer.scrollToIndex(request.card, { align: 'auto' });
    // The card is drawn after the scroll.
    const frame = requestAnimationFrame(() =>
      document.getElementById(`${boardId}-${index}-${request.card}`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [request, virtualizer, boardId, index]);
  const focusCard = () => {
    const first = virtualizer.getVirtualItems()[0]?.index ?? 0;
    document.getElementById(`${boardId}-${index}-${first}`)?.focus();
  };
  return (
    <section className={styles['column']} aria-label={`${column.label}, ${column.cards.length}`}>
      <div className={styles['head']}>
        {column.mark}
        <h3 className={styles['name']}>{column.label}</h3>
        <span className={styles['count']}>{formatNumber(column.cards.length)}</span>
        <span className={styles['sum']}>{column.sum}</span>
      </div>
      <div
        ref={setScroller}
        role="list"
        // One tab stop for each column; a focused card takes its place, so that Shift-Tab gets out.
        tabIndex={inside || column.cards.length === 0 ? -1 : 0}
        className={joinClasses(
          styles['cards'],
          over === 'yes' && styles['over'],
          over === 'no' && styles['refused'],
        )}
        onFocus={(event) => {
          setInside(true);
          if (event.target === event.currentTarget) focusCard();
        }}
        onBlur={() => setInside(false)}
      >
        <div className={styles['stack']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const card = column.cards[item.index];
            if (card === undefined) return null;
            return (
              <BoardCard
                key={item.key}
                id={`${boardId}-${index}-${item.index}`}
                card={card}
                cardKey={cardKey(card)}
                name={cardName(card)}
                columnId={column.id}
                columnIndex={index}
                cardIndex={item.index}
                top={item.start}
                height={cardHeight}
                targets={columns}
                menuOpened={props.menuKey === cardKey(card)}
                onMenu={props.onMenu}
                actions={actions}
                render={renderCard}
              />
            );
          })}
        </div>
        {column.cards.length === 0 ? (
          // A list needs an item, also when it is empty.
          <p role="listitem" className={styles['none']}>
            Nothing here
          </p>
        ) : null}
        {over === 'no' ? <p className={styles['none']}>{column.closed}</p> : null}
      </div>
    </section>
  );
}

/** Whether a dragged card hangs over the column, and whether it may be dropped. */
function useDropTarget<Card>(
  element: HTMLDivElement | null,
  column: BoardColumn<Card>,
  actions: BoardActions<Card>,
): 'yes' | 'no' | undefined {
  const [over, setOver] = useState<'yes' | 'no' | undefined>(undefined);
  const { id, closed } = column;
  useEffect(() => {
    if (!element) return;
    return dropTargetForElements({
      element,
      onDragEnter: () => setOver(closed === undefined ? 'yes' : 'no'),
      onDragLeave: () => setOver(undefined),
      onDrop: ({ source }) => {
        setOver(undefined);
        const from = source.data['columnId'];
        if (closed !== undefined || typeof from !== 'string') return;
        // Only cards of a board of this kind carry a column.
        actions.move?.(source.data['card'] as Card, from, id);
      },
    });
  }, [element, id, closed, actions]);
  return over;
}
