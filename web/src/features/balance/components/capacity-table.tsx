import type { BalanceView } from '@evenkeel/contract/balance';
import { monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { formatPercent } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { type Bearer, type BearerMonth, bearersOf } from '../model/bearers.ts';
import type { Grouping, OpenRows } from '../model/view-state.ts';
import styles from './capacity.module.css';

type CapacityTableProps = {
  readonly view: BalanceView;
  readonly grouping: Grouping;
  readonly onOpen: (rows: OpenRows) => void;
};

/** Load as a share of capacity: who (or which team, role) by month; too much stands out. */
export function CapacityTable({ view, grouping, onOpen }: CapacityTableProps) {
  const bearers = bearersOf(view, grouping);
  return (
    <section className={styles['scroll']} aria-label="Load against capacity by month">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{headings[grouping]}</th>
            {view.months.map(({ month }) => (
              <th
                key={month}
                scope="col"
                className={joinClasses(month === monthOf(view.today) && styles['now'])}
                title={formatMonth(month)}
              >
                {formatMonthShort(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bearers.map((bearer) => (
            <tr key={bearer.id}>
              <th scope="row">
                {bearer.href ? <AppLink href={bearer.href}>{bearer.name}</AppLink> : bearer.name}
              </th>
              {bearer.months.map((month) => (
                <td key={month.month}>
                  <Cell bearer={bearer} load={month} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = {
  readonly bearer: Bearer;
  readonly load: BearerMonth;
  readonly onOpen: (rows: OpenRows) => void;
};

function Cell({ bearer, load, onOpen }: CellProps) {
  const words = cellWords(bearer, load);
  const isOver = load.excessMinutes > 0;
  const strength = load.share === null ? 0 : Math.min(1, load.share / 10_000);
  return (
    <button
      type="button"
      className={joinClasses(styles['cell'], isOver && styles['over'])}
      style={isOver ? {} : { background: tint(strength) }}
      title={words}
      aria-label={words}
      onClick={() =>
        onOpen({
          title: words,
          filter: {
            ...bearer.filter,
            from: monthStart(load.month),
            to: monthEnd(load.month),
            certainty: 'logged,planned',
          },
        })
      }
    >
      {cellText(load)}
    </button>
  );
}

const headings: Record<Grouping, string> = {
  kind: 'Person',
  person: 'Person',
  team: 'Team',
  role: 'Role',
};

function cellText(load: BearerMonth): string {
  if (load.loadMinutes === 0) return '';
  return load.share === null ? formatHours(load.loadMinutes) : formatPercent(rounded(load.share));
}

function cellWords(bearer: Bearer, load: BearerMonth): string {
  const base = `${bearer.name}, ${formatMonth(load.month)}: ${cellText(load)} ${formatEffort(load.loadMinutes)} of ${formatEffort(load.capacityMinutes)}`;
  if (load.excessMinutes === 0) return base;
  const causes = load.causes.length > 0 ? `, most of it ${load.causes.join(' and ')}` : '';
  return `${base}, ${formatEffort(load.excessMinutes)} over${causes}`;
}

/** From no colour to a third of the accent: the words on it stay readable. */
function tint(strength: number): string {
  return `color-mix(in srgb, var(--accent) ${Math.round(strength * 34)}%, var(--surface-sunken))`;
}

/** Whole percent: a heat map is for comparing, the rows behind have the minutes. */
function rounded(basisPoints: number): number {
  return Math.round(basisPoints / 100) * 100;
}
