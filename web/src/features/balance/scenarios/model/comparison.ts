import type {
  ComparisonView,
  ScenarioColumn,
  ScenarioFiguresView,
} from '@evenkeel/contract/scenarios';
import { type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';

/** How columns are called: the plan, then a letter for each scenario and its name. */
export function columnName({ scenario }: ScenarioColumn, index: number): string {
  return scenario ? `${letterOf(index)}: ${scenario.name}` : 'The plan';
}

/** A, B, C … for the first scenario and those beside it. */
export function letterOf(index: number): string {
  return String.fromCharCode(64 + index);
}

/** Load as a share of capacity over the months from this one on, in basis points; null without capacity. */
export function loadAhead(
  months: readonly {
    readonly month: CalendarMonth;
    readonly capacityMinutes: number;
    readonly loggedMinutes: number;
    readonly plannedMinutes: number;
  }[],
  today: ComparisonView['today'],
): number | null {
  const ahead = months.filter(({ month }) => month >= monthOf(today));
  const capacity = sumOf(ahead, (month) => month.capacityMinutes);
  if (capacity === 0) return null;
  const load = sumOf(ahead, (month) => month.loggedMinutes + month.plannedMinutes);
  return Math.round((load * 10_000) / capacity);
}

/** Ids of something that any column has months of, in the order of the names. */
export function idsIn<Id extends string>(
  columns: readonly ScenarioColumn[],
  names: readonly { readonly id: Id; readonly name: string }[],
  has: (figures: ScenarioFiguresView, id: Id) => boolean,
): { readonly id: Id; readonly name: string }[] {
  return names.filter(({ id }) => columns.some(({ figures }) => has(figures, id)));
}

/** Projects whose end is not the same in every column, those that move most first. */
export function movingProjects({ columns, names }: ComparisonView) {
  const ends = (id: string) =>
    columns.map(({ figures }) => figures.finishes.find((one) => one.projectId === id));
  const moved = (id: string) =>
    Math.max(0, ...ends(id).map((finish) => Math.abs(finish?.daysLater ?? 0)));
  return names.projects
    .filter(
      ({ id }) => new Set(ends(id).map((one) => one && (one.finishOn ?? one.reason))).size > 1,
    )
    .filter((project, index, all) => all.findIndex(({ id }) => id === project.id) === index)
    .sort((a, b) => moved(b.id) - moved(a.id));
}

/** The share of the quarter after this one. */
export function nextQuarter({ figures }: ScenarioColumn) {
  return figures.quarters.find((quarter) => quarter.which === 'next');
}

/** Margin over the months from this one on. */
export function marginAhead({ figures }: ScenarioColumn, today: ComparisonView['today']) {
  const ahead = figures.months.filter(({ month }) => month >= monthOf(today));
  if (ahead.some(({ marginMinor }) => marginMinor === null)) return null;
  return sumOf(ahead, ({ marginMinor }) => marginMinor ?? 0);
}

/** The month in which least comes in, less what goes out, from next month on. */
export function leanestMonth({ figures }: ScenarioColumn, today: ComparisonView['today']) {
  const ahead = figures.months.filter(
    ({ month, cashMinor }) => month > monthOf(today) && cashMinor !== null,
  );
  return ahead.reduce<(typeof ahead)[number] | null>(
    (least, one) => (least === null || (one.cashMinor ?? 0) < (least.cashMinor ?? 0) ? one : least),
    null,
  );
}
