import type { balance, LoadRowsFilter, LoadRowView } from '@evenkeel/contract/balance';
import type { OutputOf } from '@evenkeel/contract/endpoint';
import { Button } from '@mantine/core';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useLoadRows } from '../api.ts';
import { amountIn, formatAmount, measureLabels } from '../model/measure.ts';
import { rowAddress } from '../model/record-address.ts';
import type { Measure, OpenRows } from '../model/view-state.ts';
import styles from './rows.module.css';

type RowsDrawerProps = {
  readonly open: OpenRows | null;
  readonly measure: Measure;
  readonly currency: string;
  readonly onClose: () => void;
};

/** The rows that a figure is the sum of, each leading to its entry, task or deal (U19). */
export function RowsDrawer({ open, measure, currency, onClose }: RowsDrawerProps) {
  return (
    <SidePanel opened={open !== null} onClose={onClose} title={open?.title ?? ''} width={720}>
      {open ? <Rows filter={open.filter} measure={measure} currency={currency} /> : null}
    </SidePanel>
  );
}

type RowsProps = {
  readonly filter: LoadRowsFilter;
  readonly measure: Measure;
  readonly currency: string;
};

/** The rows of a filter, a page at a time, with their sum. */
export function Rows(props: RowsProps) {
  const found = useLoadRows(props.filter);
  return (
    <Loaded found={found} what="the rows">
      {({ pages }) => (
        <LoadedRows
          {...props}
          pages={pages}
          isMoreComing={found.isFetchingNextPage}
          {...(found.hasNextPage ? { onMore: () => void found.fetchNextPage() } : {})}
        />
      )}
    </Loaded>
  );
}

type LoadedRowsProps = Omit<RowsProps, 'filter'> & {
  readonly pages: readonly OutputOf<typeof balance.rows>[];
  readonly isMoreComing: boolean;
  readonly onMore?: () => void;
};

function LoadedRows({ measure, currency, pages, isMoreComing, onMore }: LoadedRowsProps) {
  const first = pages[0];
  if (!first) return null;
  if (first.total === 0)
    return (
      <EmptyState title="No rows">
        <p>Nothing was worked or planned here, so the figure is zero.</p>
      </EmptyState>
    );
  const rows = pages.flatMap((page) => page.rows);
  const hidden = first.total - rows.length;
  return (
    <div>
      <p className={styles['sum']}>
        {formatCount(first.total, { one: 'row', many: 'rows' })} ·{' '}
        <strong>{formatEffort(first.sum.minutes)}</strong>
        {measure === 'hours' ? null : (
          <>
            {' '}
            · {measureLabels[measure]}{' '}
            <strong>{formatAmount(measure, amountIn(measure, first.sum), { currency })}</strong>
          </>
        )}
      </p>
      <ul className={styles['rows']} aria-label="Rows of this figure">
        {rows.map((row) => (
          <Row
            key={`${row.source} ${row.sourceId} ${row.from} ${row.person?.id} ${row.role?.id}`}
            row={row}
            measure={measure}
            currency={currency}
          />
        ))}
      </ul>
      {onMore ? (
        <Button variant="default" fullWidth loading={isMoreComing} onClick={onMore}>
          Show {Math.min(hidden, 100)} more of {hidden}
        </Button>
      ) : null}
    </div>
  );
}

type RowProps = {
  readonly row: LoadRowView;
  readonly measure: Measure;
  readonly currency: string;
};

function Row({ row, measure, currency }: RowProps) {
  const name = row.deal?.name ?? row.project?.name ?? '';
  const detail = [row.task?.name, row.account, row.note].filter(Boolean).join(' · ');
  return (
    <li>
      <AppLink className={styles['row']} href={rowAddress(row)}>
        <KindDot kind={row.kind} label={kindLabels[row.kind]} />
        <span className={styles['what']}>
          <span className={styles['name']}>
            {name}
            {detail ? <span className={styles['task']}> {detail}</span> : null}
          </span>
          <span className={styles['detail']}>
            {sourceWords(row)} · {row.person?.name ?? row.role?.name ?? 'Nobody yet'}
          </span>
        </span>
        <span className={styles['amounts']}>
          {formatEffort(row.minutes)}
          {measure === 'hours' ? null : (
            <span className={styles['detail']}>
              {formatAmount(measure, amountIn(measure, row), { currency })}
            </span>
          )}
        </span>
      </AppLink>
    </li>
  );
}

function sourceWords(row: LoadRowView): string {
  switch (row.source) {
    case 'entry':
      return `Logged ${formatDate(row.from)}`;
    case 'task':
      return `Planned ${daysWords(row)}`;
    case 'allocation':
      return allocationWords(row);
    case 'deal':
      return `Open deal, ${daysWords(row)}`;
  }
}

function allocationWords(row: LoadRowView): string {
  if (row.minutes < 0) return `Met by people who are allocated, ${daysWords(row)}`;
  const what = row.certainty === 'tentative' ? 'Tentative' : 'Allocated';
  return `${what} beyond its tasks, ${daysWords(row)}`;
}

function daysWords({ from, to }: LoadRowView): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}
