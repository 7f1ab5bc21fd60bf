import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { time } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId, TimeEntryId } from '@evenkeel/core/id';
import {
  type DayRefusal,
  dayRefusal,
  isBillableByDefault,
  mostMinutesPerDay,
} from '@evenkeel/core/time/entry';
import { isLocked } from '@evenkeel/core/time/timesheet';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { canLogFor } from './policy.ts';
import * as repository from './repository.ts';

export { listEntries, lockPerson, sumEntries } from './repository.ts';

/** What somebody asks to log on: a task is enough, its project is known. */
export type AskedWork = { projectId?: ProjectId | undefined; taskId?: TaskId | null | undefined };

/** Work that exists and takes time. */
export type FoundWork = {
  readonly projectId: ProjectId;
  readonly taskId: TaskId | null;
  readonly kind: 'client' | 'initiative';
};

export async function getEntry(scope: Scope, id: TimeEntryId): Promise<repository.EntryRecord> {
  const entry = await repository.findEntry(scope, id);
  if (!entry) throw new AppError('not-found', 'There is no such time entry.');
  return entry;
}

export async function createEntry(
  scope: Scope,
  draft: BodyOf<typeof time.create>,
): Promise<repository.EntryRecord> {
  const personId = draft.personId ?? ownPerson(scope);
  const work = await requireWork(scope, draft);
  return logTime(scope, {
    personId,
    work,
    on: draft.on,
    minutes: draft.minutes,
    note: draft.note ?? '',
    isBillable: billable(work, draft.isBillable),
  });
}

/** Logs time of a person on work that exists, when the day allows it. */
export async function logTime(
  scope: Scope,
  entry: {
    personId: PersonId;
    work: FoundWork;
    on: CalendarDate;
    minutes: number;
    note: string;
    isBillable: boolean;
  },
): Promise<repository.EntryRecord> {
  await requireRoom(scope, { ...entry, except: null });
  const { personId, work, on, minutes, note, isBillable } = entry;
  const { projectId, taskId } = work;
  const id = await repository.insertEntry(scope, {
    personId,
    projectId,
    taskId,
    onDate: on,
    minutes,
    note,
    isBillable,
  });
  return getEntry(scope, id);
}

export async function updateEntry(
  scope: Scope,
  id: TimeEntryId,
  version: number,
  change: BodyOf<typeof time.update>,
): Promise<repository.EntryRecord> {
  const entry = await getEntry(scope, id);
  const now = { projectId: entry.project_id, taskId: entry.task_id, kind: entry.kind };
  await requireOpen(scope, entry.person_id, entry.on_date);
  const isMoved = change.projectId !== undefined || change.taskId !== undefined;
  const work = isMoved ? await requireWork(scope, movedWork(now, change)) : now;
  await requireRoom(scope, {
    personId: entry.person_id,
    on: change.on ?? entry.on_date,
    minutes: change.minutes ?? entry.minutes,
    except: id,
  });
  const { projectId, taskId, kind } = work;
  const kept = kind === entry.kind ? entry.is_billable : undefined;
  await repository.updateEntry(scope, id, version, {
    projectId,
    taskId,
    isBillable: billable(work, change.isBillable ?? kept),
    ...(change.on === undefined ? {} : { onDate: change.on }),
    ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
    ...(change.note === undefined ? {} : { note: change.note }),
  });
  return getEntry(scope, id);
}

