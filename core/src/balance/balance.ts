import { type CalendarDate, monthOf } from '../calendar-date.ts';
import type { ProjectKind } from '../projects/template.ts';
import { type CapacityView, capacityView } from './capacity.ts';
import { cellsWithin, type LoadCell, loadCells } from './cells.ts';
import { type Forecast, forecastWork } from './finish.ts';
import type { BalanceInput } from './input.ts';
import { type Amounts, figureRows, type LoadSum, sumAmounts } from './load.ts';
import { coveredRange, type MonthMix, monthMixes, type QuarterMix, quarterMixes } from './mix.ts';
import { type PlannedWork, plannedWork } from './planned-work.ts';
import { loadSums } from './rows.ts';
import { type InitiativePromise, initiativePromises } from './starvation.ts';
import { type Unknown, unknowns } from './unknowns.ts';

/** The balance of a firm over some months: where time and money go, by kind of work. */
export type Balance = CapacityView &
  Forecast & {
    readonly today: CalendarDate;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly currency: string;
    readonly cells: readonly LoadCell[];
    readonly months: readonly MonthMix[];
    readonly quarters: readonly QuarterMix[];
    readonly initiatives: readonly InitiativePromise[];
    readonly keyFigures: KeyFigures;
    readonly unknowns: readonly Unknown[];
  };

/** The few figures that open the page. */
export type KeyFigures = {
  /** Logged in the view on either kind of work. */
  readonly client: Amounts;
  readonly initiative: Amounts;
  /** Projects of either kind with logged or planned work in the view. */
  readonly clientProjectCount: number;
  readonly initiativeCount: number;
  /** People with more work than capacity in this month or a later one of the view. */
  readonly peopleOverCapacity: number;
  /** Initiatives that got less than nine tenths of what they were promised. */
  readonly initiativesShort: number;
};

/** The planned work of an input, and the sums that all of its work comes to. */
export type WorkSums = {
  readonly planned: readonly PlannedWork[];
  readonly sums: readonly LoadSum[];
};

/** All work of an input on the days that its figures need. */
export function workSums(input: BalanceInput): WorkSums {
  const planned = plannedWork(input);
  return { planned, sums: loadSums(input, coveredRange(input), planned) };
}

/**
 * Everything the Balance page shows, from one gathering of plain arrays.
 * Logs of `input` must cover `coveredRange(input)`; more of them do no harm. The second argument
 * is `workSums(input)`, for callers that have it already.
 */
export function balance(
  input: BalanceInput,
  { planned, sums: covered } = workSums(input),
): Balance {
  const coveredCells = loadCells(covered);
  const rows = figureRows(covered, { from: input.from, to: input.to });
  const cells = cellsWithin(coveredCells, input);
  const capacity = capacityView(input, rows, cells);
  const initiatives = initiativePromises(input);
  return {
    today: input.today,
    from: input.from,
    to: input.to,
    currency: input.currency,
    cells,
    ...capacity,
    months: monthMixes(input, cells),
    quarters: quarterMixes(input, coveredCells),
    initiatives,
    ...forecastWork(input, planned),
    keyFigures: keyFigures(input, rows, { cells, people: capacity.people, initiatives }),
    unknowns: unknowns(input),
  };
}

function keyFigures(
  input: BalanceInput,
  rows: readonly LoadSum[],
  parts: Pick<Balance, 'cells' | 'people' | 'initiatives'>,
): KeyFigures {
  const logged = (kind: ProjectKind) =>
    sumAmounts(parts.cells.filter((cell) => cell.kind === kind && cell.certainty === 'logged'));
  const projectIds = { client: new Set<string>(), initiative: new Set<string>() };
  for (const row of rows) {
    if (row.projectId === null || row.certainty === 'tentative') continue;
    projectIds[row.kind].add(row.projectId);
  }
  const over = parts.people.filter(
    (load) => load.excessMinutes > 0 && load.month >= monthOf(input.today),
  );
  return {
    client: logged('client'),
    initiative: logged('initiative'),
    clientProjectCount: projectIds.client.size,
    initiativeCount: projectIds.initiative.size,
    peopleOverCapacity: new Set(over.map((load) => load.personId)).size,
    initiativesShort: parts.initiatives.filter((initiative) => initiative.isShort).length,
  };
}
