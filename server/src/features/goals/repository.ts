import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { goalChange, goalDraft, goals } from '@evenkeel/contract/goals';
import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

/** Live initiatives that help a goal; one that is shelved or rejected helps nobody. */
const initiativeCount = sql<number>`(
  select count(*)::int from goal_link
    join project on project.workspace_id = goal_link.workspace_id and project.id = goal_link.project_id
  where goal_link.workspace_id = goal.workspace_id and goal_link.goal_id = goal.id
    and goal_link.strength > 0 and project.deleted_at is null
    and project.state not in ('shelved', 'rejected'))`;

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('goal.number'), type: 'int' },
  name: { by: sql.ref('goal.name'), type: 'text' },
  plan: { by: sql.ref('strategic_plan.name'), type: 'text' },
  driver: { by: sql.ref('goal.driver'), type: 'text' },
  deadline: { by: sql.ref('goal.deadline'), type: 'date' },
  owner: { by: sql.ref('owner.name'), type: 'text' },
  initiatives: { by: initiativeCount, type: 'int' },
};

export type GoalRecord = Awaited<ReturnType<typeof findGoal>> & object;

export function listGoals(scope: Scope, request: QueryOf<typeof goals.list>) {
  let query = goalRows(scope).where('goal.deleted_at', 'is', null);
  if (request.search) {
    query = query.where(containing(['goal.name', 'strategic_plan.name'], request.search));
  }
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('goal.id', 'in', request.ids as GoalId[]);
  if (request.planId) query = query.where('goal.plan_id', 'in', request.planId);
  if (request.driver) query = query.where('goal.driver', 'in', request.driver);
  if (request.hasInitiative === 'true') query = query.where(initiativeCount, '>', 0);
  if (request.hasInitiative === 'false') query = query.where(initiativeCount, '=', 0);
  return readPage(query, request, sortKeys, sql<string>`goal.id`);
}

/** One goal, also from the trash. */
export function findGoal(scope: Scope, id: GoalId) {
  return goalRows(scope)
    .leftJoin('person as stater', (join) =>
      join
        .onRef('stater.workspace_id', '=', 'goal.workspace_id')
        .onRef('stater.id', '=', 'goal.stated_by'),
    )
    .select([
      'goal.stated_by',
      'stater.name as stater_name',
      'goal.stated_on',
      'goal.stated_at',
      'goal.notes',
      'goal.created_at',
      'goal.deleted_at',
      'strategic_plan.deleted_at as plan_deleted_at',
    ])
    .where('goal.id', '=', id)
    .executeTakeFirst();
}

/** Whether a plan stands there to take a goal: it exists and is not in the trash. */
export async function hasPlan(scope: Scope, id: StrategicPlanId): Promise<boolean> {
  const plan = await scope.tx
    .selectFrom('strategic_plan')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    // Held until the end, so that the plan cannot go to the trash meanwhile.
    .forShare()
    .executeTakeFirst();
  return plan !== undefined;
}

export async function insertGoal(
  scope: Scope,
  draft: Omit<z.infer<typeof goalDraft>, 'kpi'>,
): Promise<GoalId> {
  const id = newId<GoalId>();
  const { name, planId, driver, ...rest } = draft;
  await scope.tx
    .insertInto('goal')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'goal'),
      name,
      plan_id: planId,
      driver,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateGoal(
  scope: Scope,
  id: GoalId,
  version: number,
  change: z.infer<typeof goalChange>,
): Promise<void> {
  await updateRecord(scope, 'goal', { id, version }, columnsOf(change));
}

/** Moves a goal into the trash or out of it. Whether there was one to move. */
export async function setGoalDeleted(
  scope: Scope,
  id: GoalId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'goal', id, isDeleted);
}

function goalRows(scope: Scope) {
  return scope.tx
    .selectFrom('goal')
    .innerJoin('strategic_plan', (join) =>
      join
        .onRef('strategic_plan.workspace_id', '=', 'goal.workspace_id')
        .onRef('strategic_plan.id', '=', 'goal.plan_id'),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'goal.workspace_id')
        .onRef('owner.id', '=', 'goal.owner_id'),
    )
    .where('goal.workspace_id', '=', scope.workspaceId)
    .select([
      'goal.id',
      'goal.number',
      'goal.version',
      'goal.name',
      'goal.plan_id',
      'strategic_plan.name as plan_name',
      'strategic_plan.starts_on as plan_starts_on',
      'goal.driver',
      'goal.deadline',
      'goal.owner_id',
      'owner.name as owner_name',
      initiativeCount.as('initiative_count'),
    ]);
}
