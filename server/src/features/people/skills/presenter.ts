import type { PersonSkill, SkillView } from '@evenkeel/contract/skills';
import type { HolderRecord } from './repository.ts';
import type { SkillWithHolders } from './service.ts';

export function presentSkill({ skill, holders }: SkillWithHolders): SkillView {
  return {
    id: skill.id,
    version: skill.version,
    name: skill.name,
    people: holders.map((holder) => ({
      id: holder.person_id,
      name: holder.person_name,
      level: holder.level,
    })),
  };
}

export function presentSkillOf(holder: HolderRecord): PersonSkill {
  return { id: holder.skill_id, name: holder.skill_name, level: holder.level };
}
