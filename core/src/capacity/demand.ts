import type { BalanceInput } from '../balance/input.ts';
import { monthSpans } from '../balance/months.ts';
import { plannedWork, tentativeWork } from '../balance/planned-work.ts';
import { type Spread, sliceOfSpread } from '../balance/spread.ts';
import { type DayRange, dayNumbers, eachEntry } from '../balance/time-log.ts';
import { type CalendarMonth, dateFromDayNumber, monthOf } from '../calendar-date.ts';
import { entryOf, groupedBy } from '../grouping.ts';
import type { DealId, PersonId, ProjectId, RoleId } from '../id.ts';
import { allocatedMonths, type Capacities } from './allocated.ts';
import type { Allocation } from './allocation.ts';
import { committedMinutes } from './committed.ts';
import { termOn } from './person-capacity.ts';

/** What demand is computed from: tasks, logs and deals of a balance, and the allocations that count. */
export type DemandInput = {
  readonly balance: BalanceInput;
  /** As they count: see `standingAllocations`. */
  readonly allocations: readonly Allocation[];
  readonly capacities: Capacities;
  /** Whole months. */
  readonly range: DayRange;
};

/** Hours of one month that one project, or one open deal, asks of one person or of one role, in minutes. */
export type DemandRow = {
  readonly projectId: ProjectId | null;
  readonly dealId: DealId | null;
  /** Null: placeholders, tasks that nobody is on, and deals. */
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly month: CalendarMonth;
  readonly confirmedMinutes: number;
  /** Tentative allocations in full; of a deal its hours in the measure of the balance. */
  readonly tentativeMinutes: number;
  /** Remaining work of tasks, from today on. */
  readonly estimatedMinutes: number;
  readonly loggedMinutes: number;
  /** What is to be worked from today on: see `demand`. */
  readonly committedMinutes: number;
};

/**
 * Demand for people by project, person, role and month. An allocation reserves hours and tasks use
 * them, so what somebody is committed to is the greater of the two from today on, never their sum.
 * What nobody is named for yet (placeholders, tasks without a person) is met first by hours of people of
 * the same role on the same project: unassigned tasks by what those have allocated beyond their own
 * tasks, placeholders by what they do beyond their own allocations.
 * Complexity: O(days of allocations + entries + months of tasks and deals).
 */
export function demand(input: DemandInput): DemandRow[] {
  const rows = new Map<string, Growing>();
  addAllocated(input, rows);
  addEstimated(input, rows);
  addLogged(input, rows);
  commit([...rows.values()]);
  return [
    ...[...rows.values()].map(({ aheadMinutes: _aheadMinutes, ...row }) => row),
    ...dealRows(input),
  ];
}

type Growing = { -readonly [Field in keyof DemandRow]: DemandRow[Field] } & {
  aheadMinutes: number;
};

type Place = Pick<DemandRow, 'projectId' | 'personId' | 'roleId' | 'month'>;

function rowAt(rows: Map<string, Growing>, { projectId, personId, roleId, month }: Place): Growing {
  return entryOf(rows, `${month} ${projectId} ${personId} ${roleId}`, () => ({
    projectId,
    dealId: null,
    personId,
    roleId,
    month,
    confirmedMinutes: 0,
    tentativeMinutes: 0,
    estimatedMinutes: 0,
    loggedMinutes: 0,
    committedMinutes: 0,
    aheadMinutes: 0,
  }));
}

function addAllocated(input: DemandInput, rows: Map<string, Growing>): void {
  const days = { today: input.balance.today, ...input.range };
  for (const month of allocatedMonths(input.allocations, input.capacities, days)) {
    const row = rowAt(rows, month);
    if (month.certainty === 'tentative') row.tentativeMinutes += month.minutes;
    else {
      row.confirmedMinutes += month.minutes;
      row.aheadMinutes += month.aheadMinutes;
    }
  }
}

function addEstimated({ balance, range }: DemandInput, rows: Map<string, Growing>): void {
  const months = monthSpans(range);
  for (const work of plannedWork(balance)) {
    const { personId, roleId } = work;
    eachMonth(work, months, (month, minutes) => {
      rowAt(rows, { projectId: work.project.id, personId, roleId, month }).estimatedMinutes +=
        minutes;
    });
  }
}

function eachMonth(
  work: Spread,
  months: ReturnType<typeof monthSpans>,
  tell: (month: CalendarMonth, minutes: number) => void,
): void {
  for (const { month, from, to } of months) {
    const minutes = sliceOfSpread(work, from, to);
    if (minutes > 0) tell(month, minutes);
  }
}

function addLogged(input: DemandInput, rows: Map<string, Growing>): void {
  const within = dayNumbers(input.range);
  for (const log of input.balance.logs) {
    const person = input.capacities.people.get(log.personId);
    eachEntry(log, within, (day, minutes) => {
      const month = monthOf(dateFromDayNumber(day));
      const roleId = person ? termOn(person, day).roleId : null;
      rowAt(rows, { ...log, roleId, month }).loggedMinutes += minutes;
    });
  }
}

/** Settles what is committed, within each project, role and month. */
function commit(rows: readonly Growing[]): void {
  for (const group of groupedBy(rows, groupName).values()) {
    const committed = committedMinutes(group);
    for (const [place, row] of group.entries()) row.committedMinutes = committed[place] ?? 0;
  }
}

function groupName({ month, projectId, roleId }: Growing): string {
  return `${month} ${projectId} ${roleId}`;
}

function dealRows({ balance, range }: DemandInput): DemandRow[] {
  const months = monthSpans(range);
  const rows: DemandRow[] = [];
  for (const work of tentativeWork(balance)) {
    eachMonth(work, months, (month, minutes) =>
      rows.push({
        projectId: null,
        dealId: work.dealId,
        personId: null,
        roleId: work.roleId,
        month,
        confirmedMinutes: 0,
        tentativeMinutes: minutes,
        estimatedMinutes: 0,
        loggedMinutes: 0,
        committedMinutes: 0,
      }),
    );
  }
  return rows;
}
