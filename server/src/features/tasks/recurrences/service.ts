import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { recurrences } from '@evenkeel/contract/recurrences';
import { addDays, type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';
import type { RecurrenceId, TaskId } from '@evenkeel/core/id';
import { nextOccurrences, occurrencesOf } from '@evenkeel/core/projects/occurrences';
import { nextAfterDone } from '@evenkeel/core/projects/recurrence';
import { positionStep } from '@evenkeel/core/projects/task';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listAssignments, replaceAssignees } from '../assignments/service.ts';
import { insertItems, listItems } from '../checklist/service.ts';
import { insertTasks } from '../planned/service.ts';
import { trashTree } from '../tree/service.ts';
import * as repository from './repository.ts';

export type Recurring = {
  readonly recurrence: repository.RecurrenceRecord;
  readonly upcoming: readonly CalendarDate[];
};

/** A task as it is when it begins to come again. */
type FirstTask = {
  readonly id: TaskId;
  readonly project_id: repository.RecurrenceRecord['project_id'];
  readonly recurrence_id: RecurrenceId | null;
  readonly start_on: CalendarDate | null;
  readonly due_on: CalendarDate | null;
};

const upcomingQuantity = 5;
const usualLeadDays = 7;

export async function getRecurrence(scope: Scope, id: RecurrenceId): Promise<Recurring> {
  const recurrence = await repository.findRecurrence(scope, id);
  if (!recurrence) throw new AppError('not-found', 'There is no such recurrence.');
  return { recurrence, upcoming: upcomingOf(recurrence) };
}

/** Lets a task come again: it is the first time, on its due day or else today. */
export async function createRecurrence(
  scope: Scope,
  task: FirstTask,
  draft: BodyOf<typeof recurrences.create>,
): Promise<Recurring> {
  if (task.recurrence_id !== null) {
    throw new AppError('wrong-state', 'The task comes again already: change how it does.');
  }
  const startsOn = task.due_on ?? scope.today;
  const { basis = 'date', until = null, count = null, leadDays = usualLeadDays } = draft;
  checkEnd(until, startsOn);
  const id = await repository.insertRecurrence(scope, {
    projectId: task.project_id,
    rule: draft.rule,
    basis,
    startsOn,
    until,
    count,
    leadDays,
    spanDays: task.start_on ? Math.max(0, daysBetween(task.start_on, startsOn)) : 0,
  });
  await repository.setOccurrence(scope, task.id, { recurrenceId: id, occursOn: startsOn });
  await makeDue(scope, id);
  return getRecurrence(scope, id);
}

/** Changes what is still to come; it goes on from the last task that stands. */
export async function updateRecurrence(
  scope: Scope,
  key: { readonly id: RecurrenceId; readonly version: number },
  change: BodyOf<typeof recurrences.update>,
): Promise<Recurring> {
  const { recurrence } = await getRecurrence(scope, key.id);
  if (change.until) checkEnd(change.until, recurrence.starts_on);
  // Days that went by during a pause are not made up for.
  const isResumed = change.state === 'active' && recurrence.state !== 'active';
  const gap = isResumed && recurrence.made_through < scope.today;
  const resumed = gap ? { madeThrough: addDays(scope.today, -1) } : {};
  await repository.updateRecurrence(scope, key, { ...change, ...resumed });
  await makeDue(scope, key.id);
  return getRecurrence(scope, key.id);
}

/** Leaves out a day: its task is not made, or goes to the trash if it stands. */
export async function skipDay(
  scope: Scope,
  id: RecurrenceId,
  day: CalendarDate,
): Promise<Recurring> {
  const { recurrence } = await getRecurrence(scope, id);
  await repository.setSkipped(scope, id, day, true);
  const standing = await repository.findOccurrence(scope, id, day);
  if (standing) {
    await trashTree(scope, standing.id);
    if (recurrence.basis === 'completion') await makeNext(scope, id, scope.today);
  }
  return getRecurrence(scope, id);
}

export async function unskipDay(scope: Scope, id: RecurrenceId, day: CalendarDate): Promise<void> {
  await getRecurrence(scope, id);
  await repository.setSkipped(scope, id, day, false);
}

/** After tasks were done: those that are counted from it come again. */
export async function followDone(scope: Scope, taskIds: readonly TaskId[]): Promise<void> {
  for (const id of await repository.listRecurrencesOf(scope, taskIds)) await makeDue(scope, id);
}

/** Makes what is due by now of every recurrence of a workspace. How many tasks were made. */
export async function makeAllDue(scope: Scope): Promise<number> {
  let made = 0;
  for (const { id } of await repository.listActive(scope)) made += await makeDue(scope, id);
  return made;
}

