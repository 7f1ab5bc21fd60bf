import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { boardIntent, neighbourColumn } from '../board/board-model.ts';
import { formatNumber } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './section-board.module.css';
import { SectionCard } from './section-card.tsx';
import { useSectionDrop } from './use-section-drop.ts';

/** One section of a board that is laid out on a grid: a field of a matrix, a box of a canvas. */
export type BoardSection<Card> = {
  readonly id: string;
  readonly label: string;
  /** One sentence under the label: what belongs here. */
  readonly note?: string;
  readonly cards: readonly Card[];
  /** A tint by meaning: what helps, what harms. */
  readonly tone?: 'good' | 'bad';
};

export type SectionBoardProps<Card> = {
  /** `SWOT of the plan`. */
  readonly label: string;
  readonly sections: readonly BoardSection<Card>[];
  /** Rows of section ids, as `grid-template-areas` has them; sections in two cells span them. */
  readonly layout: readonly string[];
  readonly cardKey: (card: Card) => string;
  readonly cardName: (card: Card) => string;
  readonly renderCard: (card: Card) => ReactNode;
  /** Enter and a click on a card. */
  readonly onOpenCard: (card: Card) => void;
  /** Without it nothing can be moved. */
  readonly onMove?: (move: { card: Card; from: string; to: string }) => void;
  /** At the end of a section: the way to add to it. */
  readonly renderFoot?: (section: BoardSection<Card>) => ReactNode;
};

/** Cards in sections on a grid: moved by drag, by the menu of a card or by keys. On a phone one under the other. */
export function SectionBoard<Card>(props: SectionBoardProps<Card>) {
  const { label, sections, layout, cardName, onMove } = props;
  const boardId = useId();
  const [spoken, setSpoken] = useState('');
  const move = onMove
    ? (card: Card, from: string, to: string) => {
        if (from === to) return;
        onMove({ card, from, to });
        const target = sections.find(({ id }) => id === to);
        setSpoken(`${cardName(card)} moved to ${target?.label ?? to}`);
        focusSoon(`${boardId}-${props.cardKey(card)}`);
      }
    : undefined;
  return (
    <section
      className={styles['board']}
      aria-label={label}
      style={{ gridTemplateAreas: layout.map((row) => `"${row}"`).join(' ') }}
    >
      {sections.map((section) => (
        <SectionView
          key={section.id}
          boardId={boardId}
          section={section}
          board={props}
          move={move}
        />
      ))}
      <div className={styles['hidden']} role="status" aria-live="polite">
        {spoken}
      </div>
    </section>
  );
}

type SectionViewProps<Card> = {
  readonly boardId: string;
  readonly section: BoardSection<Card>;
  readonly board: SectionBoardProps<Card>;
  readonly move: ((card: Card, from: string, to: string) => void) | undefined;
};

function SectionView<Card>({ boardId, section, board, move }: SectionViewProps<Card>) {
  const element = useRef<HTMLElement>(null);
  const isOver = useSectionDrop(element, boardId, (card, from) =>
    // Only cards of this very board carry its id.
    move?.(card as Card, from, section.id),
  );
  const [menuKey, setMenuKey] = useState<string | undefined>(undefined);
  const onKeyDown = (event: KeyboardEvent, card: Card) => {
    if (event.target !== event.currentTarget) return;
    const intent = boardIntent(event);
    if (intent?.kind === 'open') board.onOpenCard(card);
    else if (intent?.kind === 'menu' && move) setMenuKey(board.cardKey(card));
    else if (intent?.kind === 'move' && move) {
      const at = board.sections.findIndex(({ id }) => id === section.id);
      const target = neighbourColumn(board.sections, at, intent.step);
      if (target) move(card, section.id, target.id);
    } else return;
    event.preventDefault();
  };
  return (
    <section
      ref={element}
      aria-label={`${section.label}, ${section.cards.length}`}
      style={{ gridArea: section.id }}
      className={joinClasses(
        styles['section'],
        section.tone && styles[`tone-${section.tone}`],
        isOver && styles['over'],
      )}
    >
      <div className={styles['head']}>
        <h3 className={styles['label']}>{section.label}</h3>
        <span className={styles['count']}>{formatNumber(section.cards.length)}</span>
      </div>
      {section.note ? <p className={styles['note']}>{section.note}</p> : null}
      {section.cards.length > 0 ? (
        <ul className={styles['cards']}>
          {section.cards.map((card) => (
            <SectionCard
              key={board.cardKey(card)}
              id={`${boardId}-${board.cardKey(card)}`}
              boardId={boardId}
              card={card}
              name={board.cardName(card)}
              sectionId={section.id}
              sections={board.sections}
              isMenuOpen={menuKey === board.cardKey(card)}
              onMenu={(isOpen) => setMenuKey(isOpen ? board.cardKey(card) : undefined)}
              onOpen={() => board.onOpenCard(card)}
              onKeyDown={(event) => onKeyDown(event, card)}
              move={move}
            >
              {board.renderCard(card)}
            </SectionCard>
          ))}
        </ul>
      ) : null}
      {board.renderFoot?.(section)}
    </section>
  );
}

/** After a move the focus goes along with the card, once it stands in its new section. */
function focusSoon(id: string, attempts = 20): void {
  setTimeout(() => {
    const card = document.getElementById(id);
    if (card && document.activeElement !== card) card.focus();
    else if (!card && attempts > 0) focusSoon(id, attempts - 1);
  }, 60);
}
