import { useState } from 'react';
import { Figure } from '../../../ui/figure/figure.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatCount, formatPercent } from '../../../ui/format/number.ts';
import { type PromisesOf, usePromises } from '../api.ts';
import { PromiseList } from './promise-list.tsx';
import styles from './promises.module.css';

type KeptRatePanelProps = { readonly of: PromisesOf };

/** The promise-kept rate of a project, an account or a manager; it opens to its rows (B08). */
export function KeptRatePanel({ of }: KeptRatePanelProps) {
  const found = usePromises(of, 'current');
  const [isOpen, setOpen] = useState(false);
  const rate = found.data?.rate;
  if (!rate || rate.kept + rate.broken + rate.open === 0) return null;
  const due = rate.kept + rate.broken;
  return (
    <div className={styles['figures']}>
      <Figure
        label="Promises kept"
        value={rate.rate === null ? 'None due yet' : formatPercent(rate.rate)}
        formula="Kept / (kept + broken). Open promises do not count; a date that the client agreed to move counts by the new day."
        delta={{
          text: `${rate.kept} of ${due} due, ${formatCount(rate.open, { one: 'open', many: 'open' })}`,
          tone: 'neutral',
        }}
        onOpen={() => setOpen(true)}
      />
      <SidePanel
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Promises"
        width={1100}
        layout="fill"
      >
        {isOpen ? <PromiseList of={of} /> : null}
      </SidePanel>
    </div>
  );
}
