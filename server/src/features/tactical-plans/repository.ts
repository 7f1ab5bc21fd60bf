import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { tacticalPlans } from '@evenkeel/contract/tactical-plans';
import type { GoalId, StrategicPlanId, TacticalPlanId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('tactical_plan.number'), type: 'int' },
  name: { by: sql.ref('tactical_plan.name'), type: 'text' },
  plan: { by: sql.ref('strategic_plan.name'), type: 'text' },
  startsOn: { by: sql.ref('tactical_plan.starts_on'), type: 'date' },
  endsOn: { by: sql.ref('tactical_plan.ends_on'), type: 'date' },
};

export type TacticalPlanRecord = Awaited<ReturnType<typeof findTacticalPlan>> & object;
export type ListedTacticalPlan = Awaited<ReturnType<typeof listTacticalPlans>>['rows'][number];

export function listTacticalPlans(scope: Scope, request: QueryOf<typeof tacticalPlans.list>) {
  let query = tacticalPlanRows(scope)
    .where('tactical_plan.deleted_at', 'is', null)
    .where('strategic_plan.deleted_at', 'is', null);
  if (request.search) query = query.where(containing(['tactical_plan.name'], request.search));
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('tactical_plan.id', 'in', request.ids as TacticalPlanId[]);
  if (request.planId) query = query.where('tactical_plan.plan_id', 'in', request.planId);
  return readPage(query, request, sortKeys, sql<string>`tactical_plan.id`);
}

/** One tactical plan, also from the trash. */
export function findTacticalPlan(scope: Scope, id: TacticalPlanId) {
  return tacticalPlanRows(scope)
    .select([
      'tactical_plan.resources',
      'tactical_plan.created_at',
      'tactical_plan.deleted_at',
      'strategic_plan.deleted_at as plan_deleted_at',
    ])
    .where('tactical_plan.id', '=', id)
    .executeTakeFirst();
}

/** Whether a strategic plan stands there to take a tactical one. */
export async function hasPlan(scope: Scope, id: StrategicPlanId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('strategic_plan')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a goal stands in the plan. */
export async function hasGoal(scope: Scope, planId: StrategicPlanId, id: GoalId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('goal')
    .select('id')
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertTacticalPlan(
  scope: Scope,
  draft: BodyOf<typeof tacticalPlans.create>,
): Promise<TacticalPlanId> {
  const id = newId<TacticalPlanId>();
  const { name, planId, ...rest } = draft;
  await scope.tx
    .insertInto('tactical_plan')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'tactical_plan'),
      name,
      plan_id: planId,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateTacticalPlan(
  scope: Scope,
  id: TacticalPlanId,
  version: number,
  change: BodyOf<typeof tacticalPlans.update>,
): Promise<void> {
  await updateRecord(scope, 'tactical_plan', { id, version }, columnsOf(change));
}

/** Moves a tactical plan into the trash or out of it. Whether there was one to move. */
export async function setTacticalPlanDeleted(
  scope: Scope,
  id: TacticalPlanId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'tactical_plan', id, isDeleted);
}

function tacticalPlanRows(scope: Scope) {
  return scope.tx
    .selectFrom('tactical_plan')
    .innerJoin('strategic_plan', (join) =>
      join
        .onRef('strategic_plan.workspace_id', '=', 'tactical_plan.workspace_id')
        .onRef('strategic_plan.id', '=', 'tactical_plan.plan_id'),
    )
    .leftJoin('goal', (join) =>
      join
        .onRef('goal.workspace_id', '=', 'tactical_plan.workspace_id')
        .onRef('goal.id', '=', 'tactical_plan.goal_id')
        .on('goal.deleted_at', 'is', null),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'tactical_plan.workspace_id')
        .onRef('owner.id', '=', 'tactical_plan.owner_id'),
    )
    .where('tactical_plan.workspace_id', '=', scope.workspaceId)
    .select([
      'tactical_plan.id',
      'tactical_plan.number',
      'tactical_plan.version',
      'tactical_plan.name',
      'tactical_plan.plan_id',
      'strategic_plan.name as plan_name',
      'strategic_plan.starts_on as plan_starts_on',
      'strategic_plan.ends_on as plan_ends_on',
      'strategic_plan.state as plan_state',
      'goal.id as goal_id',
      'goal.name as goal_name',
      'tactical_plan.starts_on',
      'tactical_plan.ends_on',
      'tactical_plan.owner_id',
      'owner.name as owner_name',
      'tactical_plan.review_cadence',
      'tactical_plan.last_reviewed_on',
      sql<number>`(select count(*)::int from tactic
        where tactic.workspace_id = tactical_plan.workspace_id
          and tactic.tactical_plan_id = tactical_plan.id and tactic.deleted_at is null)`.as(
        'tactic_count',
      ),
    ]);
}
