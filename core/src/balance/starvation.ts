import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  dateFromDayNumber,
  dayNumber,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
  weekdaysBetween,
  weekStart,
} from '../calendar-date.ts';
import { termOn } from '../capacity/person-capacity.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { PersonId, ProjectId } from '../id.ts';
import { allocate, roundCommercially } from '../money.ts';
import type { BalanceInput, BalanceProject, BalanceTask, TimeLog } from './input.ts';
import { overlap } from './spread.ts';
import { clientHoursOf, type WeekTakers, weekTakers } from './takers.ts';
import { dayNumbers, eachEntry } from './time-log.ts';

/** Hours promised to an initiative and hours given to it. */
export type PromisedGiven = { readonly promisedMinutes: number; readonly givenMinutes: number };

/** What an initiative was promised and given over the part of the view that is behind us. */
export type InitiativePromise = PromisedGiven & {
  readonly projectId: ProjectId;
  /** The days compared: in the view, in the initiative, up to today. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Promised less given, 0 when the promise was kept. */
  readonly shortfallMinutes: number;
  /** Whether more than a tenth of the promise is missing. */
  readonly isShort: boolean;
  readonly weeks: readonly (PromisedGiven & { readonly week: CalendarDate })[];
  readonly months: readonly (PromisedGiven & { readonly month: CalendarMonth })[];
  /** Client projects that took the hours, the most first; with `unexplainedMinutes` they sum to the shortfall. */
  readonly culprits: readonly { readonly projectId: ProjectId; readonly minutes: number }[];
  readonly unexplainedMinutes: number;
};

/**
 * Promised against given for each committed initiative with a promise and a start.
 * The promise accrues by weekday: a fifth of the weekly minutes each, from the initiative's start to
 * its end, in the view and up to today. Given is what was logged on it on those days.
 *
 * Culprits: in each week that fell short, the client projects on which the initiative's own people
 * (assigned to it or having logged on it; failing those, its team) logged time, in proportion to
 * that time and for no more of it than the week lacked. Weeks with more than the promise make up
 * for others, so the sum is cut to the shortfall, keeping proportions.
 * The greatest shortfall comes first.
 */
export function initiativePromises(input: BalanceInput): InitiativePromise[] {
  const logsByProject = groupedBy(input.logs, (log) => log.projectId);
  const clientHours = clientHoursOf(input);
  const tasksByProject = groupedBy(input.tasks, (task) => task.projectId);
  const promises = input.projects.filter(isPromised).flatMap((project) => {
    const days = comparedDays(input, project);
    if (!days) return [];
    const given = givenOn(logsByProject.get(project.id) ?? [], days);
    const tasks = tasksByProject.get(project.id) ?? [];
    const people = initiativePeople(input, project, { given, tasks });
    return [promiseOf(project, days, { given, takers: weekTakers(clientHours, people, days) })];
  });
  return promises.sort(
    (a, b) => b.shortfallMinutes - a.shortfallMinutes || (a.projectId < b.projectId ? -1 : 1),
  );
}

/** Minutes promised from `start` to the end of `day`, both included. */
export function promisedThrough(
  weeklyMinutes: number,
  start: CalendarDate,
  day: CalendarDate,
): number {
  return roundCommercially((weeklyMinutes * weekdaysBetween(start, day)) / 5);
}

type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

function isPromised(project: BalanceProject): boolean {
  return (
    project.kind === 'initiative' &&
    project.isCommitted &&
    project.promisedWeeklyMinutes > 0 &&
    project.startOn !== null
  );
}

function comparedDays(input: BalanceInput, project: BalanceProject): Days | null {
  const from = later(input.from, project.startOn ?? input.from);
  const to = earlier(earlier(input.to, input.today), project.endOn ?? input.to);
  return from <= to ? { from, to } : null;
}

/** Minutes that were logged on some days, by the Monday of their week and by month, and by whom. */
type Given = {
  readonly byWeek: ReadonlyMap<CalendarDate, number>;
  readonly byMonth: ReadonlyMap<CalendarMonth, number>;
  readonly people: ReadonlySet<PersonId>;
};

