import type { RateBook } from '../balance/rates.ts';
import { type Spread, spread } from '../balance/spread.ts';
import { type CalendarMonth, later, monthOf } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import type { CostItem, CostPeriod } from '../strategy/initiative-cost.ts';
import { costOfHours } from './deal-candidate.ts';
import { type Extent, extentOf } from './extent.ts';
import type {
  CandidateGap,
  GoalPart,
  HourSource,
  InitiativeCandidate,
  RoleMinutes,
} from './facts.ts';
import { byRoleAndMonth, monthsApart, monthsFrom } from './month-grid.ts';
import { type InitiativeSource, type Reading, usualWeight } from './sources.ts';

/**
 * An initiative as a candidate. Its hours are those of its open tasks; with none of them estimated,
 * those of its cost items for people. Its contribution is the sum of `weight × strength` over its
 * goals; money other than people's time is its spending.
 */
export function initiativeCandidate(
  initiative: InitiativeSource,
  reading: Reading,
  rates: RateBook,
): InitiativeCandidate {
  const usual = { first: reading.firstMonth, months: reading.usualMonths };
  const extent = extentOf(initiative, usual);
  const months = monthsFrom(monthOf(extent.startOn), extent.length);
  const { hours, hourSource } = hoursOf(initiative, extent, months);
  const cost = costOfHours(hours, months, rates);
  const cashMinor = spendingByMonth(initiative.costs, months).map((spent) => 0 - spent);
  const spendingMinor = sumOf(cashMinor, (minor) => -minor);
  const goals = goalParts(initiative, reading);
  const gaps: CandidateGap[] = [...extent.gaps];
  if (cost.isPartial) gaps.push('no-rate');
  if (!goals.some(({ strength }) => strength > 0)) gaps.push('no-goal');
  return {
    kind: 'initiative',
    id: initiative.id,
    number: initiative.number,
    version: initiative.version,
    name: initiative.name,
    state: initiative.state,
    startOn: initiative.startOn,
    endOn: initiative.endOn,
    length: extent.length,
    naturalMonth: extent.naturalMonth,
    hours,
    hourSource,
    costMinor: cost.minor + spendingMinor,
    cashMinor,
    spendingMinor,
    goals,
    contribution: sumOf(goals, ({ weight, strength }) => weight * strength),
    approvalGaps: initiative.approvalGaps,
    gaps,
  };
}

function goalParts(initiative: InitiativeSource, reading: Reading): GoalPart[] {
  return initiative.goals.map(({ goalId, name, strength }) => ({
    goalId,
    name,
    strength,
    weight: reading.goalWeights.get(goalId) ?? usualWeight,
  }));
}

type Hours = { readonly hours: readonly RoleMinutes[]; readonly hourSource: HourSource };

function hoursOf(
  initiative: InitiativeSource,
  extent: Extent,
  months: readonly CalendarMonth[],
): Hours {
  const tasks = byRoleAndMonth(
    initiative.tasks.map((task) => ({
      roleId: task.roleId,
      spread: within(extent, { minutes: task.minutes, from: task.startOn, to: task.dueOn }),
    })),
    months,
  );
  if (tasks.length > 0) return { hours: tasks, hourSource: 'tasks' };
  const people = initiative.costs.filter((item) => item.kind === 'people');
  const costs = byRoleAndMonth(
    people.map((item) => peopleSpread(item, extent)),
    months,
  );
  return { hours: costs, hourSource: costs.length > 0 ? 'costs' : 'none' };
}

function peopleSpread(item: CostItem, extent: Extent): { roleId: RoleId | null; spread: Spread } {
  const days = { minutes: item.minutes ?? 0, from: item.startsOn, to: item.endsOn };
  return { roleId: item.roleId, spread: within(extent, days) };
}

/** Work on its own days as far as they lie in those of the initiative, else on all of these. */
function within(
  { startOn, endOn }: Extent,
  {
    minutes,
    from,
    to,
  }: { minutes: number; from: Extent['startOn'] | null; to: Extent['endOn'] | null },
): Spread {
  const first = from === null ? startOn : later(from, startOn);
  const last = to === null || to > endOn ? endOn : to;
  return first > endOn || last < first
    ? spread(minutes, startOn, endOn)
    : spread(minutes, first, last);
}

/** Payments by month; what is paid after the last month of the work falls into that. */
function spendingByMonth(costs: readonly CostItem[], months: readonly CalendarMonth[]): number[] {
  const spent = months.map(() => 0);
  for (const item of costs) {
    for (const index of paymentMonths(item, months)) {
      const at = Math.min(index, months.length - 1);
      spent[at] = (spent[at] ?? 0) + (item.amount ?? 0);
    }
  }
  return spent;
}

/** The months in which an item is paid, counted from the first of the work. */
function paymentMonths(item: CostItem, months: readonly CalendarMonth[]): number[] {
  const [first] = months;
  if (item.kind === 'people' || item.amount === null || first === undefined) return [];
  const from = item.startsOn === null ? 0 : Math.max(0, monthsApart(first, monthOf(item.startsOn)));
  if (item.kind === 'one-off') return [from];
  const last = item.endsOn === null ? months.length - 1 : monthsApart(first, monthOf(item.endsOn));
  const paid: number[] = [];
  const step = stepOf[item.period ?? 'monthly'];
  for (let index = from; index <= Math.min(last, months.length - 1); index += step)
    paid.push(index);
  return paid;
}

const stepOf: Record<CostPeriod, number> = { monthly: 1, quarterly: 3, yearly: 12 };