/**
 * Makes the tasks whose day has come near, those of days that went by meanwhile as well, so that
 * nothing is lost when no server ran. The row is held and a day's task is unique, so several servers
 * make it once.
 */
async function makeDue(scope: Scope, id: RecurrenceId): Promise<number> {
  const recurrence = await repository.lockRecurrence(scope, id);
  if (recurrence?.state !== 'active') return 0;
  if (recurrence.basis === 'completion') {
    const latest = await repository.findLatest(scope, id);
    if (latest?.state !== 'done' || latest.done_on === null) return 0;
    return makeNext(scope, id, latest.done_on);
  }
  const upTo = addDays(scope.today, recurrence.lead_days);
  const days = occurrencesOf(termsOf(recurrence), { after: recurrence.made_through, upTo });
  const through = days.at(-1);
  if (through === undefined) return 0;
  const wanted = days.filter((day) => !recurrence.skipped.includes(day));
  const count = await makeTasks(scope, recurrence, wanted);
  const isOver = nextOccurrences(termsOf(recurrence), through, 1).length === 0;
  await repository.noteMade(scope, id, { through, count, isOver });
  return count;
}

/** Makes the next task of a recurrence that is counted from when the last was done, unless it is over. */
async function makeNext(scope: Scope, id: RecurrenceId, from: CalendarDate): Promise<number> {
  const recurrence = await repository.lockRecurrence(scope, id);
  if (recurrence?.state !== 'active') return 0;
  const through = nextAfterDone(recurrence.rule, from);
  const { count, until } = recurrence;
  const isOver =
    (count !== null && recurrence.made_count >= count) || (until !== null && through > until);
  if (isOver) {
    await repository.noteMade(scope, id, { through: recurrence.made_through, count: 0, isOver });
    return 0;
  }
  const made = await makeTasks(scope, recurrence, [through]);
  await repository.noteMade(scope, id, { through, count: made, isOver: false });
  return made;
}

/** Tasks like the latest one: what is changed on it carries over; nothing is ticked off. */
async function makeTasks(
  scope: Scope,
  recurrence: repository.RecurrenceRecord,
  days: readonly CalendarDate[],
): Promise<number> {
  const model = await repository.findLatest(scope, recurrence.id);
  if (!model) return 0;
  let made = 0;
  for (const day of days) {
    if (await repository.findOccurrence(scope, recurrence.id, day)) continue;
    await makeTask(scope, { recurrence, model, day });
    made += 1;
  }
  return made;
}

async function makeTask(
  scope: Scope,
  wanted: {
    readonly recurrence: repository.RecurrenceRecord;
    readonly model: Awaited<ReturnType<typeof repository.findLatest>> & object;
    readonly day: CalendarDate;
  },
): Promise<void> {
  const { recurrence, model, day } = wanted;
  const span = recurrence.span_days;
  const task = {
    name: model.name,
    notes: model.notes,
    acceptance: model.acceptance,
    phaseId: model.phase_id,
    parentId: model.parent_id,
    roleId: model.role_id,
    estimateMinutes: model.estimate_minutes,
    startOn: span > 0 ? addDays(day, -span) : null,
    dueOn: day,
    isMilestone: model.is_milestone,
  };
  const projectId = model.project_id;
  const [id] = await insertTasks(scope, projectId, [task], model.position + positionStep / 64);
  if (!id) throw new Error('the task was not written');
  await repository.setOccurrence(scope, id, { recurrenceId: recurrence.id, occursOn: day });
  const people = await listAssignments(scope, [model.id]);
  const personIds = people.map((row) => row.person_id);
  await replaceAssignees(scope, id, personIds);
  const items = await listItems(scope, [model.id]);
  await insertItems(
    scope,
    items.map(({ name, position }) => ({ projectId, taskId: id, name, position, isDone: false })),
  );
}

function upcomingOf(recurrence: repository.RecurrenceRecord): CalendarDate[] {
  if (recurrence.state !== 'active' || recurrence.basis === 'completion') return [];
  const days = nextOccurrences(termsOf(recurrence), recurrence.made_through, upcomingQuantity * 4);
  return days.filter((day) => !recurrence.skipped.includes(day)).slice(0, upcomingQuantity);
}

function termsOf(recurrence: repository.RecurrenceRecord) {
  return {
    rule: recurrence.rule,
    startsOn: recurrence.starts_on,
    until: recurrence.until,
    count: recurrence.count,
  };
}

function checkEnd(until: CalendarDate | null, startsOn: CalendarDate): void {
  if (until !== null && until < startsOn) {
    throw invalid(['until'], 'too-early', `is before the first time, ${startsOn}`);
  }
}
