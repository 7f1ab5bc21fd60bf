import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { BaselineId, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

export type BaselineRecord = Awaited<ReturnType<typeof findBaseline>> & object;

const nameTaken = {
  baseline_workspace_id_project_id_name_key: {
    path: ['name'],
    message: 'another baseline of the project has this name',
  },
};

/** Of a project, the latest first. */
export function listBaselines(scope: Scope, projectId: ProjectId) {
  return baselineRows(scope)
    .where('baseline.project_id', '=', projectId)
    .orderBy('baseline.taken_at', 'desc')
    .orderBy('baseline.id')
    .limit(1_000)
    .execute();
}

export function findBaseline(scope: Scope, id: BaselineId) {
  return baselineRows(scope).where('baseline.id', '=', id).executeTakeFirst();
}

export async function hasProject(scope: Scope, id: ProjectId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** Keeps every task of a project as it stands. */
export async function insertBaseline(
  scope: Scope,
  projectId: ProjectId,
  draft: { readonly name: string; readonly takenAt?: Date },
): Promise<BaselineId> {
  const id = newId<BaselineId>();
  const inserting = sql`
    insert into baseline (workspace_id, id, project_id, name, taken_at, member_id, start_on, finish_on)
    select ${scope.workspaceId}, ${id}, ${projectId}, ${draft.name}, ${draft.takenAt ?? scope.now},
      (select id from member where workspace_id = ${scope.workspaceId} and id = ${scope.actor.memberId}),
      min(coalesce(start_on, due_on)), max(due_on)
    from task where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and deleted_at is null`.execute(scope.tx);
  await translateUnique(inserting, nameTaken);
  await sql`
    insert into baseline_task (workspace_id, baseline_id, task_id, name, start_on, due_on,
      duration_minutes, estimate_minutes, is_milestone)
    select workspace_id, ${id}, id, name, start_on, due_on, duration_minutes, estimate_minutes, is_milestone
    from task where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and deleted_at is null`.execute(scope.tx);
  return id;
}

export async function renameBaseline(
  scope: Scope,
  key: { readonly id: BaselineId; readonly version: number },
  name: string,
): Promise<void> {
  const updating = scope.tx
    .updateTable('baseline')
    .set({ name })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  const written = await translateUnique(updating, nameTaken);
  await versioned(written, async () => (await findBaseline(scope, key.id)) !== undefined);
}

export async function deleteBaseline(scope: Scope, id: BaselineId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('baseline')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** The tasks of a baseline beside what they are now; either side may be missing. */
export async function listCompared(
  scope: Scope,
  { id, projectId }: { readonly id: BaselineId; readonly projectId: ProjectId },
): Promise<ComparedTask[]> {
  const { rows } = await sql<ComparedTask>`
    select coalesce(kept.task_id, now.id) as "taskId", coalesce(now.name, kept.name) as name,
      coalesce(now.is_milestone, kept.is_milestone) as "isMilestone",
      kept.task_id is not null as "wasThere", kept.start_on as "keptStartOn",
      kept.due_on as "keptDueOn", kept.estimate_minutes as "keptEstimateMinutes",
      now.id is not null as "isThere", now.start_on as "startOn", now.due_on as "dueOn",
      now.estimate_minutes as "estimateMinutes", now.done_on as "doneOn"
    from (select * from baseline_task where workspace_id = ${scope.workspaceId} and baseline_id = ${id}) kept
    full join (select * from task where workspace_id = ${scope.workspaceId}
      and project_id = ${projectId} and deleted_at is null) now on now.id = kept.task_id
    order by coalesce(now.position, 1e15), coalesce(kept.due_on, now.due_on), 1
    limit 100000`.execute(scope.tx);
  return rows;
}

export type ComparedTask = {
  readonly taskId: TaskId;
  readonly name: string;
  readonly isMilestone: boolean;
  readonly wasThere: boolean;
  readonly keptStartOn: CalendarDate | null;
  readonly keptDueOn: CalendarDate | null;
  readonly keptEstimateMinutes: number | null;
  readonly isThere: boolean;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly estimateMinutes: number | null;
  readonly doneOn: CalendarDate | null;
};

function baselineRows(scope: Scope) {
  return scope.tx
    .selectFrom('baseline')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'baseline.workspace_id')
        .onRef('member.id', '=', 'baseline.member_id'),
    )
    .select(['baseline.id', 'baseline.version', 'baseline.project_id', 'baseline.name'])
    .select(['baseline.taken_at', 'baseline.start_on', 'baseline.finish_on'])
    .select('member.name as member_name')
    .select(
      sql<string>`(select count(*) from baseline_task t
        where t.workspace_id = baseline.workspace_id and t.baseline_id = baseline.id)`.as(
        'task_count',
      ),
    )
    .where('baseline.workspace_id', '=', scope.workspaceId);
}
