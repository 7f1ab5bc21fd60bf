import { Modal } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import styles from './shortcut.module.css';
import { ShortcutKeys } from './shortcut-keys.tsx';
import { activeShortcuts, onShortcutsChange } from './shortcut-registry.ts';
import { useShortcut } from './use-shortcut.ts';

/** The sheet behind `?`: every shortcut that works at this moment. Put it once into the shell. */
export function ShortcutHelp() {
  const [opened, setOpened] = useState(false);
  const shortcuts = useSyncExternalStore(onShortcutsChange, activeShortcuts);
  useShortcut({
    keys: '?',
    label: 'Show shortcuts',
    run: () => setOpened(true),
    group: 'Anywhere',
  });
  const withKeys = shortcuts.filter((shortcut) => shortcut.keys);
  const groups = [...new Set(withKeys.map((shortcut) => shortcut.group))];
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size={560}>
      <div className={styles['sheet']}>
        {groups.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['group-title']}>{group}</h3>
            <dl className={styles['list']}>
              {withKeys
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <div key={shortcut.keys} className={styles['line']}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <ShortcutKeys keys={shortcut.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
