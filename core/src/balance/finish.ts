import {
  addDays,
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  later,
  weekStart,
} from '../calendar-date.ts';
import {
  capacityBetween,
  type Days,
  type PersonCapacity,
  termsBetween,
} from '../capacity/person-capacity.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { ProjectId, RoleId } from '../id.ts';
import type { BalanceInput, BalanceProject } from './input.ts';
import { type PlannedWork, plannedWork } from './planned-work.ts';
import { minutesThrough } from './spread.ts';

/** Why no week can be named in which a project's work is done. */
export const openEndReasons = ['nothing-left', 'no-role', 'beyond-horizon'] as const;
export type OpenEndReason = (typeof openEndReasons)[number];

/**
 * The Monday of the week in which the last remaining minute of a project is worked, and the day: that
 * which is planned, or for work carried into the week, as far into it as its hours reach.
 */
export type Finish = {
  readonly projectId: ProjectId;
  readonly remainingMinutes: number;
} & (
  | { readonly finishWeek: CalendarDate; readonly finishOn: CalendarDate; readonly reason: null }
  | { readonly finishWeek: null; readonly finishOn: null; readonly reason: OpenEndReason }
);

/** What the forecast finds: when projects are done, and the hours that initiatives get until then. */
export type Forecast = {
  readonly finishes: readonly Finish[];
  /** The minutes that each committed initiative gets, week by week from that of today on. */
  readonly initiativeHours: readonly {
    readonly projectId: ProjectId;
    readonly minutes: readonly number[];
  }[];
};

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
 * - tentative work and dependencies between tasks are not counted.
 *
 * A project with work that names neither person nor role has no forecast ('no-role'); one that is
 * not done after 104 weeks has none either ('beyond-horizon'). `work` is the planned work of the
 * input, for callers that need it themselves too.
 * Complexity: O(weeks × (people + projects × roles) + weeks of the planned work).
 */
export function forecastFinishes(
  input: BalanceInput,
  work: readonly PlannedWork[] = plannedWork(input),
): readonly Finish[] {
  return forecastWork(input, work).finishes;
}

/** The forecast with the hours behind it. */
export function forecastWork(
  input: BalanceInput,
  work: readonly PlannedWork[] = plannedWork(input),
): Forecast {
  const weeks = horizonOf(input.today);
  const projects = inServingOrder(input.projects.filter((project) => project.isCommitted));
  const lastDay = new Map<ProjectId, number>();
  const initiatives = projects.filter((project) => project.kind === 'initiative');
  const hours = new Map(initiatives.map(({ id }) => [id, weeks.map(() => 0)]));
  const workByRole = groupedBy(
    work.filter((item) => !lacksRole(item)),
    (item) => item.roleId,
  );
  for (const [roleId, items] of workByRole) {
    const people = input.people.filter(({ capacity: { terms } }) =>
      terms.some((term) => term.roleId === roleId),
    );
    const capacity = weeks.map((week) =>
      sumOf(people, (person) => roleCapacity(person.capacity, roleId, weekFrom(week, input.today))),
    );
    const plan = { projects, weeks, capacity, today: input.today, hours };
    for (const [projectId, day] of serve(items, plan))
      lastDay.set(projectId, Math.max(day, lastDay.get(projectId) ?? 0));
  }
  const workByProject = groupedBy(work, (item) => item.project.id);
  return {
    finishes: projects.map((project) =>
      finishOf(project.id, workByProject.get(project.id) ?? [], lastDay),
    ),
    initiativeHours: [...hours].map(([projectId, minutes]) => ({ projectId, minutes })),
  };
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

/** What is left of a week. */
function weekFrom(week: CalendarDate, today: CalendarDate): Days {
  return { from: dayNumber(later(week, today)), to: dayNumber(week) + 6 };
}

/** Minutes of some days on which the person has the role. */
function roleCapacity(person: PersonCapacity, roleId: RoleId | null, { from, to }: Days): number {
  return sumOf(termsBetween(person, from, to), (days) =>
    days.term.roleId === roleId ? capacityBetween(person, days.from, days.to) : 0,
  );
}

type ServingPlan = {
  readonly projects: readonly BalanceProject[];
  readonly weeks: readonly CalendarDate[];
  readonly capacity: readonly number[];
  readonly today: CalendarDate;
  /** What initiatives have got in each week; grows as they are served. */
  readonly hours: ReadonlyMap<ProjectId, number[]>;
};

/** The `dayNumber` on which each project's work of one role is done; infinity beyond the horizon. */
function serve(items: readonly PlannedWork[], plan: ServingPlan): Map<ProjectId, number> {
  const demandOf = new Map(
    [...groupedBy(items, (item) => item.project.id)].map(([id, mine]) => [
      id,
      weeklyDemand(mine, plan.weeks),
    ]),
  );
  const free = [...plan.capacity];
  const done = new Map<ProjectId, number>();
  for (const { id } of plan.projects) {
    const demand = demandOf.get(id);
    if (demand) done.set(id, serveOne(demand, free, { ...plan, given: plan.hours.get(id) }));
  }
  return done;
}

type Demand = {
  readonly byWeek: readonly number[];
  readonly total: number;
  /** The `dayNumber` of the last planned day. */
  readonly plannedTo: number;
};

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
  return {
    byWeek,
    total: sumOf(items, (item) => item.minutes),
    plannedTo: Math.max(...items.map((item) => dayNumber(item.to))),
  };
}

