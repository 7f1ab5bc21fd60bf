import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './board.module.css';
import type { BoardActions } from './board.tsx';
import type { BoardColumn } from './board-model.ts';

type BoardCardProps<Card> = {
  readonly id: string;
  readonly card: Card;
  readonly cardKey: string;
  readonly name: string;
  readonly columnId: string;
  readonly columnIndex: number;
  readonly cardIndex: number;
  readonly top: number;
  readonly height: number;
  readonly targets: readonly BoardColumn<Card>[];
  readonly menuOpened: boolean;
  readonly onMenu: (key: string | undefined) => void;
  readonly actions: BoardActions<Card>;
  readonly render: (card: Card) => ReactNode;
};

function PlainBoardCard<Card>(props: BoardCardProps<Card>) {
  const { id, card, columnId, actions, name } = props;
  const element = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const movable = actions.move !== undefined;
  useEffect(() => {
    if (!element.current || !movable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card, columnId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [card, columnId, movable]);
  return (
    <div
      role="listitem"
      className={styles['slot']}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a card opens like a link, and holds a menu */}
      <div
        ref={element}
        id={id}
        tabIndex={-1}
        className={joinClasses(styles['card'], dragged && styles['dragged'])}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button, a')) return;
          actions.open(card);
        }}
        onKeyDown={(event) =>
          actions.keyDown(event, { column: props.columnIndex, card: props.cardIndex }, card)
        }
      >
        {props.render(card)}
        {movable ? <MoveMenu {...props} name={name} /> : null}
      </div>
    </div>
  );
}

/** One card; drawn again only when something of it changes. */
export const BoardCard = memo(PlainBoardCard) as typeof PlainBoardCard; // memo forgets type parameters

function MoveMenu<Card>(props: BoardCardProps<Card>) {
  const { id, card, cardKey, columnId, targets, menuOpened, onMenu, actions } = props;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={styles['more']}
      aria-label={`Move ${props.name}`}
      aria-haspopup="menu"
      onClick={() => onMenu(menuOpened ? undefined : cardKey)}
    >
      <IconDots size={15} aria-hidden={true} />
    </button>
  );
  // A menu for every card in view would cost more than the cards: only the opened one has it.
  if (!menuOpened) return button;
  const takes = (target: BoardColumn<Card>) =>
    target.id !== columnId && target.closed === undefined;
  const first = targets.find(takes);
  const close = () => {
    onMenu(undefined);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      width={200}
      returnFocus={false}
      // Not keydown too: the very press of `m` that opened the menu would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className={styles['menu-title']}>
            Move to… <ShortcutKeys keys="m" />
          </span>
        </Menu.Label>
        {targets.map((target) => (
          <Menu.Item
            key={target.id}
            leftSection={target.mark}
            disabled={!takes(target)}
            data-autofocus={target === first || undefined}
            onClick={() => actions.move?.(card, columnId, target.id)}
          >
            {target.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
