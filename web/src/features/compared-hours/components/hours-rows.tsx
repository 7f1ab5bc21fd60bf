import type { ComparedRowsFilter, ComparedRowView } from '@evenkeel/contract/compared-hours';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useComparedRows } from '../api.ts';
import { daysText, rowHref } from '../model.ts';
import styles from './hours.module.css';
import type { OpenHours } from './hours-table.tsx';

type HoursRowsProps = { readonly open: OpenHours | null; readonly onClose: () => void };

/** The rows that a number is the sum of, each leading to its allocation, task or time entry (U19). */
export function HoursRows({ open, onClose }: HoursRowsProps) {
  return (
    <SidePanel opened={open !== null} onClose={onClose} title={open?.title ?? ''} width={640}>
      {open ? <Rows filter={open.filter} /> : null}
    </SidePanel>
  );
}

function Rows({ filter }: { readonly filter: ComparedRowsFilter }) {
  const found = useComparedRows(filter);
  return (
    <Loaded found={found} what="the rows">
      {({ rows, total, sum }) =>
        total === 0 ? (
          <EmptyState title="No rows">
            <p>Nothing is allocated, estimated or logged here any more.</p>
          </EmptyState>
        ) : (
          <>
            <p className={styles['total']}>
              {formatCount(total, { one: 'row', many: 'rows' })} ·{' '}
              <strong>
                {formatEffort(sum.confirmed + sum.tentative + sum.estimated + sum.logged)}
              </strong>
              {rows.length < total ? ` · the largest ${rows.length} are shown` : ''}
            </p>
            <ul className={styles['rows']} aria-label="Rows of this number">
              {rows.map((row) => (
                <Row key={`${row.sourceId} ${row.from} ${row.person?.id}`} row={row} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

function Row({ row }: { readonly row: ComparedRowView }) {
  const days = row.from && row.to ? daysText(row.from, row.to) : 'no due day';
  return (
    <li>
      <AppLink className={styles['row']} href={rowHref(row)}>
        <KindDot kind={row.project.kind} label={kindLabels[row.project.kind]} />
        <span className={styles['what']}>
          <span>
            {row.project.name}
            {row.name ? <span className={styles['detail']}> {row.name}</span> : null}
          </span>
          <span className={styles['detail']}>
            {words[row.figure]} {days} · {row.person?.name ?? row.role?.name ?? 'Nobody yet'}
          </span>
        </span>
        <span className={styles['minutes']}>{formatEffort(row.minutes)}</span>
      </AppLink>
    </li>
  );
}

const words: Record<ComparedRowView['figure'], string> = {
  confirmed: 'Allocated',
  tentative: 'Tentative,',
  estimated: 'Task,',
  logged: 'Logged',
};
