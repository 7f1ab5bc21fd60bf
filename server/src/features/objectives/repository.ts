import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { objectives } from '@evenkeel/contract/objectives';
import type { GoalId, ObjectiveId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  position: { by: sql.ref('objective.position'), type: 'numeric' },
  number: { by: sql.ref('objective.number'), type: 'int' },
  name: { by: sql.ref('objective.name'), type: 'text' },
  goal: { by: sql.ref('goal.name'), type: 'text' },
};

export type ObjectiveRecord = Awaited<ReturnType<typeof findObjective>> & object;

export function listObjectives(scope: Scope, request: QueryOf<typeof objectives.list>) {
  let query = objectiveRows(scope)
    .where('objective.deleted_at', 'is', null)
    .where('goal.deleted_at', 'is', null);
  if (request.search) query = query.where(containing(['objective.name'], request.search));
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('objective.id', 'in', request.ids as ObjectiveId[]);
  if (request.goalId) query = query.where('objective.goal_id', 'in', request.goalId);
  return readPage(query, request, sortKeys, sql<string>`objective.id`);
}

/** One objective, also from the trash. */
export function findObjective(scope: Scope, id: ObjectiveId) {
  return objectiveRows(scope).where('objective.id', '=', id).executeTakeFirst();
}

/** Whether a goal stands there to take an objective: it exists and is not in the trash. */
export async function hasGoal(scope: Scope, id: GoalId): Promise<boolean> {
  const goal = await scope.tx
    .selectFrom('goal')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return goal !== undefined;
}

export async function insertObjective(
  scope: Scope,
  draft: BodyOf<typeof objectives.create>,
): Promise<ObjectiveId> {
  const id = newId<ObjectiveId>();
  const { name, goalId, position, ...rest } = draft;
  const { last } = await scope.tx
    .selectFrom('objective')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('goal_id', '=', goalId)
    .executeTakeFirstOrThrow();
  await scope.tx
    .insertInto('objective')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'objective'),
      name,
      goal_id: goalId,
      position: position ?? (last ?? 0) + 1,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateObjective(
  scope: Scope,
  id: ObjectiveId,
  version: number,
  change: BodyOf<typeof objectives.update>,
): Promise<void> {
  await updateRecord(scope, 'objective', { id, version }, columnsOf(change));
}

/** Moves an objective into the trash or out of it. Whether there was one to move. */
export async function setObjectiveDeleted(
  scope: Scope,
  id: ObjectiveId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'objective', id, isDeleted);
}

function objectiveRows(scope: Scope) {
  return scope.tx
    .selectFrom('objective')
    .innerJoin('goal', (join) =>
      join
        .onRef('goal.workspace_id', '=', 'objective.workspace_id')
        .onRef('goal.id', '=', 'objective.goal_id'),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'objective.workspace_id')
        .onRef('owner.id', '=', 'objective.owner_id'),
    )
    .where('objective.workspace_id', '=', scope.workspaceId)
    .select([
      'objective.id',
      'objective.number',
      'objective.version',
      'objective.name',
      'objective.notes',
      'objective.goal_id',
      'goal.name as goal_name',
      'goal.deleted_at as goal_deleted_at',
      'objective.owner_id',
      'owner.name as owner_name',
      'objective.position',
      'objective.deleted_at',
      sql<number>`(select count(*)::int from kpi
        where kpi.workspace_id = objective.workspace_id and kpi.objective_id = objective.id
          and kpi.deleted_at is null)`.as('kpi_count'),
    ]);
}
