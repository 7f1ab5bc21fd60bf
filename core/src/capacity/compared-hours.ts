import { monthSpans } from '../balance/months.ts';
import { sliceOfSpread, spread } from '../balance/spread.ts';
import type { DayRange } from '../balance/time-log.ts';
import {
  type CalendarDate,
  type CalendarMonth,
  earlier,
  later,
  monthOf,
} from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { PersonId, ProjectId, RoleId, TaskId, TeamId, TimeEntryId } from '../id.ts';
import { allocate } from '../money.ts';
import type { AllocatedMonth } from './allocated.ts';

/** The numbers that stand side by side: what was allocated, what tasks were estimated at, what was logged. */
export const comparedFigures = ['confirmed', 'tentative', 'estimated', 'logged'] as const;
/** One of the numbers that stand side by side. */
export type ComparedFigure = (typeof comparedFigures)[number];

/** A task with its whole estimate; tasks with sub-tasks are left out, for their hours stand on those. */
export type EstimatedTask = {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly roleId: RoleId | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly estimateMinutes: number;
  readonly assigneeIds: readonly PersonId[];
};

/** A time entry. */
export type LoggedEntry = {
  readonly id: TimeEntryId;
  readonly projectId: ProjectId;
  readonly personId: PersonId;
  readonly on: CalendarDate;
  readonly minutes: number;
};

/** What one source puts on one month: the rows of which every figure is a sum. */
export type ComparedRow = {
  readonly figure: ComparedFigure;
  readonly source: 'allocation' | 'task' | 'entry';
  readonly sourceId: string;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  /** Null: a task without a due day, which lies in no month. */
  readonly month: CalendarMonth | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly minutes: number;
};

/** Everything that is compared, and where people belong. */
export type ComparedInput = {
  readonly range: DayRange;
  readonly allocated: readonly AllocatedMonth[];
  readonly tasks: readonly EstimatedTask[];
  readonly entries: readonly LoggedEntry[];
  readonly bearerOf: (personId: PersonId) => {
    readonly roleId: RoleId | null;
    readonly teamId: TeamId | null;
  };
};

/**
 * Allocated, estimated and logged hours as rows (U12). An estimate is the whole one, done or not, laid
 * evenly over the weekdays from the task's start to its due day and shared equally by those who are on
 * it: what was thought, to be held against what was reserved and what was worked.
 */
export function comparedRows(input: ComparedInput): ComparedRow[] {
  return [
    ...input.allocated.map(
      ({ allocationId, certainty, aheadMinutes: _ahead, ...row }): ComparedRow => ({
        ...row,
        figure: certainty,
        source: 'allocation',
        sourceId: allocationId,
      }),
    ),
    ...input.tasks.flatMap((task) => taskRows(task, input)),
    ...input.entries.map(
      ({ id, projectId, personId, on, minutes }): ComparedRow => ({
        figure: 'logged',
        source: 'entry',
        sourceId: id,
        projectId,
        personId,
        ...input.bearerOf(personId),
        month: monthOf(on),
        from: on,
        to: on,
        minutes,
      }),
    ),
  ];
}

/** Sums of rows by what `keyOf` says of each, in the order in which they first come. */
export function comparedSums(
  rows: readonly ComparedRow[],
  keyOf: (row: ComparedRow) => string,
): Map<string, Record<ComparedFigure, number>> {
  const sums = new Map<string, Record<ComparedFigure, number>>();
  for (const row of rows) {
    const sum = entryOf(sums, keyOf(row), () => ({
      confirmed: 0,
      tentative: 0,
      estimated: 0,
      logged: 0,
    }));
    sum[row.figure] += row.minutes;
  }
  return sums;
}

function taskRows(task: EstimatedTask, { range, bearerOf }: ComparedInput): ComparedRow[] {
  const people: readonly (PersonId | null)[] =
    task.assigneeIds.length > 0 ? task.assigneeIds.toSorted() : [null];
  const parts = allocate(
    task.estimateMinutes,
    people.map(() => 1),
  );
  return people.flatMap((personId, index): ComparedRow[] => {
    const bearer = personId === null ? { roleId: task.roleId, teamId: null } : bearerOf(personId);
    const facts = {
      figure: 'estimated',
      source: 'task',
      sourceId: task.id,
      projectId: task.projectId,
      personId,
      ...bearer,
    } as const;
    const minutes = parts[index] ?? 0;
    if (minutes === 0) return [];
    if (task.dueOn === null) return [{ ...facts, month: null, from: null, to: null, minutes }];
    const work = spread(minutes, earlier(task.startOn ?? task.dueOn, task.dueOn), task.dueOn);
    return monthSpans(range).flatMap((span) => {
      const part = sliceOfSpread(work, span.from, span.to);
      if (part === 0) return [];
      const from = later(work.from, span.from);
      return [{ ...facts, month: span.month, from, to: earlier(work.to, span.to), minutes: part }];
    });
  });
}
