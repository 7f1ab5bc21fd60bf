import { Kbd } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconCornerDownLeft,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import styles from './shortcut.module.css';

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

const symbols: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  escape: 'Esc',
  space: 'Space',
  plus: '+',
};

type Drawn = { readonly name: string; readonly Icon: ComponentType<{ size: number }> };

/** Keys that are drawn: not every font has their signs. */
const drawn: Record<string, Drawn> = {
  enter: { name: 'Enter', Icon: IconCornerDownLeft },
  arrowup: { name: 'Up', Icon: IconArrowUp },
  arrowdown: { name: 'Down', Icon: IconArrowDown },
  arrowleft: { name: 'Left', Icon: IconArrowLeft },
  arrowright: { name: 'Right', Icon: IconArrowRight },
};

/** The keys of a shortcut as small key caps: for menus, tooltips and the help sheet. */
export function ShortcutKeys({ keys }: { readonly keys: string }) {
  const caps = keys.split(' ').flatMap((step) => step.split('+'));
  return (
    <span className={styles['keys']}>
      {caps.map((cap, index) => (
        // Two caps of one shortcut may be the same key; their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the caps never move
        <Kbd key={`${cap}-${index}`}>
          <Cap cap={cap} />
        </Kbd>
      ))}
    </span>
  );
}

function Cap({ cap }: { readonly cap: string }) {
  const one = drawn[cap];
  if (!one) return symbols[cap] ?? cap.toUpperCase();
  return (
    <span role="img" aria-label={one.name} className={styles['drawn']}>
      <one.Icon size={11} />
    </span>
  );
}
