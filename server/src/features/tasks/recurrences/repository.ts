import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, RecurrenceId, TaskId } from '@evenkeel/core/id';
import type { RecurrenceBasis, RecurrenceRule } from '@evenkeel/core/projects/recurrence';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type RecurrenceRecord = Awaited<ReturnType<typeof findRecurrence>> & object;
export type RecurrenceColumns = {
  readonly rule?: RecurrenceRule | undefined;
  readonly basis?: RecurrenceBasis | undefined;
  readonly until?: CalendarDate | null | undefined;
  readonly count?: number | null | undefined;
  readonly leadDays?: number | undefined;
  readonly state?: 'active' | 'paused' | 'ended' | undefined;
  readonly startsOn?: CalendarDate | undefined;
  readonly madeThrough?: CalendarDate | undefined;
};

export async function findRecurrence(scope: Scope, id: RecurrenceId) {
  const row = await recurrenceRows(scope).where('id', '=', id).executeTakeFirst();
  return row && withRule(row);
}

/** One recurrence, held until the transaction ends: whoever else makes its tasks waits. */
export async function lockRecurrence(scope: Scope, id: RecurrenceId) {
  const row = await recurrenceRows(scope).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && withRule(row);
}

/** Those that go on, of projects that are not over or in the trash. */
export function listActive(scope: Scope) {
  return scope.tx
    .selectFrom('recurrence')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'recurrence.workspace_id')
        .onRef('project.id', '=', 'recurrence.project_id'),
    )
    .select('recurrence.id')
    .where('recurrence.workspace_id', '=', scope.workspaceId)
    .where('recurrence.state', '=', 'active')
    .where('project.deleted_at', 'is', null)
    .where('project.state', 'not in', ['completed', 'shelved', 'rejected'])
    .orderBy('recurrence.id')
    .limit(50_000)
    .execute();
}

/** The recurrences of tasks. */
export async function listRecurrencesOf(
  scope: Scope,
  taskIds: readonly TaskId[],
): Promise<RecurrenceId[]> {
  const rows = await scope.tx
    .selectFrom('task')
    .select('recurrence_id')
    .distinct()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .where('recurrence_id', 'is not', null)
    .limit(taskIds.length)
    .execute();
  return rows.flatMap((row) => row.recurrence_id ?? []);
}

export async function insertRecurrence(
  scope: Scope,
  fields: {
    readonly projectId: ProjectId;
    readonly rule: RecurrenceRule;
    readonly basis: RecurrenceBasis;
    readonly startsOn: CalendarDate;
    readonly until: CalendarDate | null;
    readonly count: number | null;
    readonly leadDays: number;
    readonly spanDays: number;
  },
): Promise<RecurrenceId> {
  const id = newId<RecurrenceId>();
  const { rule, ...columns } = fields;
  await scope.tx
    .insertInto('recurrence')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: columns.projectId,
      basis: columns.basis,
      rule: JSON.stringify(rule),
      starts_on: columns.startsOn,
      until: columns.until,
      count: columns.count,
      lead_days: columns.leadDays,
      span_days: columns.spanDays,
      made_through: columns.startsOn,
    })
    .execute();
  return id;
}

export async function updateRecurrence(
  scope: Scope,
  key: { readonly id: RecurrenceId; readonly version: number },
  { rule, ...change }: RecurrenceColumns,
): Promise<void> {
  const written = await scope.tx
    .updateTable('recurrence')
    .set((fields) => ({
      lead_days: fields.ref('lead_days'),
      ...columnsOf(change),
      ...(rule ? { rule: JSON.stringify(rule) } : {}),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findRecurrence(scope, key.id)) !== undefined);
}

/** Notes up to which day tasks stand, how many there were, and whether it is over. */
export async function noteMade(
  scope: Scope,
  id: RecurrenceId,
  made: { readonly through: CalendarDate; readonly count: number; readonly isOver: boolean },
): Promise<void> {
  await scope.tx
    .updateTable('recurrence')
    .set((fields) => ({
      made_through: made.through,
      made_count: sql<number>`${fields.ref('made_count')} + ${made.count}`,
      ...(made.isOver ? { state: 'ended' as const } : {}),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function setSkipped(
  scope: Scope,
  id: RecurrenceId,
  day: CalendarDate,
  isSkipped: boolean,
): Promise<void> {
  const how = isSkipped ? sql`array_append` : sql`array_remove`;
  await sql`
    update recurrence set skipped = ${how}(array_remove(skipped, ${day}::date), ${day}::date)
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(scope.tx);
}

/** Makes a task the one of a day. */
export async function setOccurrence(
  scope: Scope,
  taskId: TaskId,
  occurrence: { readonly recurrenceId: RecurrenceId; readonly occursOn: CalendarDate },
): Promise<void> {
  await scope.tx
    .updateTable('task')
    .set({ recurrence_id: occurrence.recurrenceId, occurs_on: occurrence.occursOn })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', taskId)
    .execute();
}

/** The task of the latest day, also from the trash: the next one is made after it. */
export function findLatest(scope: Scope, id: RecurrenceId) {
  return occurrenceRows(scope, id).orderBy('occurs_on', 'desc').limit(1).executeTakeFirst();
}

export function findOccurrence(scope: Scope, id: RecurrenceId, day: CalendarDate) {
  return occurrenceRows(scope, id)
    .where('occurs_on', '=', day)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

function occurrenceRows(scope: Scope, id: RecurrenceId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'project_id', 'phase_id', 'parent_id', 'name', 'notes', 'acceptance'])
    .select(['role_id', 'estimate_minutes', 'is_milestone', 'state', 'done_on', 'occurs_on'])
    .select(['position', 'deleted_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('recurrence_id', '=', id);
}

function recurrenceRows(scope: Scope) {
  return (
    scope.tx
      .selectFrom('recurrence')
      .select(['id', 'version', 'project_id', 'basis', 'rule', 'starts_on', 'until', 'count'])
      .select(['lead_days', 'span_days', 'made_through', 'made_count', 'state'])
      // The driver would make moments of an array of days.
      .select(sql<CalendarDate[]>`skipped::text[]`.as('skipped'))
      .where('workspace_id', '=', scope.workspaceId)
  );
}

function withRule<Row extends { rule: unknown }>(row: Row) {
  // Only rules that the contract's schema has let through are ever written.
  return { ...row, rule: row.rule as RecurrenceRule };
}
