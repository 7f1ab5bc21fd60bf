import type { Id, PersonId, SkillId } from '@evenkeel/core/id';
import type { SkillLevel } from '@evenkeel/core/people/skill';
import { sql } from 'kysely';
import { translateInUse } from '../../../platform/db/in-use.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

const nameTwice = { skill_name: { path: ['name'], message: 'is the name of another skill' } };

export type SkillRecord = Awaited<ReturnType<typeof listSkills>>[number];
export type HolderRecord = Awaited<ReturnType<typeof listHolders>>[number];

export function listSkills(scope: Scope) {
  return skillRows(scope)
    .orderBy(sql`skill.name collate "und-x-icu"`)
    .orderBy('skill.id')
    .limit(1_000)
    .execute();
}

export function findSkill(scope: Scope, id: SkillId) {
  return skillRows(scope).where('skill.id', '=', id).executeTakeFirst();
}

/** Who has which skill, the best first; of one person, or of everybody who is here. */
export function listHolders(scope: Scope, personId: PersonId | null) {
  let query = scope.tx
    .selectFrom('person_skill')
    .innerJoin('skill', (join) =>
      join
        .onRef('skill.workspace_id', '=', 'person_skill.workspace_id')
        .onRef('skill.id', '=', 'person_skill.skill_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'person_skill.workspace_id')
        .onRef('person.id', '=', 'person_skill.person_id'),
    )
    .select(['person_skill.skill_id', 'skill.name as skill_name', 'person_skill.level'])
    .select(['person_skill.person_id', 'person.name as person_name'])
    .where('person_skill.workspace_id', '=', scope.workspaceId)
    .where('person.deleted_at', 'is', null);
  if (personId !== null) query = query.where('person_skill.person_id', '=', personId);
  return query
    .orderBy('person_skill.level', 'desc')
    .orderBy(sql`skill.name collate "und-x-icu"`)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .orderBy('person_skill.id')
    .limit(50_000)
    .execute();
}

export async function insertSkill(scope: Scope, name: string): Promise<SkillId> {
  const id = newId<SkillId>();
  const write = scope.tx
    .insertInto('skill')
    .values({ workspace_id: scope.workspaceId, id, name })
    .execute();
  await translateUnique(write, nameTwice);
  return id;
}

export async function renameSkill(
  scope: Scope,
  id: SkillId,
  version: number,
  name: string,
): Promise<void> {
  const write = scope.tx
    .updateTable('skill')
    .set({ name })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  const written = await translateUnique(write, nameTwice);
  await versioned(written, async () => Boolean(await findSkill(scope, id)));
}

/** Deletes a skill that nobody has. Whether there was one to delete. */
export async function deleteSkill(scope: Scope, id: SkillId): Promise<boolean> {
  const write = scope.tx
    .deleteFrom('skill')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  const message = 'People still have this skill, perhaps in the trash. Take it from them first.';
  return (await translateInUse(write, message)) !== undefined;
}

export function findPerson(scope: Scope, id: PersonId) {
  return scope.tx
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Makes the skills of a person those given: what stays the same is not written again. */
export async function replaceSkills(
  scope: Scope,
  personId: PersonId,
  wanted: readonly { readonly skillId: SkillId; readonly level: SkillLevel }[],
): Promise<void> {
  const now = new Map((await listHolders(scope, personId)).map((row) => [row.skill_id, row.level]));
  const kept = new Set(wanted.map(({ skillId }) => skillId));
  const gone = [...now.keys()].filter((id) => !kept.has(id));
  if (gone.length > 0) {
    await scope.tx
      .deleteFrom('person_skill')
      .where('person_id', '=', personId)
      .where('skill_id', 'in', gone)
      .execute();
  }
  for (const { skillId, level } of wanted) {
    if (now.get(skillId) === level) continue;
    await scope.tx
      .insertInto('person_skill')
      .values({
        workspace_id: scope.workspaceId,
        id: newId<Id<'person-skill'>>(),
        person_id: personId,
        skill_id: skillId,
        level,
      })
      .onConflict((clash) =>
        clash.columns(['workspace_id', 'person_id', 'skill_id']).doUpdateSet({ level }),
      )
      .execute();
  }
}

function skillRows(scope: Scope) {
  return scope.tx
    .selectFrom('skill')
    .where('skill.workspace_id', '=', scope.workspaceId)
    .select(['skill.id', 'skill.version', 'skill.name']);
}
