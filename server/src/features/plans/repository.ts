import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { planChange, planDraft, plans } from '@evenkeel/contract/plans';
import type { MemberId, StrategicPlanId } from '@evenkeel/core/id';
import type { PlanState } from '@evenkeel/core/strategy/plan';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  startsOn: { by: sql.ref('strategic_plan.starts_on'), type: 'date' },
  endsOn: { by: sql.ref('strategic_plan.ends_on'), type: 'date' },
  number: { by: sql.ref('strategic_plan.number'), type: 'int' },
  name: { by: sql.ref('strategic_plan.name'), type: 'text' },
  state: { by: sql.ref('strategic_plan.state'), type: 'text' },
};

export type PlanRecord = Awaited<ReturnType<typeof findPlan>> & object;

export function listPlans(scope: Scope, request: QueryOf<typeof plans.list>) {
  let query = planRows(scope).where('strategic_plan.deleted_at', 'is', null);
  if (request.search) query = query.where(containing(['strategic_plan.name'], request.search));
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('strategic_plan.id', 'in', request.ids as StrategicPlanId[]);
  if (request.state) query = query.where('strategic_plan.state', 'in', request.state);
  return readPage(query, request, sortKeys, sql<string>`strategic_plan.id`);
}

/** One plan, also from the trash. */
export function findPlan(scope: Scope, id: StrategicPlanId) {
  return planRows(scope)
    .select([
      'strategic_plan.values',
      'strategic_plan.mission',
      'strategic_plan.vision',
      'strategic_plan.standing',
      'strategic_plan.destination',
      'strategic_plan.created_at',
      'strategic_plan.deleted_at',
      // Every edit of its text since then; the approval itself is a change of the state.
      sql<boolean>`exists (
        select from change
        where change.workspace_id = strategic_plan.workspace_id
          and change.root = 'strategic_plan' and change.root_id = strategic_plan.id
          and change.action = 'update' and change.at > strategic_plan.approved_at
          and not change.after ?| array['state', 'deleted_at'])`.as('is_changed'),
    ])
    .where('strategic_plan.id', '=', id)
    .executeTakeFirst();
}

export async function insertPlan(
  scope: Scope,
  draft: Omit<z.infer<typeof planDraft>, 'template'>,
): Promise<StrategicPlanId> {
  const id = newId<StrategicPlanId>();
  const { name, startsOn, endsOn, ...rest } = draft;
  await scope.tx
    .insertInto('strategic_plan')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'strategic_plan'),
      name,
      starts_on: startsOn,
      ends_on: endsOn,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updatePlan(
  scope: Scope,
  id: StrategicPlanId,
  version: number,
  change: z.infer<typeof planChange>,
): Promise<void> {
  await updateRecord(scope, 'strategic_plan', { id, version }, columnsOf(change));
}

/**
 * Sets a plan's state. `approval`: new with
 * the moment of the call, kept as it was, or taken off.
 */
export async function setPlanState(
  scope: Scope,
  id: StrategicPlanId,
  version: number,
  to: { state: PlanState; approval: { by: MemberId } | 'kept' | 'none' },
): Promise<void> {
  const approval =
    to.approval === 'kept'
      ? {}
      : to.approval === 'none'
        ? { approved_at: null, approved_by: null }
        : { approved_at: scope.now, approved_by: to.approval.by };
  await updateRecord(scope, 'strategic_plan', { id, version }, { state: to.state, ...approval });
}

/** Moves a plan into the trash or out of it. Whether there was one to move. */
export async function setPlanDeleted(
  scope: Scope,
  id: StrategicPlanId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'strategic_plan', id, isDeleted);
}

function planRows(scope: Scope) {
  return scope.tx
    .selectFrom('strategic_plan')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'strategic_plan.workspace_id')
        .onRef('owner.id', '=', 'strategic_plan.owner_id'),
    )
    .leftJoin('person as scoped', (join) =>
      join
        .onRef('scoped.workspace_id', '=', 'strategic_plan.workspace_id')
        .onRef('scoped.id', '=', 'strategic_plan.person_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'strategic_plan.workspace_id')
        .onRef('team.id', '=', 'strategic_plan.team_id'),
    )
    .leftJoin('member as approver', (join) =>
      join
        .onRef('approver.workspace_id', '=', 'strategic_plan.workspace_id')
        .onRef('approver.id', '=', 'strategic_plan.approved_by'),
    )
    .where('strategic_plan.workspace_id', '=', scope.workspaceId)
    .select([
      'strategic_plan.id',
      'strategic_plan.number',
      'strategic_plan.version',
      'strategic_plan.name',
      'strategic_plan.state',
      'strategic_plan.starts_on',
      'strategic_plan.ends_on',
      'strategic_plan.scope',
      'strategic_plan.team_id',
      'team.name as team_name',
      'strategic_plan.person_id',
      'scoped.name as person_name',
      'strategic_plan.review_cadence',
      'strategic_plan.last_reviewed_on',
      'strategic_plan.owner_id',
      'owner.name as owner_name',
      'strategic_plan.approved_at',
      'strategic_plan.approved_by',
      'approver.name as approver_name',
      sql<string>`(select count(*) from goal
        where goal.workspace_id = strategic_plan.workspace_id
          and goal.plan_id = strategic_plan.id and goal.deleted_at is null)`.as('goal_count'),
    ]);
}
