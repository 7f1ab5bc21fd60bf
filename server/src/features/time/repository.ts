import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { time } from '@evenkeel/contract/time';
import { type CalendarDate, weekStart } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId, TimeEntryId } from '@evenkeel/core/id';
import type { TimesheetState } from '@evenkeel/core/time/timesheet';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  on: { by: sql.ref('time_entry.on_date'), type: 'date' },
  person: { by: sql.ref('person.name'), type: 'text' },
  project: { by: sql.ref('project.name'), type: 'text' },
  task: { by: sql.ref('task.name'), type: 'text' },
  minutes: { by: sql.ref('time_entry.minutes'), type: 'int' },
};

export type EntryRecord = Awaited<ReturnType<typeof findEntry>> & object;
export type ListedEntry = Awaited<ReturnType<typeof listEntries>>['rows'][number];
export type EntryFields = {
  personId: PersonId;
  projectId: ProjectId;
  taskId: TaskId | null;
  onDate: CalendarDate;
  minutes: number;
  note: string;
  isBillable: boolean;
};

type Filters = QueryOf<typeof time.list>;

export function listEntries(scope: Scope, request: Filters) {
  return readPage(
    filtered(entryRows(scope), request),
    request,
    sortKeys,
    sql<string>`time_entry.id`,
  );
}

/** Sums over everything that the filters let through. */
export async function sumEntries(scope: Scope, request: Filters) {
  const minutes = sql`time_entry.minutes`;
  return filtered(entryRows(scope), request)
    .clearSelect()
    .select([
      sql<string>`coalesce(sum(${minutes}), 0)`.as('minutes'),
      sql<string>`coalesce(sum(${minutes}) filter (where time_entry.is_billable), 0)`.as(
        'billable',
      ),
      sql<string>`coalesce(sum(${minutes}) filter (where project.kind = 'client'), 0)`.as('client'),
      sql<string>`coalesce(sum(${minutes}) filter (where project.kind = 'initiative'), 0)`.as(
        'initiative',
      ),
    ])
    .executeTakeFirstOrThrow();
}

/** One entry, also from the trash. */
export function findEntry(scope: Scope, id: TimeEntryId) {
  return entryRows(scope)
    .select(['time_entry.deleted_at'])
    .where('time_entry.id', '=', id)
    .executeTakeFirst();
}

export async function insertEntry(scope: Scope, fields: EntryFields): Promise<TimeEntryId> {
  const id = newId<TimeEntryId>();
  const { personId, projectId, taskId, onDate, minutes, note, isBillable } = fields;
  await scope.tx
    .insertInto('time_entry')
    .values({
      workspace_id: scope.workspaceId,
      id,
      person_id: personId,
      project_id: projectId,
      task_id: taskId,
      on_date: onDate,
      minutes,
      note,
      is_billable: isBillable,
    })
    .execute();
  return id;
}

export async function updateEntry(
  scope: Scope,
  id: TimeEntryId,
  version: number,
  change: Partial<EntryFields>,
): Promise<void> {
  await updateRecord(scope, 'time_entry', { id, version }, columnsOf(change));
}

/** Moves an entry into the trash or out of it. Whether there was one to move. */
export async function setEntryDeleted(
  scope: Scope,
  id: TimeEntryId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'time_entry', id, isDeleted);
}

/** A person, kept from other loggers until the transaction ends, so that a day's sum holds. */
export function lockPerson(scope: Scope, id: PersonId) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'joined_on', 'left_on'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Minutes a person has logged on a day, one entry left out. */
export async function minutesOnDay(
  scope: Scope,
  personId: PersonId,
  on: CalendarDate,
  except: TimeEntryId | null,
): Promise<number> {
  let query = scope.tx
    .selectFrom('time_entry')
    .select(sql<string>`coalesce(sum(minutes), 0)`.as('minutes'))
    .where('person_id', '=', personId)
    .where('on_date', '=', on)
    .where('deleted_at', 'is', null);
  if (except !== null) query = query.where('id', '<>', except);
  return Number((await query.executeTakeFirstOrThrow()).minutes);
}

/** Where the timesheet of the week of a day stands; open where nobody ever submitted it. */
export async function timesheetStateOn(
  scope: Scope,
  personId: PersonId,
  on: CalendarDate,
): Promise<TimesheetState> {
  const found = await scope.tx
    .selectFrom('timesheet')
    .select('state')
    .where('workspace_id', '=', scope.workspaceId)
    .where('person_id', '=', personId)
    .where('week_start', '=', weekStart(on))
    .executeTakeFirst();
  return found?.state ?? 'open';
}

export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'kind'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export function findTask(scope: Scope, id: TaskId) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.project_id', 'task.is_milestone', 'project.kind'])
    .where('task.id', '=', id)
    .where('task.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .executeTakeFirst();
}

function filtered(query: ReturnType<typeof entryRows>, request: Filters) {
  let narrowed = query.where('time_entry.deleted_at', 'is', null);
  if (request.search) {
    const columns = ['project.name', 'task.name', 'time_entry.note', 'person.name'];
    narrowed = narrowed.where(containing(columns, request.search));
  }
  // The contract has checked that these are ids.
  if (request.ids) narrowed = narrowed.where('time_entry.id', 'in', request.ids as TimeEntryId[]);
  if (request.personId) narrowed = narrowed.where('time_entry.person_id', 'in', request.personId);
  if (request.projectId) {
    narrowed = narrowed.where('time_entry.project_id', 'in', request.projectId);
  }
  if (request.taskId) narrowed = narrowed.where('time_entry.task_id', 'in', request.taskId);
  if (request.kind) narrowed = narrowed.where('project.kind', '=', request.kind);
  if (request.from) narrowed = narrowed.where('time_entry.on_date', '>=', request.from);
  if (request.to) narrowed = narrowed.where('time_entry.on_date', '<=', request.to);
  if (request.billable) {
    narrowed = narrowed.where('time_entry.is_billable', '=', request.billable === 'yes');
  }
  return narrowed;
}

export function entryRows(scope: Scope) {
  return scope.tx
    .selectFrom('time_entry')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('person.id', '=', 'time_entry.person_id'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('project.id', '=', 'time_entry.project_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('task.id', '=', 'time_entry.task_id'),
    )
    .where('time_entry.workspace_id', '=', scope.workspaceId)
    .select([
      'time_entry.id',
      'time_entry.version',
      'time_entry.person_id',
      'person.name as person_name',
      'time_entry.on_date',
      'time_entry.minutes',
      'time_entry.note',
      'time_entry.is_billable',
      'project.id as project_id',
      'project.number as project_number',
      'project.name as project_name',
      'project.kind',
      'task.id as task_id',
      'task.number as task_number',
      'task.name as task_name',
    ]);
}
