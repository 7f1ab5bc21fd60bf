import type { LoadRowsFilter } from '@evenkeel/contract/balance';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import { barFilter, type MonthBar, type Segment, type Series } from './series.ts';

/** A row of the table behind the bars; each cell with the filter of its own rows. */
export type TableRow = {
  readonly name: string;
  readonly cells: readonly {
    readonly month: CalendarMonth;
    readonly amount: number;
    readonly filter: LoadRowsFilter;
  }[];
  readonly sum: number;
};

const kindRows: readonly (readonly [string, Segment['kind'], Segment['certainty']])[] = [
  ['Client projects, worked', 'client', 'logged'],
  ['Client projects, planned', 'client', 'planned'],
  ['Initiatives, worked', 'initiative', 'logged'],
  ['Initiatives, planned', 'initiative', 'planned'],
  ['Open deals', 'client', 'tentative'],
];

/** The whole firm: a row for each kind and certainty. */
export function firmRows(firm: Series): TableRow[] {
  return kindRows.map(([name, kind, certainty]) =>
    rowOf(name, firm, (bar) => ({
      amount: sumOf(bar.segments, (segment) =>
        segment.kind === kind && segment.certainty === certainty ? segment.amount : 0,
      ),
      filter: barFilter(firm, bar, { kind, certainty }),
    })),
  );
}

/** A row for each team, person or role: logged and planned together. */
export function groupRows(series: readonly Series[]): TableRow[] {
  return series.map((one) =>
    rowOf(one.name, one, (bar) => ({
      amount: bar.total,
      filter: { ...barFilter(one, bar), certainty: 'logged,planned' },
    })),
  );
}

function rowOf(
  name: string,
  series: Series,
  cellOf: (bar: MonthBar) => { amount: number; filter: LoadRowsFilter },
): TableRow {
  const cells = series.bars.map((bar) => ({ month: bar.month, ...cellOf(bar) }));
  return { name, cells, sum: sumOf(cells, (cell) => cell.amount) };
}
