import type { TeamId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { translateInUse } from '../../../platform/db/in-use.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

const nameTwice = { team_name: { path: ['name'], message: 'is the name of another team' } };

export type TeamRecord = Awaited<ReturnType<typeof listTeams>>[number];

export function listTeams(scope: Scope) {
  return teamRows(scope)
    .orderBy(sql`team.name collate "und-x-icu"`)
    .orderBy('team.id')
    .limit(1_000)
    .execute();
}

export function findTeam(scope: Scope, id: TeamId) {
  return teamRows(scope).where('team.id', '=', id).executeTakeFirst();
}

export async function insertTeam(scope: Scope, name: string): Promise<TeamId> {
  const id = newId<TeamId>();
  const write = scope.tx
    .insertInto('team')
    .values({ workspace_id: scope.workspaceId, id, name })
    .execute();
  await translateUnique(write, nameTwice);
  return id;
}

export async function renameTeam(
  scope: Scope,
  id: TeamId,
  version: number,
  name: string,
): Promise<void> {
  const write = scope.tx
    .updateTable('team')
    .set({ name })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  const written = await translateUnique(write, nameTwice);
  await versioned(written, async () => Boolean(await findTeam(scope, id)));
}

/** Deletes a team. Whether there was one to delete. */
export async function deleteTeam(scope: Scope, id: TeamId): Promise<boolean> {
  const write = scope.tx.deleteFrom('team').where('id', '=', id).returning('id').executeTakeFirst();
  const message =
    'People or projects still belong to this team, perhaps in the trash. Move them to another first.';
  return (await translateInUse(write, message)) !== undefined;
}

function teamRows(scope: Scope) {
  return scope.tx
    .selectFrom('team')
    .where('team.workspace_id', '=', scope.workspaceId)
    .select(['team.id', 'team.version', 'team.name'])
    .select((from) =>
      from
        .selectFrom('person')
        .whereRef('person.workspace_id', '=', 'team.workspace_id')
        .whereRef('person.team_id', '=', 'team.id')
        .where('person.deleted_at', 'is', null)
        .where((where) =>
          where.or([
            where('person.left_on', 'is', null),
            where('person.left_on', '>=', scope.today),
          ]),
        )
        .select(sql<string>`count(*)`.as('count'))
        .as('people_count'),
    );
}
