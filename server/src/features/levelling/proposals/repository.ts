import { groupedBy } from '@evenkeel/core/grouping';
import type { LevellingRunId, TaskId } from '@evenkeel/core/id';
import type { TaskProposal } from '@evenkeel/core/schedule/levelling/multi-project/firm-plan';
import type { StartReason } from '@evenkeel/core/schedule/levelling/multi-project/reasons';
import { type SqlBool, sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { type HeldDays, type SaidDays, saidDays } from '../work/service.ts';

/** A bound, so that no list is without one. */
const most = 200_000;

export type ProposalRecord = Awaited<ReturnType<typeof listProposals>>[number];

/** What is kept of a task's proposal, with the bound that a person had set. */
export type NewProposal = TaskProposal & {
  readonly notBefore: string | null;
  readonly deadlineOn: string | null;
  readonly seen: SaidDays | null;
};

export async function insertProposals(
  scope: Scope,
  runId: LevellingRunId,
  proposals: readonly NewProposal[],
): Promise<void> {
  const rows = proposals.map((proposal, position) => ({
    run_id: runId,
    task_id: proposal.taskId,
    project_id: proposal.projectId,
    position,
    start_before: proposal.before.startOn,
    due_before: proposal.before.dueOn,
    start_on: proposal.startOn,
    due_on: proposal.dueOn,
    is_moved: proposal.isMoved,
    not_before: proposal.notBefore,
    deadline_on: proposal.deadlineOn,
    reason: proposal.reason,
    gap: proposal.gap,
    state: 'open',
    seen: proposal.seen,
  }));
  await insertRows(scope, 'levelling_proposal', rows);
}

/** Proposals in plan order with the names that people see; those of tasks in the trash are left out. */
export async function listProposals(
  scope: Scope,
  runId: LevellingRunId,
  request: { readonly limit: number; readonly after: number; readonly isMoved: boolean | null },
) {
  let query = scope.tx
    .selectFrom('levelling_proposal as proposal')
    .innerJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'proposal.workspace_id')
        .onRef('task.id', '=', 'proposal.task_id'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'task.workspace_id')
        .onRef('role.id', '=', 'task.role_id'),
    )
    .where('proposal.workspace_id', '=', scope.workspaceId)
    .where('proposal.run_id', '=', runId)
    .where('proposal.position', '>', request.after)
    .where('task.deleted_at', 'is', null)
    .select(['proposal.task_id', 'proposal.position', 'proposal.start_before'])
    .select(['proposal.due_before', 'proposal.start_on', 'proposal.due_on', 'proposal.is_moved'])
    .select(['proposal.reason', 'proposal.gap', 'proposal.state', 'task.name', 'task.number'])
    .select(['task.is_milestone', 'project.id as project_id', 'project.name as project_name'])
    .select(['role.id as role_id', 'role.name as role_name'])
    .select(hasChanged.as('has_changed'))
    .orderBy('proposal.position')
    .limit(request.limit);
  if (request.isMoved !== null) query = query.where('proposal.is_moved', '=', request.isMoved);
  const rows = await query.execute();
  // Written by this module only, from values of this type.
  return rows.map((row) => ({ ...row, reason: row.reason as StartReason }));
}

/** Whether somebody has said something else of the task's days since the run, or since accepting. */
const hasChanged = sql<boolean>`task.state = 'done' or ${saidDays} is distinct from
  case when proposal.state = 'accepted' then proposal.written else proposal.seen end`;

export async function countProposals(
  scope: Scope,
  runId: LevellingRunId,
  isMoved: boolean | null,
): Promise<number> {
  const { total } = await scope.tx
    .selectFrom('levelling_proposal')
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', runId)
    .where(isMoved === null ? sql<SqlBool>`true` : sql<SqlBool>`is_moved = ${isMoved}`)
    .select((at) => at.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** The people on each of the tasks. */
export async function listAssignees(scope: Scope, taskIds: readonly TaskId[]) {
  const rows = await scope.tx
    .selectFrom('assignment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'assignment.workspace_id')
        .onRef('person.id', '=', 'assignment.person_id'),
    )
    .where('assignment.workspace_id', '=', scope.workspaceId)
    .where('assignment.task_id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .select(['assignment.task_id', 'person.id', 'person.name'])
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(most)
    .execute();
  return groupedBy(rows, (row) => row.task_id);
}

/** Names of everything that reasons speak of. */
export async function namesOf(
  scope: Scope,
  kind: 'task' | 'person' | 'role' | 'project',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(kind)}
    where workspace_id = ${scope.workspaceId} and id = any(${[...new Set(ids)]}::uuid[])
    limit ${most}`.execute(scope.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Moving proposals in some state, all or of some tasks, for deciding on them; locked. */
export async function lockProposals(
  scope: Scope,
  runId: LevellingRunId,
  wanted: { readonly states: readonly string[]; readonly taskIds: readonly TaskId[] | null },
) {
  let query = scope.tx
    .selectFrom('levelling_proposal')
    .select(['task_id', 'start_on', 'due_on', 'held', 'seen', 'written'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', runId)
    .where('is_moved', '=', true)
    .where('state', 'in', wanted.states as ('open' | 'accepted' | 'taken-back')[])
    .orderBy('position')
    .limit(most)
    .forUpdate();
  if (wanted.taskIds !== null) {
    query = query.where('task_id', '=', sql<TaskId>`any(${[...wanted.taskIds]}::uuid[])`);
  }
  const rows = await query.execute();
  // Written by `markAccepted` only, from values of this type.
  return rows.map((row) => ({ ...row, held: row.held as HeldDays | null }));
}

/** Notes what was said before, and what accepting has written. */
export async function markAccepted(
  scope: Scope,
  runId: LevellingRunId,
  held: readonly (HeldDays & { readonly taskId: TaskId })[],
): Promise<void> {
  const rows = JSON.stringify(held.map(({ taskId, ...days }) => ({ taskId, days })));
  await sql`
    update levelling_proposal p set state = 'accepted', held = row->'days', written = ${saidDays}
    from jsonb_array_elements(${rows}::jsonb) row, task
    where p.workspace_id = ${scope.workspaceId} and p.run_id = ${runId}
      and p.task_id = (row->>'taskId')::uuid
      and task.workspace_id = p.workspace_id and task.id = p.task_id`.execute(scope.tx);
}

/** Notes that what people had said is said again. */
export async function markTakenBack(
  scope: Scope,
  runId: LevellingRunId,
  taskIds: readonly TaskId[],
): Promise<void> {
  await sql`
    update levelling_proposal p set state = 'taken-back', held = null, written = null,
      seen = ${saidDays}
    from task where p.workspace_id = ${scope.workspaceId} and p.run_id = ${runId}
      and p.task_id = any(${[...taskIds]}::uuid[])
      and task.workspace_id = p.workspace_id and task.id = p.task_id`.execute(scope.tx);
}

/** Of which kind each of the projects is. */
export async function kindsOf(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, 'client' | 'initiative'>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: 'client' | 'initiative' }>`
    select id, kind from project
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    limit ${most}`.execute(scope.tx);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
