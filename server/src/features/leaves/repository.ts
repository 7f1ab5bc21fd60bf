import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { leaves } from '@evenkeel/contract/leaves';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LeaveState } from '@evenkeel/core/capacity/leave';
import type { LeaveId, PersonId, TeamId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

export type LeaveRecord = Awaited<ReturnType<typeof listLeaves>>[number];

/** Days that somebody is looked for on, with the person whose own do not count. */
export type LeaveDays = {
  readonly personId: PersonId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

export function listLeaves(scope: Scope, request: QueryOf<typeof leaves.list>) {
  let query = leaveRows(scope);
  if (request.personId) query = query.where('leave.person_id', 'in', request.personId);
  if (request.state) query = query.where('leave.state', 'in', request.state);
  if (request.from) query = query.where('leave.end_on', '>=', request.from);
  if (request.to) query = query.where('leave.start_on', '<=', request.to);
  return query.orderBy('leave.start_on').orderBy('leave.id').limit(20_000).execute();
}

export function findLeave(scope: Scope, id: LeaveId) {
  return leaveRows(scope).where('leave.id', '=', id).executeTakeFirst();
}

/** Whose leave it would be, and who leads them. */
export function findPerson(scope: Scope, id: PersonId) {
  return scope.tx
    .selectFrom('person')
    .select(['id as person_id', 'manager_id', 'team_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** A leave as it is first written. */
export type NewLeave = {
  readonly personId: PersonId;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly isHalf: boolean;
  readonly note: string;
  readonly state: LeaveState;
};

export async function insertLeave(scope: Scope, draft: NewLeave): Promise<LeaveId> {
  const id = newId<LeaveId>();
  await scope.tx
    .insertInto('leave')
    .values({
      workspace_id: scope.workspaceId,
      id,
      person_id: draft.personId,
      start_on: draft.startOn,
      end_on: draft.endOn,
      is_half: draft.isHalf,
      note: draft.note,
      requested_by: memberOf(scope),
      ...decisionColumns(scope, draft.state),
    })
    .execute();
  return id;
}

export async function updateLeave(
  scope: Scope,
  key: { readonly id: LeaveId; readonly version: number },
  change: BodyOf<typeof leaves.update> & {
    readonly decision?: { readonly state: LeaveState; readonly reason: string };
  },
): Promise<void> {
  const { decision, ...fields } = change;
  const decided = decision
    ? { reason: decision.reason, ...decisionColumns(scope, decision.state) }
    : {};
  const written = await scope.tx
    .updateTable('leave')
    .set((of) => ({ note: of.ref('note'), ...columnsOf(fields), ...decided }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findLeave(scope, key.id)) !== undefined);
}

export async function deleteLeave(scope: Scope, id: LeaveId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('leave')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Open tasks of a person that lie on some days, those of running projects. */
export function listTasksOn(scope: Scope, { personId, from, to }: LeaveDays) {
  return scope.tx
    .selectFrom('assignment')
    .innerJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'assignment.workspace_id')
        .onRef('task.id', '=', 'assignment.task_id'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.name', 'task.start_on', 'task.due_on'])
    .select(['project.id as project_id', 'project.name as project_name'])
    .where('assignment.workspace_id', '=', scope.workspaceId)
    .where('assignment.person_id', '=', personId)
    .where('task.state', '<>', 'done')
    .where('task.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .where(sql<boolean>`coalesce(task.start_on, task.due_on) <= ${to}`)
    .where(sql<boolean>`coalesce(task.due_on, task.start_on) >= ${from}`)
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(500)
    .execute();
}

/** Approved leave of others of a team on some days. */
export function listAway(scope: Scope, teamId: TeamId | null, { personId, from, to }: LeaveDays) {
  return leaveRows(scope)
    .where('leave.state', '=', 'approved')
    .where('leave.person_id', '<>', personId)
    .where('person.team_id', '=', teamId)
    .where('leave.end_on', '>=', from)
    .where('leave.start_on', '<=', to)
    .orderBy('leave.start_on')
    .orderBy('leave.id')
    .limit(500)
    .execute();
}

function decisionColumns(scope: Scope, state: LeaveState) {
  return state === 'requested'
    ? { state, decided_by: null, decided_at: null }
    : { state, decided_by: memberOf(scope), decided_at: scope.now };
}

/** Null for what happens by itself. */
function memberOf(scope: Scope) {
  return scope.actor.role === 'manager' && scope.actor.name === '' ? null : scope.actor.memberId;
}

function leaveRows(scope: Scope) {
  return scope.tx
    .selectFrom('leave')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'leave.workspace_id')
        .onRef('person.id', '=', 'leave.person_id'),
    )
    .leftJoin('member as asker', (join) =>
      join
        .onRef('asker.workspace_id', '=', 'leave.workspace_id')
        .onRef('asker.id', '=', 'leave.requested_by'),
    )
    .leftJoin('member as decider', (join) =>
      join
        .onRef('decider.workspace_id', '=', 'leave.workspace_id')
        .onRef('decider.id', '=', 'leave.decided_by'),
    )
    .select(['leave.id', 'leave.version', 'leave.person_id', 'person.name as person_name'])
    .select(['person.manager_id', 'person.team_id'])
    .select(['leave.start_on', 'leave.end_on', 'leave.is_half', 'leave.note'])
    .select(['leave.state', 'leave.reason', 'leave.decided_at'])
    .select(['asker.name as requested_by_name', 'decider.name as decided_by_name'])
    .where('leave.workspace_id', '=', scope.workspaceId);
}
