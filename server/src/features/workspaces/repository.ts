import { usualQuietDays } from '@evenkeel/core/deals/pipeline';
import type { FileEndingRule } from '@evenkeel/core/files/file-types';
import type { PersonId, PipelineId, RoleId, StageId, TeamId } from '@evenkeel/core/id';
import type { Module } from '@evenkeel/core/workspaces/module';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

export type WorkspaceRecord = Awaited<ReturnType<typeof findWorkspace>> & object;

export type WorkspaceDraft = {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly strategicShareTarget: number;
};

export type WorkspaceChange = {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly strategicShareTarget?: number | undefined;
  readonly strategicShareTolerance?: number | undefined;
  readonly fileEndingsRule?: FileEndingRule | undefined;
  readonly fileEndings?: string[] | undefined;
  readonly modulesOff?: Module[] | undefined;
};

export function findWorkspace(scope: Scope) {
  return scope.tx
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', scope.workspaceId)
    .executeTakeFirst();
}

export async function insertWorkspace(scope: Scope, draft: WorkspaceDraft): Promise<void> {
  await scope.tx
    .insertInto('workspace')
    .values({
      id: scope.workspaceId,
      name: draft.name,
      currency: draft.currency,
      time_zone: draft.timeZone,
      strategic_share_target: draft.strategicShareTarget,
    })
    .execute();
}

export async function updateWorkspace(
  scope: Scope,
  version: number,
  change: WorkspaceChange,
): Promise<void> {
  const written = await scope.tx
    .updateTable('workspace')
    // An empty change must still meet the version.
    .set({ name: sql.ref('name'), ...columnsOf(change) })
    .where('id', '=', scope.workspaceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findWorkspace(scope)) !== undefined);
}

/** Lets one first visit through at a time, until the transaction ends. */
export async function lockSetUp(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('evenkeel set-up'))`.execute(scope.tx);
}

/** The first pipeline with its stages. */
/** The days that the firm works, until it says otherwise: Monday to Friday, eight hours. */
export async function insertCalendar(scope: Scope, name: string): Promise<void> {
  await sql`insert into calendar (workspace_id, id, name, week, is_default)
    values (${scope.workspaceId}, ${newId()}, ${name}, standard_week(), true)`.execute(scope.tx);
}

export async function insertStages(
  scope: Scope,
  pipelineName: string,
  stages: readonly { name: string; probability: number; outcome: 'open' | 'won' | 'lost' }[],
): Promise<void> {
  const pipelineId = newId<PipelineId>();
  await scope.tx
    .insertInto('pipeline')
    .values({
      workspace_id: scope.workspaceId,
      id: pipelineId,
      name: pipelineName,
      position: 0,
      is_default: true,
    })
    .execute();
  const rows = stages.map((stage, position) => ({
    workspace_id: scope.workspaceId,
    id: newId<StageId>(),
    pipeline_id: pipelineId,
    position,
    quiet_after_days: stage.outcome === 'open' ? usualQuietDays : null,
    ...stage,
  }));
  await scope.tx.insertInto('stage').values(rows).execute();
}

export async function insertRoles(
  scope: Scope,
  roles: readonly { id: RoleId; name: string; costRate: number; billRate: number }[],
): Promise<void> {
  const rows = roles.map(({ id, name, costRate, billRate }) => ({
    workspace_id: scope.workspaceId,
    id,
    name,
    cost_rate: costRate,
    bill_rate: billRate,
  }));
  await scope.tx.insertInto('role').values(rows).execute();
}

export async function insertTeam(scope: Scope, id: TeamId, name: string): Promise<void> {
  await scope.tx.insertInto('team').values({ workspace_id: scope.workspaceId, id, name }).execute();
}

/** The owner as a member, and as a person whose time is planned. */
export async function insertOwner(
  scope: Scope,
  place: { readonly personId: PersonId; readonly teamId: TeamId; readonly roleId: RoleId },
): Promise<void> {
  const { actor } = scope;
  await scope.tx
    .insertInto('person')
    .values({
      workspace_id: scope.workspaceId,
      id: place.personId,
      name: actor.name,
      email: actor.email,
      team_id: place.teamId,
      role_id: place.roleId,
    })
    .execute();
  await scope.tx
    .insertInto('member')
    .values({
      workspace_id: scope.workspaceId,
      id: actor.memberId,
      user_id: actor.userId,
      person_id: place.personId,
      name: actor.name,
      email: actor.email,
      role: 'owner',
    })
    .execute();
}
