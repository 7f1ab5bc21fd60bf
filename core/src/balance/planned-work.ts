import { type CalendarDate, dateFromDayNumber, later, weekdaysBetween } from '../calendar-date.ts';
import { type PersonCapacity, type Term, termsBetween } from '../capacity/person-capacity.ts';
import { groupedBy } from '../grouping.ts';
import type { DealId, PersonId, RoleId, TaskId, TeamId } from '../id.ts';
import { allocate, roundCommercially } from '../money.ts';
import type { BalanceDeal, BalanceInput, BalanceProject, BalanceTask } from './input.ts';
import { nthWeekday, type Spread, sliceOfSpread, spread } from './spread.ts';
import { dayNumbers } from './time-log.ts';

/** Work still ahead: one task of one person (or of nobody yet), laid over its weekdays. */
export type PlannedWork = Spread & {
  readonly taskId: TaskId;
  readonly project: BalanceProject;
  readonly personId: PersonId | null;
  /** The role whose capacity the work takes: the person's on its days, or of nobody's work the one it asks for. */
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
};

/** What an open deal would bring: the hours of one role, laid over its weekdays. */
export type TentativeWork = Spread & { readonly dealId: DealId; readonly roleId: RoleId };

/** Weekdays over which overdue work is expected to be caught up. */
const catchUpWeekdays = 5;

/**
 * The remaining work (estimate less logged, never below zero) of the open tasks of committed
 * projects. Assignees share a task equally in whole minutes; each share is laid over the weekdays
 * from its start, or today when that is later, to its due day. Overdue work lands on the five
 * weekdays from today. Tasks without estimate or due day are left out: see `unknowns`.
 */
export function plannedWork(input: BalanceInput): PlannedWork[] {
  const people = new Map(input.people.map((person) => [person.id, person]));
  const tasksOf = groupedBy(input.tasks, (task) => task.projectId);
  const catchUp = { from: input.today, to: nthWeekday(input.today, catchUpWeekdays) };
  return input.projects
    .filter((project) => project.isCommitted)
    .flatMap((project) =>
      (tasksOf.get(project.id) ?? []).flatMap((task) =>
        taskShares(task, catchUp).flatMap((share) => {
          const facts = { ...share, taskId: task.id, project };
          if (share.personId === null)
            return [{ ...facts, roleId: task.roleId, teamId: project.teamId }];
          return termShares(people.get(share.personId)?.capacity, facts);
        }),
      ),
    );
}

/** A person's work with their role and team, cut where those change; each weekday keeps its minutes. */
function termShares<Work extends Spread>(
  person: PersonCapacity | undefined,
  work: Work,
): (Work & Pick<Term, 'roleId' | 'teamId'>)[] {
  const [only, ...others] = person?.terms ?? [];
  if (!person || others.length === 0)
    return [{ ...work, roleId: only?.roleId ?? null, teamId: only?.teamId ?? null }];
  const { first, last } = dayNumbers(work);
  const parts = termsBetween(person, first, last).flatMap(({ term, ...days }) => {
    const from = dateFromDayNumber(days.from);
    const to = dateFromDayNumber(days.to);
    const { roleId, teamId } = term;
    const weekdays = weekdaysBetween(from, to);
    if (weekdays === 0) return [];
    return [
      { ...work, from, to, weekdays, minutes: sliceOfSpread(work, from, to), roleId, teamId },
    ];
  });
  return parts.filter((part) => part.minutes > 0);
}

/** Minutes of a task still to be worked, none of one with sub-tasks; null when it has no estimate. */
export function remainingMinutes(
  task: Pick<BalanceTask, 'isDone' | 'hasSubTasks' | 'estimateMinutes' | 'loggedMinutes'>,
): number | null {
  if (task.isDone || task.hasSubTasks) return 0;
  if (task.estimateMinutes === null) return null;
  return Math.max(0, task.estimateMinutes - task.loggedMinutes);
}

/** The hours that open deals would bring, from today on, in the measure of the input. */
export function tentativeWork(input: BalanceInput): TentativeWork[] {
  return input.deals.flatMap((deal) => {
    if (!hasUsableDates(deal, input.today)) return [];
    const from = later(deal.startOn, input.today);
    return deal.demand.map(({ roleId, minutes }) => ({
      ...spread(measured(minutes, deal, input), from, deal.endOn),
      dealId: deal.id,
      roleId,
    }));
  });
}

/** Whether a deal says when its work would happen, and that is not over yet. */
export function hasUsableDates(
  deal: BalanceDeal,
  today: CalendarDate,
): deal is BalanceDeal & { startOn: CalendarDate; endOn: CalendarDate } {
  return deal.startOn !== null && deal.endOn !== null && deal.endOn >= today;
}

/** `catchUp`: from today, the days of overdue work. */
function taskShares(
  task: BalanceTask,
  catchUp: { readonly from: CalendarDate; readonly to: CalendarDate },
): (Spread & { personId: PersonId | null })[] {
  const remaining = remainingMinutes(task);
  if (remaining === null || remaining === 0 || task.dueOn === null) return [];
  const today = catchUp.from;
  const isOverdue = task.dueOn < today;
  const from = isOverdue ? today : later(task.startOn ?? today, today);
  const to = isOverdue ? catchUp.to : task.dueOn;
  const [first = null, ...others] = task.assigneeIds;
  if (others.length === 0) return [{ ...spread(remaining, from, to), personId: first }];
  const assignees = task.assigneeIds.toSorted();
  const parts = allocate(
    remaining,
    assignees.map(() => 1),
  );
  return assignees.flatMap((personId, index) => {
    const minutes = parts[index] ?? 0;
    return minutes > 0 ? [{ ...spread(minutes, from, to), personId }] : [];
  });
}

function measured(minutes: number, deal: BalanceDeal, input: BalanceInput): number {
  if (input.tentativeMeasure === 'full') return minutes;
  return roundCommercially((minutes * deal.probabilityBasisPoints) / 10_000);
}
