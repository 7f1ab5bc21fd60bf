import type { ScenarioColumn } from '@evenkeel/contract/scenarios';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, RoleId, ScenarioId, TeamId } from '@evenkeel/core/id';
import { SidePanel } from '../../../../ui/figure/side-panel.tsx';
import { formatDate } from '../../../../ui/format/date.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { formatCount } from '../../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../../ui/marks/kind-badge.tsx';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { Rows } from '../../components/rows-drawer.tsx';
import { useScenarioRows } from '../api.ts';
import styles from './scenarios.module.css';

type Filter = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly teamId?: TeamId;
  readonly roleId?: RoleId;
  readonly personId?: PersonId;
};

/** A figure of a column that stands open. */
export type OpenScenarioRows = Filter & {
  readonly column: ScenarioColumn;
  readonly title: string;
};

type ScenarioRowsProps = {
  readonly open: OpenScenarioRows | null;
  readonly onClose: () => void;
};

/** The rows that a figure of the plan or of a scenario is the sum of (U19). */
export function ScenarioRows({ open, onClose }: ScenarioRowsProps) {
  return (
    <SidePanel
      opened={open !== null}
      onClose={onClose}
      title={open?.title ?? ''}
      note={open?.column.scenario?.name ?? 'The plan as it is'}
      width={720}
    >
      {open ? <RowsOf open={open} /> : null}
    </SidePanel>
  );
}

function RowsOf({ open: { column, title: _, ...filter } }: { readonly open: OpenScenarioRows }) {
  if (column.scenario) return <RowsOfScenario id={column.scenario.id} filter={filter} />;
  return (
    <Rows filter={{ ...filter, certainty: 'logged,planned' }} measure="hours" currency="EUR" />
  );
}

function RowsOfScenario({ id, filter }: { readonly id: ScenarioId; readonly filter: Filter }) {
  const found = useScenarioRows({ params: { id }, body: filter });
  return (
    <Loaded found={found} what="the rows">
      {({ rows, total, sum }) => (
        <>
          <p className={styles['sum']}>
            {formatCount(total, { one: 'row', many: 'rows' })} ·{' '}
            <strong>{formatEffort(sum.minutes)}</strong>
            {total > rows.length ? `, the ${rows.length} largest of them here` : ''}
          </p>
          <ul className={styles['rows']} aria-label="Rows of this figure">
            {rows.map((row) => (
              <li
                key={`${row.sourceId} ${row.from} ${row.person?.id} ${row.role?.id}`}
                className={styles['row']}
              >
                <KindDot kind={row.kind} label={kindLabels[row.kind]} />
                <span className={styles['rowWords']}>
                  {row.project?.name ?? ''}{' '}
                  <span className={styles['detail']}>{row.task?.name}</span>
                  <span className={styles['rowDetail']}>
                    {row.certainty === 'logged' ? 'Logged' : 'Planned'} {formatDate(row.from)}
                    {row.to === row.from ? '' : ` to ${formatDate(row.to)}`} ·{' '}
                    {row.person?.name || row.role?.name || 'Nobody yet'}
                  </span>
                </span>
                <span className={styles['amount']}>{formatEffort(row.minutes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
