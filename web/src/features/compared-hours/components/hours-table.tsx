import type {
  ComparedGrouping,
  ComparedLine,
  ComparedRowsFilter,
  ComparedView,
} from '@evenkeel/contract/compared-hours';
import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatEffort, formatEffortShort } from '../../../ui/format/effort.ts';
import { nothing } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import {
  type ComparedNumber,
  comparedNumbers,
  figuresOf,
  isBeyond,
  minutesOf,
  numberLabels,
  projectHref,
} from '../model.ts';
import styles from './hours.module.css';

/** Which rows to open, and what they are called. */
export type OpenHours = { readonly title: string; readonly filter: ComparedRowsFilter };

type HoursTableProps = {
  readonly view: ComparedView;
  readonly by: ComparedGrouping;
  readonly onOpen: (open: OpenHours) => void;
};

const headings: Record<ComparedGrouping, string> = {
  person: 'Person',
  project: 'Project',
  role: 'Role',
  team: 'Team',
};

type Column = { readonly month: CalendarMonth | null };

/** Allocated, estimated and logged hours one under the other, month by month; each opens to its rows. */
export function HoursTable({ view, by, onOpen }: HoursTableProps) {
  const hasUndated = view.lines.some((line) => line.months.some(({ month }) => month === null));
  const columns: Column[] = view.months.map((month) => ({ month }));
  if (hasUndated) columns.push({ month: null });
  return (
    <section className={styles['scroll']} aria-label={`Hours by ${by} and month`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{headings[by]}</th>
            <th scope="col" className={styles['number-head']}>
              Hours
            </th>
            {columns.map(({ month }) => (
              <th key={month} scope="col" title={month ? formatMonth(month) : undefined}>
                {month ? formatMonthShort(month) : 'No day'}
              </th>
            ))}
            <th scope="col">Sum</th>
          </tr>
        </thead>
        {view.lines.map((line) => (
          <Line
            key={line.id ?? 'none'}
            line={line}
            by={by}
            columns={columns}
            today={view.today}
            onOpen={onOpen}
          />
        ))}
      </table>
    </section>
  );
}

type LineProps = {
  readonly line: ComparedLine;
  readonly by: ComparedGrouping;
  readonly columns: readonly Column[];
  readonly today: CalendarDate;
  readonly onOpen: (open: OpenHours) => void;
};

const filterKeys = {
  person: 'personId',
  project: 'projectId',
  role: 'roleId',
  team: 'teamId',
} as const;

function Line({ line, by, columns, today, onOpen }: LineProps) {
  // An id of the kind that the grouping names, or none.
  const filter = { [filterKeys[by]]: line.id ?? 'none' } as ComparedRowsFilter;
  return (
    <tbody>
      {comparedNumbers.map((number, place) => (
        <tr key={number}>
          {place === 0 ? (
            <th scope="rowgroup" rowSpan={comparedNumbers.length} className={styles['name']}>
              <LineName line={line} by={by} />
            </th>
          ) : null}
          <th scope="row" className={styles['number']}>
            {numberLabels[number]}
          </th>
          {columns.map(({ month }) => (
            <Cell
              key={month}
              line={line}
              number={number}
              month={month}
              today={today}
              onOpen={(title) =>
                onOpen({
                  title,
                  filter: { ...filter, figure: figuresOf[number], month: month ?? 'none' },
                })
              }
            />
          ))}
          <td className={styles['sum']}>{shown(minutesOf(number, line.sum))}</td>
        </tr>
      ))}
    </tbody>
  );
}

function LineName({ line, by }: Pick<LineProps, 'line' | 'by'>) {
  if (line.id === null || by === 'role' || by === 'team') return line.name;
  if (by === 'person') return <AppLink href={`/people/${line.id}`}>{line.name}</AppLink>;
  const kind = line.kind ?? 'client';
  return (
    <span className={styles['project']}>
      <KindDot kind={kind} label={kindLabels[kind]} />
      <AppLink href={projectHref({ kind, id: line.id })}>{line.name}</AppLink>
    </span>
  );
}

type CellProps = Pick<LineProps, 'line' | 'today'> & {
  readonly number: ComparedNumber;
  readonly month: CalendarMonth | null;
  readonly onOpen: (title: string) => void;
};

function Cell({ line, number, month, today, onOpen }: CellProps) {
  const amounts = line.months.find((some) => some.month === month);
  const minutes = amounts ? minutesOf(number, amounts) : 0;
  if (!amounts || minutes === 0) return <td className={styles['nothing']}>{nothing}</td>;
  const when = month ? formatMonth(month) : 'without a due day';
  const isTentative = number === 'allocated' && amounts.tentative > 0;
  const beyond = isBeyond(number, amounts, { month, today });
  return (
    <td>
      <button
        type="button"
        className={joinClasses(styles['figure'], beyond && styles['beyond'])}
        title={noteOf({ isTentative, beyond, tentative: amounts.tentative })}
        onClick={() => onOpen(`${line.name}, ${numberLabels[number].toLowerCase()}, ${when}`)}
      >
        {shown(minutes)}
        {isTentative ? <span aria-hidden>*</span> : null}
      </button>
    </td>
  );
}

function noteOf(cell: {
  readonly isTentative: boolean;
  readonly beyond: boolean;
  readonly tentative: number;
}): string | undefined {
  if (cell.beyond) return 'More than is allocated';
  return cell.isTentative ? `${formatEffort(cell.tentative)} of it tentative` : undefined;
}

/** Whole hours unless that would hide something: a table of hours is read, not added up. */
function shown(minutes: number): string {
  return formatEffortShort(minutes >= 60 ? Math.round(minutes / 60) * 60 : minutes);
}
