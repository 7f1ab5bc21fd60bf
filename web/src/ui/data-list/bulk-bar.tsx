import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatNumber } from '../format/number.ts';
import styles from './data-list.module.css';

type BulkBarProps = {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
};

/** What can be done with the selected rows; floats over the list while some are selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <div className={styles['bulk']} role="toolbar" aria-label="Selected rows">
      <span className={styles['bulk-count']} aria-live="polite">
        {formatNumber(count)} selected
      </span>
      {children}
      <ActionIcon onClick={onClear} aria-label="Clear the selection" title="Clear (Esc)">
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}
