import { ActionIcon, Popover } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import { ganttBarKeyList, ganttKeyList, ganttPointerList } from './gantt-key-list.ts';
import styles from './gantt-legend.module.css';
import { ganttMarks } from './gantt-marks.tsx';

/** What each mark of the chart means, and what the pointer and the keys do. */
export function GanttLegend({ isEditable }: { readonly isEditable: boolean }) {
  return (
    <Popover position="bottom-end" width={560} trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="default" aria-label="Marks and keys" title="Marks and keys">
          <IconHelp size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Marks and keys" className={styles['legend'] ?? ''}>
        {/* Focusable, so that keys scroll it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus */}
        <section className={styles['scroll']} tabIndex={0} aria-label="What is on the chart">
          <div className={styles['columns']}>
            <div>
              <h3>Marks</h3>
              <dl className={styles['marks']}>
                {ganttMarks.map(({ name, Mark }) => (
                  <div key={name}>
                    <dt aria-hidden>
                      <svg width="40" height="20" viewBox="0 0 40 20" aria-hidden>
                        <Mark />
                      </svg>
                    </dt>
                    <dd>{name}</dd>
                  </div>
                ))}
              </dl>
            </div>
            <div>
              {isEditable ? <PointerPart /> : null}
              <KeyPart title="Keys" list={ganttKeyList} />
              {isEditable ? <KeyPart title="Keys on a bar" list={ganttBarKeyList} /> : null}
            </div>
          </div>
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}

function PointerPart() {
  return (
    <>
      <h3>Pointer</h3>
      <ul className={styles['pointer']}>
        {ganttPointerList.map(({ what, does }) => (
          <li key={what}>
            <strong>{what}</strong> {does}
          </li>
        ))}
      </ul>
    </>
  );
}

type KeyPartProps = { readonly title: string; readonly list: typeof ganttKeyList };

function KeyPart({ title, list }: KeyPartProps) {
  return (
    <>
      <h3>{title}</h3>
      <dl className={styles['keys']}>
        {list.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <ShortcutKeys keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
