import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './section-board.module.css';
import type { BoardSection } from './section-board.tsx';

type SectionCardProps<Card> = {
  readonly id: string;
  readonly boardId: string;
  readonly card: Card;
  readonly name: string;
  readonly sectionId: string;
  readonly sections: readonly BoardSection<Card>[];
  readonly isMenuOpen: boolean;
  readonly onMenu: (isOpen: boolean) => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly move: ((card: Card, from: string, to: string) => void) | undefined;
  readonly children: ReactNode;
};

/** One card of a section: opened by click and Enter, moved by drag, menu and keys. */
export function SectionCard<Card>(props: SectionCardProps<Card>) {
  const { id, boardId, card, sectionId, move } = props;
  const element = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  const isMovable = move !== undefined;
  useEffect(() => {
    if (!element.current || !isMovable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ boardId, card, sectionId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [boardId, card, sectionId, isMovable]);
  return (
    <li className={styles['item']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a card opens like a button, and holds links and a menu */}
      <div
        ref={element}
        id={id}
        role="group"
        aria-label={props.name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are moved and opened by keys
        tabIndex={0}
        className={joinClasses(styles['card'], isDragged && styles['dragged'])}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button, a')) return;
          props.onOpen();
        }}
        onKeyDown={props.onKeyDown}
      >
        {props.children}
      </div>
      {isMovable ? <MoveMenu {...props} /> : null}
    </li>
  );
}

function MoveMenu<Card>(props: SectionCardProps<Card>) {
  const { id, card, name, sectionId, sections, isMenuOpen, onMenu, onOpen, move } = props;
  const close = () => {
    onMenu(false);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <Menu
      opened={isMenuOpen}
      onChange={(isOpen) => (isOpen ? onMenu(true) : close())}
      position="bottom-end"
      width={220}
      returnFocus={false}
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button type="button" className={styles['more']} aria-label={`More for ${name}`}>
          <IconDots size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onOpen}>Open</Menu.Item>
        <Menu.Label>
          <span className={styles['menu-title']}>
            Move to… <ShortcutKeys keys="m" />
          </span>
        </Menu.Label>
        {sections.map((section) => (
          <Menu.Item
            key={section.id}
            disabled={section.id === sectionId}
            onClick={() => move?.(card, sectionId, section.id)}
          >
            {section.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
