import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useOpen } from '../navigation/use-open.ts';
import styles from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import {
  type BoardColumn,
  type BoardIntent,
  type BoardMove,
  type BoardPlace,
  boardIntent,
  neighbourColumn,
  placeAfterKey,
} from './board-model.ts';

export type BoardProps<Card> = {
  /** `Deals by stage`. */
  readonly label: string;
  readonly columns: readonly BoardColumn<Card>[];
  readonly cardKey: (card: Card) => string;
  readonly cardName: (card: Card) => string;
  readonly cardHref?: (card: Card) => string;
  readonly onOpenCard?: (card: Card) => void;
  /** A stable function; what it draws fills `cardHeight` pixels. */
  readonly renderCard: (card: Card) => React.ReactNode;
  readonly cardHeight?: number;
  /** Without it nothing can be moved. Move at once (optimistically) and tell the outcome yourself. */
  readonly onMove?: (move: BoardMove<Card>) => void;
};

/** What the columns need of the board; one object, so that cards are drawn again only when it changes. */
export type BoardActions<Card> = {
  readonly open: (card: Card) => void;
  readonly move: ((card: Card, from: string, to: string) => void) | undefined;
  readonly keyDown: (event: KeyboardEvent, place: BoardPlace, card: Card) => void;
};

export type FocusRequest = BoardPlace & { readonly time: number };

/** Cards in columns: moved by drag, by the menu of a card or by keys; thousands in a column. */
export function Board<Card>(props: BoardProps<Card>) {
  const { columns, cardKey, cardName, cardHref, onOpenCard, onMove } = props;
  const boardId = useId();
  const go = useOpen();
  const [request, setRequest] = useState<FocusRequest | undefined>(undefined);
  const [menuKey, setMenuKey] = useState<string | undefined>(undefined);
  const [spoken, setSpoken] = useState('');
  const follow = useRef<string | undefined>(undefined);
  const focus = useCallback((place: BoardPlace) => {
    setRequest({ ...place, time: performance.now() });
  }, []);
  useFollowMoved({ columns, cardKey, follow, focus });

  const move = (card: Card, from: string, to: string) => {
    if (from === to || !onMove) return;
    follow.current = cardKey(card);
    onMove({ card, from, to });
    const target = columns.find((column) => column.id === to);
    setSpoken(`${cardName(card)} moved to ${target?.label ?? to}`);
  };
  const open = (card: Card) => {
    if (onOpenCard) onOpenCard(card);
    else if (cardHref) go(cardHref(card));
  };
  const keyDown = (event: KeyboardEvent, place: BoardPlace, card: Card) => {
    const intent = event.target === event.currentTarget ? boardIntent(event) : undefined;
    if (!intent) return;
    const openMenu = () => setMenuKey(onMove ? cardKey(card) : undefined);
    const act = { move, open, openMenu, focus };
    if (followIntent(intent, { key: event.key, place, card, columns }, act)) event.preventDefault();
  };
  // The newest handlers behind an object that stays: cards are memoised on it.
  const newest = useRef({ move, open, keyDown });
  newest.current = { move, open, keyDown };
  const movable = onMove !== undefined;
  const [actions] = useState<BoardActions<Card>>(() => ({
    open: (card) => newest.current.open(card),
    move: movable ? (card, from, to) => newest.current.move(card, from, to) : undefined,
    keyDown: (event, place, card) => newest.current.keyDown(event, place, card),
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide board is scrolled by keyboard too
    <section className={styles['board']} aria-label={props.label} tabIndex={0}>
      {columns.map((column, index) => (
        <BoardColumnView
          key={column.id}
          boardId={boardId}
          index={index}
          column={column}
          columns={columns}
          board={props}
          actions={actions}
          request={request?.column === index ? request : undefined}
          menuKey={menuKey}
          onMenu={setMenuKey}
        />
      ))}
      <div className={styles['hidden']} role="status" aria-live="polite">
        {spoken}
      </div>
    </section>
  );
}

type PressedCard<Card> = {
  readonly key: string;
  readonly place: BoardPlace;
  readonly card: Card;
  readonly columns: readonly BoardColumn<Card>[];
};

type CardActs<Card> = {
  readonly move: (card: Card, from: string, to: string) => void;
  readonly open: (card: Card) => void;
  readonly openMenu: () => void;
  readonly focus: (place: BoardPlace) => void;
};

/** Does what a key asked for; false when it asked for nothing here. */
function followIntent<Card>(
  intent: BoardIntent,
  pressed: PressedCard<Card>,
  act: CardActs<Card>,
): boolean {
  const { key, place, card, columns } = pressed;
  switch (intent.kind) {
    case 'move': {
      const from = columns[place.column];
      const target = neighbourColumn(columns, place.column, intent.step);
      if (from && target) act.move(card, from.id, target.id);
      return true;
    }
    case 'open':
      act.open(card);
      return true;
    case 'menu':
      act.openMenu();
      return true;
    case 'go': {
      const next = placeAfterKey(place, key, columns);
      if (next) act.focus(next);
      return next !== undefined;
    }
  }
}

type FollowInput<Card> = {
  readonly columns: readonly BoardColumn<Card>[];
  readonly cardKey: (card: Card) => string;
  readonly follow: React.RefObject<string | undefined>;
  readonly focus: (place: BoardPlace) => void;
};

/** After a move the focus goes along with the card, once it stands in its new column. */
function useFollowMoved<Card>({ columns, cardKey, follow, focus }: FollowInput<Card>): void {
  useEffect(() => {
    const key = follow.current;
    if (key === undefined) return;
    for (const [column, { cards }] of columns.entries()) {
      const card = cards.findIndex((candidate) => cardKey(candidate) === key);
      if (card < 0) continue;
      follow.current = undefined;
      focus({ column, card });
      return;
    }
  }, [columns, cardKey, follow, focus]);
}
