import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { skills } from '@evenkeel/contract/skills';
import type { PersonId, SkillId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { hasPermission } from '../../../platform/http/permission.ts';
import * as repository from './repository.ts';

/** A skill and everybody who has it. */
export type SkillWithHolders = {
  readonly skill: repository.SkillRecord;
  readonly holders: readonly repository.HolderRecord[];
};

export async function listSkills(scope: Scope): Promise<SkillWithHolders[]> {
  const holders = await repository.listHolders(scope, null);
  return (await repository.listSkills(scope)).map((skill) => ({
    skill,
    holders: holders.filter(({ skill_id }) => skill_id === skill.id),
  }));
}

export async function createSkill(scope: Scope, name: string): Promise<SkillWithHolders> {
  return getSkill(scope, await repository.insertSkill(scope, name));
}

export async function renameSkill(
  scope: Scope,
  id: SkillId,
  version: number,
  name: string,
): Promise<SkillWithHolders> {
  await repository.renameSkill(scope, id, version, name);
  return getSkill(scope, id);
}

export async function removeSkill(scope: Scope, id: SkillId): Promise<void> {
  if (await repository.deleteSkill(scope, id)) return;
  throw new AppError('not-found', 'There is no such skill.');
}

export async function listSkillsOf(
  scope: Scope,
  personId: PersonId,
): Promise<repository.HolderRecord[]> {
  await requirePerson(scope, personId);
  return repository.listHolders(scope, personId);
}

/** Says what a person can do: everybody for themselves, managers for anybody. */
export async function setSkillsOf(
  scope: Scope,
  personId: PersonId,
  { skills: wanted }: BodyOf<typeof skills.setOfPerson>,
): Promise<repository.HolderRecord[]> {
  if (scope.actor.personId !== personId && !hasPermission(scope.actor, 'manage')) {
    throw new AppError('not-allowed', 'You can say what you can do yourself; managers for others.');
  }
  await requirePerson(scope, personId);
  const known = new Set((await repository.listSkills(scope)).map(({ id }) => id));
  const seen = new Set<SkillId>();
  for (const [index, { skillId }] of wanted.entries()) {
    const path = ['skills', index, 'skillId'];
    if (!known.has(skillId)) throw invalid(path, 'unknown', 'there is no such skill');
    if (seen.has(skillId)) throw invalid(path, 'twice', 'stands there twice');
    seen.add(skillId);
  }
  await repository.replaceSkills(scope, personId, wanted);
  return repository.listHolders(scope, personId);
}

async function requirePerson(scope: Scope, id: PersonId): Promise<void> {
  if (await repository.findPerson(scope, id)) return;
  throw new AppError('not-found', 'There is no such person.');
}

async function getSkill(scope: Scope, id: SkillId): Promise<SkillWithHolders> {
  const skill = await repository.findSkill(scope, id);
  if (!skill) throw new AppError('not-found', 'There is no such skill.');
  const holders = await repository.listHolders(scope, null);
  return { skill, holders: holders.filter(({ skill_id }) => skill_id === id) };
}
