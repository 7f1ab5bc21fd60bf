import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../platform/db/scope.ts';

export type PortalProjectRecord = Awaited<ReturnType<typeof listProjects>>[number];

/** Most projects that one client user is shown. */
const most = 500;

/** The firm whose portal it is. */
export function findFirm(scope: PortalScope) {
  return scope.tx
    .selectFrom('workspace')
    .select(['name', 'currency', 'time_zone', 'portal_accent as accent', 'logo_changed_at'])
    .executeTakeFirstOrThrow();
}

/** The language of the first account that the reader may look at. */
export async function findAccountLanguage(scope: PortalScope): Promise<string | null> {
  const account = await scope.tx
    .selectFrom('account')
    .select('language')
    .where('language', 'is not', null)
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
  return account?.language ?? null;
}

/** Every project that the reader may open, running ones first. */
export function listProjects(scope: PortalScope) {
  return projectRows(scope)
    .orderBy(sql`project.state = 'completed'`)
    .orderBy(sql`project.name collate "und-x-icu"`)
    .orderBy('project.id')
    .limit(most)
    .execute();
}

export function findProject(scope: PortalScope, id: ProjectId) {
  return projectRows(scope).where('project.id', '=', id).executeTakeFirst();
}

function projectRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('project')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .select([
      'project.id',
      'project.name',
      'project.state',
      'project.portal_shows',
      'project.portal_welcome',
      'account.id as account_id',
      'account.name as account_name',
      'account.language',
      sql<string | null>`portal_person_name(project.project_manager_id)`.as('project_manager'),
      sql<boolean>`exists (select from kick_off_item k where k.workspace_id = project.workspace_id
        and k.project_id = project.id)`.as('has_kick_off'),
      sql<boolean>`exists (select from satisfaction s where s.workspace_id = project.workspace_id
        and s.project_id = project.id)`.as('has_ratings'),
    ]);
}
