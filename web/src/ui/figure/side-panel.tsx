import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './figure.module.css';

type SidePanelProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One line under the title: the sum, the period, the filter. */
  readonly note?: ReactNode;
  readonly width?: number;
  /** A DataList fills it (`fill`), anything else scrolls with margins. */
  readonly layout?: 'scroll' | 'fill';
  readonly children: ReactNode;
};

/** A panel from the right: the rows behind a figure, a preview. The page stays where it was. */
export function SidePanel(props: SidePanelProps) {
  const { opened, onClose, title, note, width = 640, layout = 'scroll', children } = props;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={`min(${width}px, 100vw)`}
      title={
        <span className={styles['panel-title']}>
          {title}
          {note ? <span className={styles['panel-note']}>{note}</span> : null}
        </span>
      }
      classNames={{
        content: styles['panel'] ?? '',
        body: styles[layout === 'fill' ? 'panel-fill' : 'panel-scroll'] ?? '',
      }}
    >
      {children}
    </Drawer>
  );
}
