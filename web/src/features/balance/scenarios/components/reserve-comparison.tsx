import type { ScenarioColumn } from '@evenkeel/contract/scenarios';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import { formatMonth } from '../../../../ui/format/date.ts';
import { formatHours } from '../../../../ui/format/effort.ts';
import { type CompareRow, CompareTable, differenceOf } from './compare-table.tsx';
import type { ComparisonProps } from './comparison-tables.tsx';
import styles from './scenarios.module.css';

type Outlook = ScenarioColumn['figures']['reserve'][number];

/** What is left of each ring-fence, in all and month by month, and what loans would have to cover. */
export function ReserveComparison({ view }: Pick<ComparisonProps, 'view'>) {
  const all = view.columns.flatMap(({ figures }) => figures.reserve);
  const fences = [...groupedBy(all, ({ ringFence }) => ringFence.id)];
  return (
    <>
      {fences.map(([id, outlooks]) => {
        const name = outlooks[0]?.ringFence.name ?? '';
        const months = [...new Set(outlooks.map(({ month }) => month))].sort();
        const rows = [
          fenceRow(view.columns, { id, label: 'In all', of: () => true }),
          ...months.map((month) =>
            fenceRow(view.columns, {
              id,
              label: formatMonth(month),
              of: (outlook) => outlook.month === month,
            }),
          ),
        ];
        return (
          <CompareTable
            key={id}
            label={`Left of ${name}`}
            of={name}
            columns={view.columns}
            rows={rows}
          />
        );
      })}
    </>
  );
}

type FenceRow = {
  readonly id: string;
  readonly label: string;
  readonly of: (outlook: Outlook) => boolean;
};

function fenceRow(columns: readonly ScenarioColumn[], { id, label, of }: FenceRow): CompareRow {
  const own = (column: ScenarioColumn | undefined) =>
    (column?.figures.reserve ?? []).filter((one) => one.ringFence.id === id && of(one));
  const left = (some: readonly Outlook[]) => sumOf(some, ({ leftMinutes }) => leftMinutes);
  return {
    id: `${id} ${label}`,
    label,
    cell: (column) => {
      const outlooks = own(column);
      if (outlooks.length === 0) return null;
      const held = sumOf(outlooks, ({ reserveMinutes }) => reserveMinutes);
      const short = sumOf(outlooks, ({ shortMinutes }) => shortMinutes);
      return {
        text: (
          <span title={wordsOf(outlooks)}>
            {formatHours(left(outlooks))} of {formatHours(held)} left
            {short > 0 ? (
              <span className={styles['problem']}>{formatHours(short)} to be lent</span>
            ) : null}
          </span>
        ),
        difference: differenceOf(left(outlooks), left(own(columns[0])), {
          format: formatHours,
          more: 'good',
          less: 'bad',
        }),
      };
    },
  };
}

function wordsOf(outlooks: readonly Outlook[]): string {
  const sum = (of: (outlook: Outlook) => number) => formatHours(sumOf(outlooks, of));
  return `Clients have ${sum((one) => one.bookedMinutes)}, won deals ask for ${sum((one) => one.askedMinutes)}, of ${sum((one) => one.capacityMinutes)} in all; ${sum((one) => one.lentMinutes)} are lent`;
}