export async function removeEntry(scope: Scope, id: TimeEntryId): Promise<void> {
  const entry = await getEntry(scope, id);
  requireRight(scope, entry.person_id);
  await repository.lockPerson(scope, entry.person_id);
  await requireOpen(scope, entry.person_id, entry.on_date);
  if (await repository.setEntryDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such time entry.');
}

export async function restoreEntry(scope: Scope, id: TimeEntryId): Promise<repository.EntryRecord> {
  const entry = await getEntry(scope, id);
  if (entry.deleted_at !== null) {
    const { person_id: personId, on_date: on, minutes } = entry;
    await requireRoom(scope, { personId, on, minutes, except: id });
    await repository.setEntryDeleted(scope, id, false);
  }
  return getEntry(scope, id);
}

/** The work that is asked for, when it exists and takes time. */
export async function requireWork(scope: Scope, asked: AskedWork): Promise<FoundWork> {
  if (asked.taskId) {
    const task = await repository.findTask(scope, asked.taskId);
    if (!task || (asked.projectId && asked.projectId !== task.project_id)) {
      throw invalid(['taskId'], 'unknown', 'there is no such task');
    }
    if (task.is_milestone) {
      const message = 'a milestone takes no time: log on a task or on the project';
      throw invalid(['taskId'], 'milestone', message);
    }
    return { projectId: task.project_id, taskId: task.id, kind: task.kind };
  }
  if (!asked.projectId) throw invalid(['projectId'], 'needed', 'name a task or a project');
  const project = await repository.findProject(scope, asked.projectId);
  if (!project) throw invalid(['projectId'], 'unknown', 'there is no such project');
  return { projectId: project.id, taskId: null, kind: project.kind };
}

/** The person behind the actor's login. */
export function ownPerson(scope: Scope): PersonId {
  if (scope.actor.personId !== null) return scope.actor.personId;
  throw new AppError(
    'wrong-state',
    'Your login is not linked to a person whose time is planned. An admin can link it under Settings, Members.',
  );
}

/** Whether the time is charged to a client: never on an initiative, which has none. */
export function billable(work: FoundWork, asked: boolean | undefined): boolean {
  if (asked && work.kind === 'initiative') {
    throw invalid(['isBillable'], 'no-client', 'is not possible: an initiative has no client');
  }
  return asked ?? isBillableByDefault(work.kind);
}

function movedWork(now: FoundWork, change: AskedWork): AskedWork {
  if (change.taskId) return { taskId: change.taskId, projectId: change.projectId };
  const projectId = change.projectId ?? now.projectId;
  // Another project, and no word of a task: the task stays behind.
  const isSameProject = change.taskId === undefined && projectId === now.projectId;
  return { projectId, taskId: isSameProject ? now.taskId : null };
}

function requireRight(scope: Scope, personId: PersonId): void {
  if (canLogFor(scope.actor, personId)) return;
  throw new AppError('not-allowed', 'You can log time for yourself; managers can for others.');
}

async function requireRoom(
  scope: Scope,
  entry: { personId: PersonId; on: CalendarDate; minutes: number; except: TimeEntryId | null },
): Promise<void> {
  requireRight(scope, entry.personId);
  const person = await repository.lockPerson(scope, entry.personId);
  if (!person) throw invalid(['personId'], 'unknown', 'there is no such person');
  const { joined_on: joinedOn, left_on: leftOn } = person;
  await requireOpen(scope, entry.personId, entry.on);
  const refusal = dayRefusal(entry.on, { today: scope.today, joinedOn, leftOn });
  if (refusal) throw invalid(['on'], refusal, dayWords(refusal, person.name));
  const others = await repository.minutesOnDay(scope, entry.personId, entry.on, entry.except);
  const total = others + entry.minutes;
  if (total > mostMinutesPerDay) {
    const words = `would make ${hours(total)} h on ${entry.on}; a day has 24 h`;
    throw invalid(['minutes'], 'over-day', words);
  }
}

/** Time in a week that was submitted or approved stays as it is (U18). */
async function requireOpen(scope: Scope, personId: PersonId, on: CalendarDate): Promise<void> {
  const state = await repository.timesheetStateOn(scope, personId, on);
  if (!isLocked(state)) return;
  const mend =
    state === 'submitted' ? 'take the week back first' : 'ask a manager to open the week again';
  throw invalid(['on'], 'closed', `lies in a week that has been ${state}: ${mend}`);
}

function dayWords(refusal: DayRefusal, name: string): string {
  switch (refusal) {
    case 'future':
      return 'lies in the future: log time once it has been worked, or plan it';
    case 'before-joining':
      return `lies before ${name} joined`;
    case 'after-leaving':
      return `lies after ${name} left`;
  }
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
