import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { GoalLink, initiatives } from '@evenkeel/contract/initiatives';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, Id, ProjectId } from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

/** Whether an initiative serves a goal that is not in the trash. */
const servesGoal = sql<boolean>`exists (
  select from goal_link
    join goal on goal.workspace_id = goal_link.workspace_id and goal.id = goal_link.goal_id
  where goal_link.workspace_id = project.workspace_id and goal_link.project_id = project.id
    and goal_link.strength > 0 and goal.deleted_at is null)`;

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('project.number'), type: 'int' },
  name: { by: sql.ref('project.name'), type: 'text' },
  state: {
    by: sql`array_position(${sql.val([...projectStates])}::text[], project.state)`,
    type: 'int',
  },
  owner: { by: sql.ref('owner.name'), type: 'text' },
  team: { by: sql.ref('team.name'), type: 'text' },
  budget: { by: sql.ref('project.budget'), type: 'bigint' },
  startOn: { by: sql.ref('project.start_on'), type: 'date' },
  endOn: { by: sql.ref('project.end_on'), type: 'date' },
  priority: { by: sql.ref('project.priority'), type: 'int' },
};

export type InitiativeRecord = Awaited<ReturnType<typeof findInitiative>> & object;
export type GoalLinkRecord = Awaited<ReturnType<typeof listGoalLinks>>[number];

/** @param among the only initiatives that count, when given. */
export function listInitiatives(
  scope: Scope,
  request: QueryOf<typeof initiatives.list>,
  among?: readonly ProjectId[],
) {
  let query = initiativeRows(scope).where('project.deleted_at', 'is', null);
  if (request.search) {
    query = query.where(containing(['project.name', 'project.purpose'], request.search));
  }
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('project.id', 'in', request.ids as ProjectId[]);
  if (request.state) query = query.where('project.state', 'in', request.state);
  if (request.goalId) {
    query = query.where(
      'project.id',
      'in',
      scope.tx
        .selectFrom('goal_link')
        .select('goal_link.project_id')
        .where('goal_link.workspace_id', '=', scope.workspaceId)
        .where('goal_link.goal_id', 'in', request.goalId),
    );
  }
  if (among) query = query.where(sql<boolean>`project.id = any(${[...among]}::uuid[])`);
  if (request.hasGoal === 'true') query = query.where(servesGoal);
  if (request.hasGoal === 'false') query = query.where(sql<boolean>`not ${servesGoal}`);
  return readPage(query, request, sortKeys, sql<string>`project.id`);
}

/** One initiative, also from the trash. */
export function findInitiative(scope: Scope, id: ProjectId) {
  return initiativeRows(scope)
    .select([
      'project.business_need',
      'project.expected_benefit',
      'project.created_at',
      'project.deleted_at',
    ])
    .where('project.id', '=', id)
    .executeTakeFirst();
}

/** The links of some initiatives to goals that are not in the trash, the strongest first. */
export function listGoalLinks(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('goal_link')
    .innerJoin('goal', (join) =>
      join
        .onRef('goal.workspace_id', '=', 'goal_link.workspace_id')
        .onRef('goal.id', '=', 'goal_link.goal_id'),
    )
    .select([
      'goal_link.project_id',
      'goal_link.goal_id',
      'goal_link.strength',
      'goal.number',
      'goal.name',
    ])
    .where('goal_link.workspace_id', '=', scope.workspaceId)
    .where('goal_link.project_id', 'in', ids.length > 0 ? ids : [noInitiative])
    .where('goal.deleted_at', 'is', null)
    .orderBy('goal_link.strength', 'desc')
    .orderBy('goal.number')
    .limit(ids.length * 50 + 1)
    .execute();
}

/** Which of some goals are there: in this workspace and not in the trash. */
export async function presentGoals(scope: Scope, ids: readonly GoalId[]): Promise<Set<GoalId>> {
  if (ids.length === 0) return new Set();
  const rows = await scope.tx
    .selectFrom('goal')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(ids.length)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/**
 * Makes the links of an initiative those given: what is new is added, what is gone is taken off, and
 * only a changed strength is written, so that the change record says what really changed. Links to
 * goals in the trash stay: they come back with the goal.
 */
export async function replaceGoalLinks(
  scope: Scope,
  projectId: ProjectId,
  links: readonly GoalLink[],
): Promise<void> {
  const before = await listGoalLinks(scope, [projectId]);
  const wanted = new Set(links.map((link) => link.goalId));
  const gone = before.map((link) => link.goal_id).filter((id) => !wanted.has(id));
  if (gone.length > 0) {
    await scope.tx
      .deleteFrom('goal_link')
      .where('project_id', '=', projectId)
      .where('goal_id', 'in', gone)
      .execute();
  }
  if (links.length === 0) return;
  await scope.tx
    .insertInto('goal_link')
    .values(
      links.map((link) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'goal-link'>>(),
        project_id: projectId,
        goal_id: link.goalId,
        strength: link.strength,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'project_id', 'goal_id'])
        .doUpdateSet({ strength: sql<number>`excluded.strength` })
        .where(sql<boolean>`goal_link.strength <> excluded.strength`),
    )
    .execute();
}

// No record bears it; an empty `in ()` is no SQL.
const noInitiative = '00000000-0000-0000-0000-000000000000' as ProjectId;

function initiativeRows(scope: Scope) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'project.workspace_id')
        .onRef('owner.id', '=', 'project.owner_id'),
    )
    .leftJoin('person as manager', (join) =>
      join
        .onRef('manager.workspace_id', '=', 'project.workspace_id')
        .onRef('manager.id', '=', 'project.project_manager_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'project.workspace_id')
        .onRef('team.id', '=', 'project.team_id'),
    )
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.kind', '=', 'initiative')
    .select([
      'project.id',
      'project.number',
      'project.version',
      'project.name',
      'project.purpose',
      'project.scope',
      'project.state',
      'project.state_reason',
      'project.category',
      'project.owner_id',
      'owner.name as owner_name',
      'project.project_manager_id',
      'manager.name as project_manager_name',
      'project.team_id',
      'team.name as team_name',
      'project.budget',
      'project.start_on',
      'project.end_on',
      'project.priority',
      'project.promised_weekly_minutes',
      'project.horizon',
      'project.market',
      'project.offering',
      'project.value_score',
      'project.effort_score',
      'project.is_case_published',
      sql<string>`(select coalesce(sum(time_entry.minutes), 0) from time_entry
        where time_entry.workspace_id = project.workspace_id
          and time_entry.project_id = project.id and time_entry.deleted_at is null)`.as(
        'logged_minutes',
      ),
      sql<string>`(select coalesce(sum(task.estimate_minutes), 0) from task
        where task.workspace_id = project.workspace_id
          and task.project_id = project.id and task.deleted_at is null)`.as('estimated_minutes'),
      sql<CalendarDate | null>`(select forecast.p80_on from forecast
        where forecast.workspace_id = project.workspace_id and forecast.project_id = project.id)`.as(
        'p80_on',
      ),
    ]);
}
