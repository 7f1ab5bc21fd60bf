import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, SkillId } from '@evenkeel/core/id';
import type { SkillLevel } from '@evenkeel/core/people/skill';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Above what a firm of thousands has; a bound, so that no list is without one. */
const most = 50_000;

export type PersonRecord = Awaited<ReturnType<typeof listPeople>>[number];

/** Everybody who is not in the trash, by name; only some of them where ids are given. */
export function listPeople(scope: Scope, ids?: readonly PersonId[]) {
  let query = scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'kind', 'team_id', 'role_id', 'joined_on', 'left_on'])
    .select(['weekly_minutes', 'week_minutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null);
  if (ids) query = query.where('id', '=', sql<PersonId>`any(${[...ids]}::uuid[])`);
  return query.orderBy(sql`name collate "und-x-icu"`).orderBy('id').limit(most).execute();
}

/** The skills of people by person. */
export async function listSkillsOfPeople(
  scope: Scope,
): Promise<Map<PersonId, { skillId: SkillId; level: SkillLevel }[]>> {
  const rows = await scope.tx
    .selectFrom('person_skill')
    .select(['person_id', 'skill_id', 'level'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('level', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  const skills = rows.map((row) => ({ ...row, skillId: row.skill_id }));
  return groupedBy(skills, (row) => row.person_id);
}

/** Names of teams, roles or skills. */
export async function listNamed<I extends string>(
  scope: Scope,
  table: 'team' | 'role' | 'skill',
): Promise<{ id: I; name: string }[]> {
  const { rows } = await sql<{ id: I; name: string }>`
    select id, name from ${sql.table(table)} where workspace_id = ${scope.workspaceId}
    order by name collate "und-x-icu", id limit ${most}`.execute(scope.tx);
  return rows;
}
