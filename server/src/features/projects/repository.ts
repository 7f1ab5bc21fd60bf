import type { QueryOf } from '@evenkeel/contract/endpoint';
import type {
  clientProjectChange,
  initiativeProjectChange,
  projects,
} from '@evenkeel/contract/projects';
import type { DealId, ProjectId, TemplateId } from '@evenkeel/core/id';
import { type ProjectState, projectStates } from '@evenkeel/core/projects/state';
import type { ProjectKind } from '@evenkeel/core/projects/template';
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
  number: { by: sql.ref('project.number'), type: 'int' },
  name: { by: sql.ref('project.name'), type: 'text' },
  state: { by: sql`array_position(${[...projectStates]}::text[], project.state)`, type: 'int' },
  startOn: { by: sql.ref('project.start_on'), type: 'date' },
  endOn: { by: sql.ref('project.end_on'), type: 'date' },
  account: { by: sql.ref('account.name'), type: 'text' },
  priority: { by: sql.ref('project.priority'), type: 'int' },
};

export type ProjectRecord = Awaited<ReturnType<typeof findProject>> & object;
export type ListedProject = Omit<
  Awaited<ReturnType<typeof listProjects>>['rows'][number],
  'sort_value'
>;
/** What can be written on a project of either kind; the table refuses what the other kind has. */
export type ProjectFields = z.infer<typeof clientProjectChange> &
  z.infer<typeof initiativeProjectChange>;
export type NewProject = Omit<ProjectFields, 'name'> & {
  readonly kind: ProjectKind;
  readonly name: string;
  readonly state: ProjectState;
  readonly dealId?: DealId;
  readonly templateId?: TemplateId | null;
};

/** @param among the only projects that count, when given. */
export function listProjects(
  scope: Scope,
  request: QueryOf<typeof projects.list>,
  among?: readonly ProjectId[],
) {
  let query = projectRows(scope).where('project.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('project.id', 'in', request.ids as ProjectId[]);
  if (request.search) {
    query = query.where(containing(['project.name', 'account.name'], request.search));
  }
  if (request.kind) query = query.where('project.kind', '=', request.kind);
  if (request.state) query = query.where('project.state', 'in', request.state);
  if (request.accountId) query = query.where('project.account_id', 'in', request.accountId);
  if (request.dealId) query = query.where('project.deal_id', 'in', request.dealId);
  if (request.ownerId) query = query.where('project.owner_id', 'in', request.ownerId);
  if (request.projectManagerId)
    query = query.where('project.project_manager_id', 'in', request.projectManagerId);
  if (request.teamId) query = query.where('project.team_id', 'in', request.teamId);
  if (among) query = query.where(sql<boolean>`project.id = any(${[...among]}::uuid[])`);
  return readPage(query, request, sortKeys, sql<string>`project.id`);
}

/** One project, also from the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return projectRows(scope)
    .leftJoin('template', (join) =>
      join
        .onRef('template.workspace_id', '=', 'project.workspace_id')
        .onRef('template.id', '=', 'project.template_id'),
    )
    .select([
      'project.purpose',
      'project.scope',
      'project.notes',
      'project.state_reason',
      'project.business_need',
      'project.expected_benefit',
      'project.template_id',
      'template.name as template_name',
      'project.created_at',
      'project.deleted_at',
    ])
    .where('project.id', '=', id)
    .executeTakeFirst();
}

export async function insertProject(scope: Scope, fields: NewProject): Promise<ProjectId> {
  const id = newId<ProjectId>();
  const { name, kind, state, ...rest } = fields;
  await scope.tx
    .insertInto('project')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'project'),
      kind,
      name,
      state,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateProject(
  scope: Scope,
  id: ProjectId,
  version: number,
  change: ProjectFields & { state?: ProjectState; stateReason?: string },
): Promise<void> {
  await updateRecord(scope, 'project', { id, version }, columnsOf(change));
}

/** Moves a project into the trash or out of it. Whether there was one to move. */
export async function setProjectDeleted(
  scope: Scope,
  id: ProjectId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'project', id, isDeleted);
}

function projectRows(scope: Scope) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .leftJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'project.workspace_id')
        .onRef('deal.id', '=', 'project.deal_id'),
    )
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
    .leftJoin('person as budget_owner', (join) =>
      join
        .onRef('budget_owner.workspace_id', '=', 'project.workspace_id')
        .onRef('budget_owner.id', '=', 'project.budget_owner_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'project.workspace_id')
        .onRef('team.id', '=', 'project.team_id'),
    )
    .where('project.workspace_id', '=', scope.workspaceId)
    .select([
      'project.id',
      'project.number',
      'project.version',
      'project.kind',
      'project.name',
      'project.state',
      'project.start_on',
      'project.end_on',
      'project.owner_id',
      'owner.name as owner_name',
      'project.project_manager_id',
      'manager.name as project_manager_name',
      'project.budget_owner_id',
      'budget_owner.name as budget_owner_name',
      'project.team_id',
      'team.name as team_name',
      'project.budget',
      'project.priority',
      'project.account_id',
      'account.name as account_name',
      'project.deal_id',
      'deal.name as deal_name',
      'project.price',
      'project.category',
      'project.promised_weekly_minutes',
    ]);
}
