import type { calendars } from '@evenkeel/contract/calendars';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { CalendarExceptionId, CalendarId } from '@evenkeel/core/id';
import type { PlanCalendar, PlanException } from '@evenkeel/core/projects/schedule-plan';
import { type SqlBool, sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

export type CalendarRecord = Awaited<ReturnType<typeof listCalendars>>[number];
export type ExceptionRecord = Awaited<ReturnType<typeof listExceptions>>[number];
export type NewException = {
  readonly name: string;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly hours: ExceptionHours;
  readonly isYearly: boolean;
};

type ExceptionHours = NonNullable<BodyOf<typeof calendars.addException>['hours']>;

type ExceptionKey = { readonly calendarId: CalendarId; readonly id: CalendarExceptionId };

const nameTaken = {
  calendar_workspace_id_name_key: { path: ['name'], message: 'another calendar has this name' },
};

/** All calendars, the firm's own first, with how many projects, tasks and people have chosen each. */
export function listCalendars(scope: Scope) {
  return calendarRows(scope).orderBy('is_default', 'desc').orderBy('name').limit(1_000).execute();
}

export function findCalendar(scope: Scope, id: CalendarId) {
  return calendarRows(scope).where('id', '=', id).executeTakeFirst();
}

export async function insertCalendar(
  scope: Scope,
  draft: BodyOf<typeof calendars.create>,
): Promise<CalendarId> {
  const id = newId<CalendarId>();
  const row = { id, name: draft.name, week: JSON.stringify(draft.week) };
  const inserting = scope.tx
    .insertInto('calendar')
    .values({ workspace_id: scope.workspaceId, ...row })
    .execute();
  await translateUnique(inserting, nameTaken);
  return id;
}

export async function updateCalendar(
  scope: Scope,
  key: { readonly id: CalendarId; readonly version: number },
  { week, ...change }: BodyOf<typeof calendars.update>,
): Promise<void> {
  const hours = week === undefined ? {} : { week: JSON.stringify(week) };
  const updating = scope.tx
    .updateTable('calendar')
    .set((fields) => ({ name: fields.ref('name'), ...columnsOf(change), ...hours }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  const written = await translateUnique(updating, nameTaken);
  await versioned(written, async () => (await findCalendar(scope, key.id)) !== undefined);
}

export async function deleteCalendar(scope: Scope, id: CalendarId): Promise<void> {
  await scope.tx
    .deleteFrom('calendar')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export function listExceptions(scope: Scope) {
  return exceptionRows(scope).orderBy('start_on').orderBy('id').limit(20_000).execute();
}

export function findException(scope: Scope, key: ExceptionKey) {
  return exceptionRows(scope)
    .where('calendar_id', '=', key.calendarId)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

export async function insertException(
  scope: Scope,
  calendarId: CalendarId,
  { hours, ...draft }: NewException,
): Promise<CalendarExceptionId> {
  const id = newId<CalendarExceptionId>();
  await scope.tx
    .insertInto('calendar_exception')
    .values({
      workspace_id: scope.workspaceId,
      id,
      calendar_id: calendarId,
      name: draft.name,
      start_on: draft.startOn,
      end_on: draft.endOn,
      is_yearly: draft.isYearly,
      hours: JSON.stringify(hours),
    })
    .execute();
  return id;
}

export async function updateException(
  scope: Scope,
  key: ExceptionKey & { readonly version: number },
  { hours, ...change }: BodyOf<typeof calendars.updateException>,
): Promise<void> {
  const times = hours === undefined ? {} : { hours: JSON.stringify(hours) };
  // What somebody has changed is the firm's own from then on, and stays when the list is read again.
  const own = { public_place: null };
  const written = await scope.tx
    .updateTable('calendar_exception')
    .set((fields) => ({ name: fields.ref('name'), ...columnsOf(change), ...times, ...own }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('calendar_id', '=', key.calendarId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findException(scope, key)) !== undefined);
}

export async function deleteException(scope: Scope, key: ExceptionKey): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('calendar_exception')
    .where('workspace_id', '=', scope.workspaceId)
    .where('calendar_id', '=', key.calendarId)
    .where('id', '=', key.id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** The calendars as plans and capacity take them. */
export async function listPlanCalendars(scope: Scope): Promise<PlanCalendar[]> {
  const calendars = await scope.tx
    .selectFrom('calendar')
    .select(['id', 'name', 'week', 'is_default'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(1_000)
    .execute();
  const exceptions = groupedBy(await listPlanExceptions(scope), (row) => row.calendarId);
  return calendars.map((calendar) => ({
    id: calendar.id,
    name: calendar.name,
    isDefault: calendar.is_default,
    // Written by our own contract alone: seven days of shifts.
    week: calendar.week as PlanCalendar['week'],
    exceptions: exceptions.get(calendar.id) ?? [],
  }));
}

async function listPlanExceptions(
  scope: Scope,
): Promise<(PlanException & { readonly calendarId: CalendarId })[]> {
  const rows = await scope.tx
    .selectFrom('calendar_exception')
    .select(['calendar_id', 'name', 'start_on', 'end_on', 'hours', 'is_yearly'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('start_on')
    .orderBy('id')
    .limit(20_000)
    .execute();
  return rows.map((row) => ({
    calendarId: row.calendar_id,
    name: row.name,
    startOn: row.start_on,
    endOn: row.end_on,
    // Written by our own contract alone: shifts of a day.
    hours: row.hours as PlanException['hours'],
    isYearly: row.is_yearly,
  }));
}

function exceptionRows(scope: Scope) {
  return scope.tx
    .selectFrom('calendar_exception')
    .select(['id', 'version', 'calendar_id', 'name', 'start_on', 'end_on', 'hours', 'is_yearly'])
    .select('public_place')
    .where('workspace_id', '=', scope.workspaceId);
}

function calendarRows(scope: Scope) {
  const uses = (
    table: 'project' | 'task' | 'person',
  ) => sql<string>`(select count(*) from ${sql.table(table)} t
    where t.workspace_id = calendar.workspace_id and t.calendar_id = calendar.id and t.deleted_at is null)`;
  return scope.tx
    .selectFrom('calendar')
    .select(['id', 'version', 'name', 'week', 'is_default'])
    .select(sql<string>`${uses('project')} + ${uses('task')} + ${uses('person')}`.as('use_count'))
    .where(sql<SqlBool>`workspace_id = ${scope.workspaceId}`);
}
