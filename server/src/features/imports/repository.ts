import type { ImportCounts } from '@evenkeel/contract/imports';
import type { TaskListCountsView, TaskListReportView } from '@evenkeel/contract/task-list-report';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ImportId } from '@evenkeel/core/id';
import type { Choice } from '@evenkeel/core/imports/problem';
import { sql } from 'kysely';
import { nextNumbers } from '../../platform/db/numbers.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** A run that has not been heard of for so long has ended with its server. */
export const silenceSeconds = 20;

/** What an import of tasks brought in. */
export type TaskListResult = {
  readonly counts: TaskListCountsView;
  readonly report: TaskListReportView;
};

export type ImportRecord = Awaited<ReturnType<typeof findImport>> & object;

export type ImportedKind = 'records' | 'tasks';

export async function insertImport(scope: Scope, kind: ImportedKind): Promise<ImportId> {
  const id = newId<ImportId>();
  await scope.tx
    .insertInto('import')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'import'),
      created_by: scope.actor.memberId,
      kind,
    })
    .execute();
  return id;
}

export async function findImport(scope: Scope, id: ImportId) {
  const row = await importRows(scope).where('import.id', '=', id).executeTakeFirst();
  return row && typed(row);
}

/** Latest first, those before a number. */
export async function listImports(scope: Scope, request: { limit: number; before: number | null }) {
  let query = importRows(scope).orderBy('import.number', 'desc').limit(request.limit);
  if (request.before !== null) query = query.where('import.number', '<', request.before);
  return (await query.execute()).map(typed);
}

export async function countImports(scope: Scope): Promise<number> {
  const { total } = await scope.tx
    .selectFrom('import')
    .where('workspace_id', '=', scope.workspaceId)
    .select((at) => at.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Locks an import until the transaction ends, so that it cannot change while it is started. */
export async function lockImport(scope: Scope, id: ImportId): Promise<void> {
  await scope.tx
    .selectFrom('import')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function saveChoices(
  scope: Scope,
  id: ImportId,
  choices: Readonly<Record<string, Choice>>,
): Promise<void> {
  await scope.tx
    .updateTable('import')
    .set({ choices: sql<string>`choices || ${JSON.stringify(choices)}::jsonb` })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Marks an import as running and returns which attempt this is. */
export async function markRunning(
  scope: Scope,
  id: ImportId,
  handOffsFrom: CalendarDate | null,
): Promise<number> {
  const { attempt } = await scope.tx
    .updateTable('import')
    .set({
      state: 'running',
      hand_offs_from: handOffsFrom,
      attempt: sql<number>`attempt + 1`,
      started_at: scope.now,
      finished_at: null,
      failure: null,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('attempt')
    .executeTakeFirstOrThrow();
  const fresh = {
    attempt,
    phase: 'checking' as const,
    done: 0,
    total: 0,
    is_cancelled: false,
    heartbeat_at: scope.now,
  };
  await scope.tx
    .insertInto('import_run')
    .values({ workspace_id: scope.workspaceId, import_id: id, ...fresh })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'import_id']).doUpdateSet(fresh))
    .execute();
  return attempt;
}

/** Ends an attempt; false when it is no longer the one that counts. */
export async function markEnded(
  scope: Scope,
  run: { readonly id: ImportId; readonly attempt: number },
  end:
    | { readonly state: 'done'; readonly result: ImportCounts | TaskListResult }
    | { readonly state: 'failed' | 'cancelled'; readonly failure: string | null },
): Promise<boolean> {
  const ended = await scope.tx
    .updateTable('import')
    .set({
      state: end.state,
      finished_at: new Date(),
      failure: end.state === 'done' ? null : end.failure,
      ...(end.state === 'done' ? { result: JSON.stringify(end.result) } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', run.id)
    .where('attempt', '=', run.attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Asks a run to stop. */
export async function requestCancel(scope: Scope, id: ImportId): Promise<void> {
  await scope.tx
    .updateTable('import_run')
    .set({ is_cancelled: true })
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', id)
    .execute();
}

export async function markUndone(scope: Scope, id: ImportId): Promise<void> {
  await scope.tx
    .updateTable('import')
    .set({ state: 'undone' })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteImport(scope: Scope, id: ImportId): Promise<void> {
  await scope.tx
    .deleteFrom('import')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

function importRows(scope: Scope) {
  return scope.tx
    .selectFrom('import')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'import.workspace_id')
        .onRef('member.id', '=', 'import.created_by'),
    )
    .leftJoin('import_run', (join) =>
      join
        .onRef('import_run.workspace_id', '=', 'import.workspace_id')
        .onRef('import_run.import_id', '=', 'import.id'),
    )
    .where('import.workspace_id', '=', scope.workspaceId)
    .select([
      'import.id',
      'import.number',
      'import.version',
      'import.state',
      'import.kind',
      'import.choices',
      'import.attempt',
      'import.created_at',
      'import.started_at',
      'import.finished_at',
      'import.failure',
      'import.hand_offs_from',
      'import.result',
      'member.name as created_by',
      'import_run.phase',
      'import_run.done',
      'import_run.total',
      'import_run.is_cancelled',
      sql<string[]>`array(
        select f.name from import_file f
        where f.workspace_id = import.workspace_id and f.import_id = import.id order by f.id)
        || array(select l.name from task_list l
          where l.workspace_id = import.workspace_id and l.import_id = import.id)`.as('file_names'),
      sql<boolean>`import.state = 'running' and
        import_run.heartbeat_at < now() - make_interval(secs => ${silenceSeconds})`.as('is_silent'),
    ]);
}

/** `choices` and `result` are written by this module only, from values of these types. */
function typed<Row extends { kind: ImportedKind; choices: unknown; result: unknown }>(row: Row) {
  const { kind } = row;
  return {
    ...row,
    choices: row.choices as Readonly<Record<string, Choice>>,
    counts: kind === 'records' ? (row.result as ImportCounts | null) : null,
    taskResult: kind === 'tasks' ? (row.result as TaskListResult | null) : null,
  };
}