function givenOn(logs: readonly TimeLog[], days: Days): Given {
  const byDay = new Map<number, number>();
  const people = new Set<PersonId>();
  for (const log of logs) {
    eachEntry(log, dayNumbers(days), (day, minutes) => {
      people.add(log.personId);
      byDay.set(day, (byDay.get(day) ?? 0) + minutes);
    });
  }
  const byWeek = new Map<CalendarDate, number>();
  const byMonth = new Map<CalendarMonth, number>();
  for (const [number, minutes] of byDay) {
    const day = dateFromDayNumber(number);
    const [week, month] = [weekStart(day), monthOf(day)];
    byWeek.set(week, (byWeek.get(week) ?? 0) + minutes);
    byMonth.set(month, (byMonth.get(month) ?? 0) + minutes);
  }
  return { byWeek, byMonth, people };
}

function initiativePeople(
  input: BalanceInput,
  project: BalanceProject,
  { given, tasks }: { readonly given: Given; readonly tasks: readonly BalanceTask[] },
): Set<PersonId> {
  const people = new Set(tasks.flatMap((task) => task.assigneeIds));
  for (const person of given.people) people.add(person);
  if (people.size > 0 || project.teamId === null) return people;
  return new Set(
    input.people
      .filter(({ capacity }) => termOn(capacity, dayNumber(input.today)).teamId === project.teamId)
      .map((person) => person.id),
  );
}

function promiseOf(
  project: BalanceProject,
  days: Days,
  work: { readonly given: Given; readonly takers: WeekTakers },
): InitiativePromise {
  const promised = (slice: Days) => promisedIn(project.promisedWeeklyMinutes, days, slice);
  const weeks = weeksOf(days).map((week) => ({
    week,
    promisedMinutes: promised({ from: week, to: addDays(week, 6) }),
    givenMinutes: work.given.byWeek.get(week) ?? 0,
  }));
  const months = monthsBetween(days.from, days.to).map((month) => ({
    month,
    promisedMinutes: promised({ from: monthStart(month), to: monthEnd(month) }),
    givenMinutes: work.given.byMonth.get(month) ?? 0,
  }));
  const promisedMinutes = sumOf(weeks, (week) => week.promisedMinutes);
  const givenMinutes = sumOf(weeks, (week) => week.givenMinutes);
  const shortfallMinutes = Math.max(0, promisedMinutes - givenMinutes);
  const culprits = culpritsOf(shortfallMinutes, weeks, work.takers);
  return {
    projectId: project.id,
    ...days,
    promisedMinutes,
    givenMinutes,
    shortfallMinutes,
    isShort: shortfallMinutes * 10 > promisedMinutes,
    weeks,
    months,
    culprits,
    unexplainedMinutes: shortfallMinutes - sumOf(culprits, (culprit) => culprit.minutes),
  };
}

function promisedIn(weeklyMinutes: number, days: Days, slice: Days): number {
  const seen = overlap(days, slice);
  if (!seen) return 0;
  const before =
    seen.from > days.from ? promisedThrough(weeklyMinutes, days.from, addDays(seen.from, -1)) : 0;
  return promisedThrough(weeklyMinutes, days.from, seen.to) - before;
}

function weeksOf(days: Days): CalendarDate[] {
  const weeks: CalendarDate[] = [];
  for (let week = weekStart(days.from); week <= days.to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function culpritsOf(
  shortfall: number,
  weeks: InitiativePromise['weeks'],
  takers: WeekTakers,
): InitiativePromise['culprits'] {
  const taken = new Map<ProjectId, number>();
  for (const [index, { promisedMinutes, givenMinutes }] of weeks.entries()) {
    const lacking = promisedMinutes - givenMinutes;
    const projects = lacking > 0 ? takers(index) : [];
    if (projects.length === 0) continue;
    const worked = projects.map((project) => project.minutes);
    const parts = allocate(Math.min(lacking, sumOf(worked, Number)), worked);
    for (const [place, { projectId }] of projects.entries())
      taken.set(projectId, (taken.get(projectId) ?? 0) + (parts[place] ?? 0));
  }
  return cutTo(shortfall, taken);
}

function cutTo(
  shortfall: number,
  taken: ReadonlyMap<ProjectId, number>,
): InitiativePromise['culprits'] {
  const culprits = [...taken].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const weights = culprits.map(([, minutes]) => minutes);
  const parts = allocate(Math.min(shortfall, sumOf(weights, Number)), weights);
  return culprits
    .map(([projectId], index) => ({ projectId, minutes: parts[index] ?? 0 }))
    .filter((culprit) => culprit.minutes > 0);
}
