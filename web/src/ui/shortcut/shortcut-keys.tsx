import { Kbd } from '@mantine/core';
import styles from './shortcut.module.css';

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

const symbols: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
};

/** The keys of a shortcut as small key caps: for menus, tooltips and the help sheet. */
export function ShortcutKeys({ keys }: { readonly keys: string }) {
  const caps = keys.split(' ').flatMap((step) => step.split('+'));
  return (
    <span className={styles['keys']}>
      {caps.map((cap, index) => (
        // Two caps of one shortcut may be the same key; their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the caps never move
        <Kbd key={`${cap}-${index}`}>{symbols[cap] ?? cap.toUpperCase()}</Kbd>
      ))}
    </span>
  );
}
