import type { BalanceView, LoadCellView, LoadRowsFilter } from '@evenkeel/contract/balance';
import type { Certainty } from '@evenkeel/core/balance/load';
import { type CalendarMonth, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import { amountIn } from './measure.ts';
import type { Grouping, Measure } from './view-state.ts';

/** A part of a month's bar. */
export type Segment = {
  readonly kind: ProjectKind;
  readonly certainty: Certainty;
  readonly amount: number;
};

/** One month's bar, from the ground up. Tentative parts stand on top and are not in `total`. */
export type MonthBar = {
  readonly month: CalendarMonth;
  readonly isPast: boolean;
  readonly segments: readonly Segment[];
  readonly total: number;
  readonly tentative: number;
};

/** The bars of one team, person or role, or of the whole firm. */
export type Series = {
  readonly id: string;
  readonly name: string;
  /** Lets through the rows of this series. */
  readonly filter: Pick<LoadRowsFilter, 'personId' | 'teamId' | 'roleId'>;
  readonly bars: readonly MonthBar[];
  readonly total: number;
  readonly client: number;
  readonly initiative: number;
};

/** From the ground up: what is certain of both kinds first, so that it reads as one bar. */
const stacking: readonly (readonly [Certainty, ProjectKind])[] = [
  ['logged', 'client'],
  ['planned', 'client'],
  ['logged', 'initiative'],
  ['planned', 'initiative'],
  ['tentative', 'client'],
];

/** The whole firm month by month. */
export function firmSeries(view: BalanceView, measure: Measure): Series {
  return seriesOf({ id: 'firm', name: 'All', filter: {} }, view.cells, { view, measure });
}

/** One series for each team, person or role that has work, the largest first. */
export function groupSeries(
  view: BalanceView,
  measure: Measure,
  grouping: Exclude<Grouping, 'kind'>,
): Series[] {
  const field = `${grouping}Id` as const;
  const names = new Map<string, string>(
    [...view.names.people, ...view.names.teams, ...view.names.roles].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return [...groupedBy(view.cells, (cell) => cell[field])]
    .map(([id, cells]) => {
      const name = id === null ? nobody[grouping] : (names.get(id) ?? '');
      const own = { id: id ?? 'none', name, filter: { [field]: id ?? 'none' } };
      return seriesOf(own, cells, { view, measure });
    })
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

/** The filter of the rows behind a month's bar, or behind one part of it. */
export function barFilter(
  series: Pick<Series, 'filter'>,
  bar: Pick<MonthBar, 'month'>,
  segment?: Pick<Segment, 'kind' | 'certainty'>,
): LoadRowsFilter {
  return {
    ...series.filter,
    from: monthStart(bar.month),
    to: monthEnd(bar.month),
    ...(segment ? { kind: segment.kind, certainty: segment.certainty } : {}),
  };
}

const nobody: Record<Exclude<Grouping, 'kind'>, string> = {
  team: 'No team',
  person: 'Nobody yet',
  role: 'No role',
};

function seriesOf(
  own: Pick<Series, 'id' | 'name' | 'filter'>,
  cells: readonly LoadCellView[],
  { view, measure }: { view: BalanceView; measure: Measure },
): Series {
  const byMonth = groupedBy(cells, (cell) => cell.month);
  const bars = view.months.map(({ month }) =>
    barOf(month, byMonth.get(month) ?? [], { measure, isPast: month < monthOf(view.today) }),
  );
  const all = bars.flatMap((bar) => bar.segments);
  const sure = all.filter((segment) => segment.certainty !== 'tentative');
  const ofKind = (kind: ProjectKind) =>
    sumOf(sure, (segment) => (segment.kind === kind ? segment.amount : 0));
  return {
    ...own,
    bars,
    total: sumOf(bars, (bar) => bar.total),
    client: ofKind('client'),
    initiative: ofKind('initiative'),
  };
}

function barOf(
  month: CalendarMonth,
  cells: readonly LoadCellView[],
  { measure, isPast }: { measure: Measure; isPast: boolean },
): MonthBar {
  const segments = stacking.map(([certainty, kind]) => ({
    kind,
    certainty,
    amount: sumOf(cells, (cell) =>
      cell.certainty === certainty && cell.kind === kind ? amountIn(measure, cell) : 0,
    ),
  }));
  const sum = (isTentative: boolean) =>
    sumOf(segments, (segment) =>
      (segment.certainty === 'tentative') === isTentative ? segment.amount : 0,
    );
  return {
    month,
    isPast,
    segments: segments.filter((segment) => segment.amount > 0),
    total: sum(false),
    tentative: sum(true),
  };
}