/**
 * Takes what one project needs out of the free minutes of each week. Serving project by project
 * gives the same as week by week, for a project never touches what one before it takes.
 */
function serveOne(
  demand: Demand,
  free: number[],
  plan: ServingPlan & { readonly given: number[] | undefined },
): number {
  let [backlog, done] = [0, 0];
  for (const [index, wanted] of demand.byWeek.entries()) {
    const carried = backlog;
    backlog += wanted;
    const served = Math.min(backlog, free[index] ?? 0);
    backlog -= served;
    done += served;
    const left = (free[index] ?? 0) - served;
    free[index] = left;
    if (plan.given) plan.given[index] = (plan.given[index] ?? 0) + served;
    if (done === demand.total) return dayInWeek({ index, carried, left }, demand.plannedTo, plan);
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * The day of a week on which work is done: the planned one when nothing was carried into the week,
 * else not before the share of the week's hours that is used up by then.
 */
function dayInWeek(
  {
    index,
    carried,
    left,
  }: { readonly index: number; readonly carried: number; readonly left: number },
  plannedTo: number,
  { weeks, capacity, today }: ServingPlan,
): number {
  const monday = dayNumber(weeks[index] ?? today);
  const friday = monday + 4;
  const planned = Math.min(Math.max(plannedTo, monday), friday);
  if (carried === 0) return planned;
  const first = Math.max(monday, dayNumber(today));
  const hours = capacity[index] ?? 0;
  const used = Math.ceil(((friday - first + 1) * (hours - left)) / hours);
  const reached = Math.min(friday, first + Math.max(1, used) - 1);
  return plannedTo >= monday ? Math.max(planned, reached) : reached;
}

function finishOf(
  projectId: ProjectId,
  work: readonly PlannedWork[],
  lastDay: ReadonlyMap<ProjectId, number>,
): Finish {
  const remainingMinutes = sumOf(work, (item) => item.minutes);
  const open = (reason: OpenEndReason): Finish => ({
    projectId,
    remainingMinutes,
    finishWeek: null,
    finishOn: null,
    reason,
  });
  if (remainingMinutes === 0) return open('nothing-left');
  if (work.some(lacksRole)) return open('no-role');
  const day = lastDay.get(projectId) ?? Number.POSITIVE_INFINITY;
  if (day === Number.POSITIVE_INFINITY) return open('beyond-horizon');
  const finishOn = dateFromDayNumber(day);
  return { projectId, remainingMinutes, finishWeek: weekStart(finishOn), finishOn, reason: null };
}

function lacksRole(item: PlannedWork): boolean {
  return item.roleId === null && item.personId === null;
}
