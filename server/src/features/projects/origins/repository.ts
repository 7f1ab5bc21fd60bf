import type { Origin } from '@evenkeel/core/deals/hand-off';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type OriginRecord = Awaited<ReturnType<typeof listOrigins>>[number];
export type NewOrigin = Omit<Origin, 'index'> & { readonly subjectId: string };

/** Tables whose rows an origin can point to, by the fields that hold their ids. */
const namedFields = {
  account: ['accountId'],
  deal: ['dealId'],
  person: ['ownerId', 'projectManagerId'],
  team: ['teamId'],
  template: ['templateId'],
  role: ['roleId'],
} as const;
const names = sql.join(
  Object.keys(namedFields).map(
    (table) => sql`select id, name from ${sql.table(table)} where id = any(ids.list)`,
  ),
  sql` union all `,
);

/** The origins of a project, with what stands in each field now: project, phases, then tasks. */
export function listOrigins(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('origin')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'origin.workspace_id')
        .onRef('member.id', '=', 'origin.confirmed_by'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'origin.workspace_id')
        .onRef('project.id', '=', 'origin.subject_id'),
    )
    .leftJoin('phase', (join) =>
      join
        .onRef('phase.workspace_id', '=', 'origin.workspace_id')
        .onRef('phase.id', '=', 'origin.subject_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'origin.workspace_id')
        .onRef('task.id', '=', 'origin.subject_id'),
    )
    .where('origin.workspace_id', '=', scope.workspaceId)
    .where('origin.project_id', '=', projectId)
    .select([
      'origin.id',
      'origin.subject',
      'origin.subject_id',
      'origin.field',
      'origin.source',
      'origin.source_id',
      'origin.source_field',
      'origin.value',
      'origin.created_at',
      'origin.confirmed_by',
      'member.name as confirmed_by_name',
      sql<Record<
        string,
        unknown
      > | null>`coalesce(to_jsonb(project), to_jsonb(phase), to_jsonb(task))`.as('now'),
    ])
    .orderBy(sql`array_position(array['project', 'phase', 'task'], origin.subject)`)
    .orderBy(sql`coalesce(phase.position, task.position)`)
    .orderBy('origin.id')
    .limit(20_000)
    .execute();
}

/** Names of accounts, deals, people, teams, templates and roles by id. */
export async function listNames(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    with ids as (select ${[...ids]}::uuid[] as list)
    select named.id, named.name from ids, lateral (${names}) named`.execute(scope.tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function insertOrigins(
  scope: Scope,
  projectId: ProjectId,
  origins: readonly NewOrigin[],
): Promise<void> {
  if (origins.length === 0) return;
  await scope.tx
    .insertInto('origin')
    .values(
      origins.map((origin) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'origin'>>(),
        project_id: projectId,
        subject: origin.subject,
        subject_id: origin.subjectId,
        field: origin.field,
        source: origin.source,
        source_id: origin.sourceId,
        source_field: origin.sourceField,
        value: JSON.stringify(origin.value),
        confirmed_by: scope.actor.memberId,
      })),
    )
    .execute();
}
