import {
  addDays,
  type CalendarDate,
  dayNumber,
  daysBetween,
  later,
  weekStart,
} from '../calendar-date.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { ProjectId } from '../id.ts';
import { capacityMinutes } from './capacity.ts';
import type { BalanceInput, BalancePerson, BalanceProject } from './input.ts';
import { type PlannedWork, plannedWork } from './planned-work.ts';
import { minutesThrough } from './spread.ts';

/** Why no week can be named in which a project's work is done. */
export const openEndReasons = ['nothing-left', 'no-role', 'beyond-horizon'] as const;
export type OpenEndReason = (typeof openEndReasons)[number];

/** The Monday of the week in which the last remaining minute of a project is worked. */
export type Finish = {
  readonly projectId: ProjectId;
  readonly remainingMinutes: number;
} & (
  | { readonly finishWeek: CalendarDate; readonly reason: null }
  | { readonly finishWeek: null; readonly reason: OpenEndReason }
);

/** How many weeks the forecast looks ahead. */
export const horizonWeeks = 104;

/**
 * A week-by-week forecast of when each committed project's remaining work is done.
 *
 * Assumptions, until a schedule is solved for real:
 * - capacity counts by role: people of one role stand in for each other, other roles do not; people
 *   without a role form one of their own;
 * - work is wanted when it is planned (laid evenly over its weekdays) and never done earlier;
 * - client projects are served first, then initiatives, in each of them the lower priority number,
 *   then the older project; what does not fit is carried to the next week;
 * - tentative work, leave and dependencies between tasks are not counted.
 *
 * A project with work that names neither person nor role has no forecast ('no-role'); one that is
 * not done after 104 weeks has none either ('beyond-horizon'). `work` is the planned work of the
 * input, for callers that need it themselves too.
 * Complexity: O(weeks × (people + projects × roles) + weeks of the planned work).
 */
export function forecastFinishes(
  input: BalanceInput,
  work: readonly PlannedWork[] = plannedWork(input),
): Finish[] {
  const weeks = horizonOf(input.today);
  const projects = inServingOrder(input.projects.filter((project) => project.isCommitted));
  const lastWeek = new Map<ProjectId, number>();
  const workByRole = groupedBy(
    work.filter((item) => !lacksRole(item)),
    (item) => item.roleId,
  );
  for (const [roleId, items] of workByRole) {
    const people = input.people.filter((person) => person.roleId === roleId);
    const capacity = weeks.map((week) => weekCapacity(people, week, input.today));
    for (const [projectId, week] of serve(items, { projects, weeks, capacity }))
      lastWeek.set(projectId, Math.max(week, lastWeek.get(projectId) ?? 0));
  }
  const workByProject = groupedBy(work, (item) => item.project.id);
  return projects.map((project) =>
    finishOf(project.id, workByProject.get(project.id) ?? [], { lastWeek, weeks }),
  );
}

/** Whole weeks from one finish to another, negative when it comes earlier; null if either is open. */
export function weeksLater(before: Finish | undefined, after: Finish | undefined): number | null {
  if (!before?.finishWeek || !after?.finishWeek) return null;
  return daysBetween(before.finishWeek, after.finishWeek) / 7;
}

function horizonOf(today: CalendarDate): CalendarDate[] {
  const first = weekStart(today);
  return Array.from({ length: horizonWeeks }, (_, index) => addDays(first, index * 7));
}

function inServingOrder(projects: readonly BalanceProject[]): BalanceProject[] {
  return projects.toSorted(
    (a, b) =>
      Number(a.kind === 'initiative') - Number(b.kind === 'initiative') ||
      a.priority - b.priority ||
      (a.id < b.id ? -1 : 1),
  );
}

function weekCapacity(
  people: readonly BalancePerson[],
  week: CalendarDate,
  today: CalendarDate,
): number {
  return sumOf(people, (person) => capacityMinutes(person, later(week, today), addDays(week, 6)));
}

/** Index of the week in which each project's work of one role is done; infinity beyond the horizon. */
function serve(
  items: readonly PlannedWork[],
  plan: {
    readonly projects: readonly BalanceProject[];
    readonly weeks: readonly CalendarDate[];
    readonly capacity: readonly number[];
  },
): Map<ProjectId, number> {
  const demandOf = new Map(
    [...groupedBy(items, (item) => item.project.id)].map(([id, mine]) => [
      id,
      weeklyDemand(mine, plan.weeks),
    ]),
  );
  const free = [...plan.capacity];
  const finished = new Map<ProjectId, number>();
  for (const { id } of plan.projects) {
    const demand = demandOf.get(id);
    if (demand) finished.set(id, serveOne(demand, free));
  }
  return finished;
}

type Demand = { readonly byWeek: readonly number[]; readonly total: number };

function weeklyDemand(items: readonly PlannedWork[], weeks: readonly CalendarDate[]): Demand {
  const byWeek = weeks.map(() => 0);
  const first = weeks[0];
  if (first === undefined) throw new Error('a forecast needs weeks');
  const firstSunday = dayNumber(first) + 6;
  for (const item of items) {
    const start = Math.floor(daysBetween(first, item.from) / 7);
    const end = Math.min(weeks.length - 1, Math.floor(daysBetween(first, item.to) / 7));
    let before = 0;
    for (let index = start; index <= end; index += 1) {
      const through = minutesThrough(item, firstSunday + index * 7);
      byWeek[index] = (byWeek[index] ?? 0) + through - before;
      before = through;
    }
  }
  return { byWeek, total: sumOf(items, (item) => item.minutes) };
}

/**
 * Takes what one project needs out of the free minutes of each week. Serving project by project
 * gives the same as week by week, for a project never touches what one before it takes.
 */
function serveOne(demand: Demand, free: number[]): number {
  let backlog = 0;
  let done = 0;
  for (const [index, wanted] of demand.byWeek.entries()) {
    backlog += wanted;
    const served = Math.min(backlog, free[index] ?? 0);
    backlog -= served;
    done += served;
    free[index] = (free[index] ?? 0) - served;
    if (done === demand.total) return index;
  }
  return Number.POSITIVE_INFINITY;
}

function finishOf(
  projectId: ProjectId,
  work: readonly PlannedWork[],
  served: {
    readonly lastWeek: ReadonlyMap<ProjectId, number>;
    readonly weeks: readonly CalendarDate[];
  },
): Finish {
  const remainingMinutes = sumOf(work, (item) => item.minutes);
  const open = (reason: OpenEndReason): Finish => ({
    projectId,
    remainingMinutes,
    finishWeek: null,
    reason,
  });
  if (remainingMinutes === 0) return open('nothing-left');
  if (work.some(lacksRole)) return open('no-role');
  const finishWeek = served.weeks[served.lastWeek.get(projectId) ?? Number.POSITIVE_INFINITY];
  if (finishWeek === undefined) return open('beyond-horizon');
  return { projectId, remainingMinutes, finishWeek, reason: null };
}

function lacksRole(item: PlannedWork): boolean {
  return item.roleId === null && item.personId === null;
}
