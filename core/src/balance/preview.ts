import type { CalendarMonth } from '../calendar-date.ts';
import type { ProjectId } from '../id.ts';
import { type Balance, balance, workSums } from './balance.ts';
import type { MonthLoad, RoleMonth, TeamMonth } from './capacity.ts';
import { changedSums } from './changed-sums.ts';
import { type Finish, weeksLater } from './finish.ts';
import { type HoursChange, hoursChanges } from './hours-ahead.ts';
import type { BalanceInput } from './input.ts';
import { type Amounts, type LoadRow, sumAmounts } from './load.ts';
import { type ReserveOutlook, reserveOutlook } from './reserve-outlook.ts';
import { loadRows } from './rows.ts';
import { type Addition, withAddition } from './scenario-change.ts';

/** The balance as it is and as it would be. `after` is `balance(withAddition(input, addition))`. */
export type Preview = {
  readonly before: Balance;
  readonly after: Balance;
  readonly months: readonly MonthChange[];
  /** Months of roles and teams whose load differs. */
  readonly roles: readonly Change<RoleMonth>[];
  readonly teams: readonly Change<TeamMonth>[];
  readonly finishes: readonly FinishChange[];
  /** Committed initiatives that get more or fewer hours by their planned end, those that lose most first. */
  readonly initiativeHours: readonly HoursChange[];
  /** What client work would take of the ring-fences; none of an initiative’s. */
  readonly reserve: readonly ReserveOutlook[];
};

/** One figure before and after. */
export type Change<Figure> = { readonly before: Figure; readonly after: Figure };

/** Logged and planned work of a month before and after. */
export type MonthChange = Change<Amounts> & { readonly month: CalendarMonth };

/** When a project's work is done, before and after; `weeksLater` null when either is open. */
export type FinishChange = Change<Finish | null> & {
  readonly projectId: ProjectId;
  readonly weeksLater: number | null;
};

/**
 * What winning a deal does (B13), or starting an initiative: the same figures with the project it
 * would create. Nothing is written and the input stays as it is. A project of the input with the
 * same id is replaced, so that one which is only proposed can be previewed as started.
 */
export function preview(input: BalanceInput, addition: Addition): Preview {
  const work = workSums(input);
  const before = balance(input, work);
  const changed = withAddition(input, addition);
  const after = balance(changed, changedSums(work, input, changed));
  return {
    before,
    after,
    months: monthChanges(before, after),
    roles: loadChanges(before.roles, after.roles, (load) => `${load.roleId} ${load.month}`),
    teams: loadChanges(before.teams, after.teams, (load) => `${load.teamId} ${load.month}`),
    finishes: finishChanges(before, after),
    initiativeHours: hoursChanges(before, after),
    reserve: reserveOf(changed, addition),
  };
}

function reserveOf(changed: BalanceInput, addition: Addition): ReserveOutlook[] {
  if (addition.project.kind !== 'client') return [];
  return reserveOutlook(changed, addedRows(changed, addition));
}

/**
 * The planned work that an addition brings into the months of the input, a row for each month of each
 * task. With the logged and planned rows of the input these are the rows of `after`, and a filter of
 * rows (`figureRows`) gives what stands behind each of its figures.
 */
export function addedRows(input: BalanceInput, { project, tasks }: Addition): LoadRow[] {
  const own = { ...input, projects: [project], tasks, logs: [], deals: [] };
  const rows = loadRows(own, { from: input.from, to: input.to });
  return rows.filter(({ certainty }) => certainty === 'planned');
}

function monthChanges(before: Balance, after: Balance): MonthChange[] {
  const amounts = ({ cells }: Balance, month: CalendarMonth) =>
    sumAmounts(cells.filter((cell) => cell.month === month && cell.certainty !== 'tentative'));
  return after.months.map(({ month }) => ({
    month,
    before: amounts(before, month),
    after: amounts(after, month),
  }));
}

function loadChanges<Load extends MonthLoad>(
  before: readonly Load[],
  after: readonly Load[],
  nameOf: (load: Load) => string,
): Change<Load>[] {
  const earlier = new Map(before.map((load) => [nameOf(load), load]));
  return after
    .map((load) => {
      const nothing = { ...load, loggedMinutes: 0, plannedMinutes: 0, excessMinutes: 0 };
      return { before: earlier.get(nameOf(load)) ?? nothing, after: load };
    })
    .filter((change) => change.before.plannedMinutes !== change.after.plannedMinutes);
}

/** Projects whose finish changes, those that move the most first; the added one comes with them. */
function finishChanges(before: Balance, after: Balance): FinishChange[] {
  const earlier = new Map(before.finishes.map((finish) => [finish.projectId, finish]));
  return after.finishes
    .map((finish) => {
      const previous = earlier.get(finish.projectId) ?? null;
      return {
        projectId: finish.projectId,
        before: previous,
        after: finish,
        weeksLater: weeksLater(previous ?? undefined, finish),
      };
    })
    .filter(({ before: from, after: to }) => from?.finishWeek !== to.finishWeek || !from)
    .sort((a, b) => (b.weeksLater ?? 0) - (a.weeksLater ?? 0));
}
