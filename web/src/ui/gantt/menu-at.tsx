import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './gantt.module.css';

type MenuAtProps = {
  /** Pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A menu that opens at a place: what a right click, or the key for it, asks for. */
export function MenuAt({ x, y, width, onClose, children }: MenuAtProps) {
  return (
    <Menu
      opened
      onChange={(isOpen) => (isOpen ? undefined : onClose())}
      position="bottom-start"
      width={width}
      returnFocus={false}
    >
      <Menu.Target>
        {/* Where the menu opens: nothing to see or to reach. */}
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles['menu-place']}
          style={{ left: x, top: y }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
