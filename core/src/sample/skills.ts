import type { SkillLevel } from '../people/skill.ts';
import { type Random, randomChoice } from '../random.ts';
import type { SampleKey, SamplePerson } from './sample-firm.ts';

/** Something people of the sample can do, and who how well. */
export type SampleSkill = {
  readonly name: string;
  readonly people: readonly { readonly person: SampleKey; readonly level: SkillLevel }[];
};

/** Which roles have a skill at all; those of the first role have it best. */
const skills: readonly (readonly [name: string, roles: readonly SampleKey[]])[] = [
  ['Facilitating workshops', ['consultant', 'partner', 'manager', 'designer']],
  ['Pricing and offers', ['partner', 'manager']],
  ['Process mapping', ['consultant', 'manager']],
  ['Change management', ['consultant', 'partner']],
  ['User research', ['designer', 'consultant']],
  ['Interface design', ['designer']],
  ['TypeScript', ['developer']],
  ['Data engineering', ['developer']],
  ['Cloud operations', ['developer']],
  ['Project planning', ['manager', 'consultant']],
  ['Danish', ['consultant', 'developer', 'designer']],
];

/** Two thirds of those whose role has a skill have it, at levels that go with the role. */
export function sampleSkills(people: readonly SamplePerson[], random: Random): SampleSkill[] {
  return skills.map(([name, roles]) => ({
    name,
    people: people.flatMap((person) => {
      const place = roles.indexOf(person.role);
      if (place < 0 || random() < 1 / 3) return [];
      const levels: readonly SkillLevel[] = place === 0 ? [2, 3, 3, 4] : [1, 2, 2, 3];
      return [{ person: person.key, level: randomChoice(random, levels) }];
    }),
  }));
}
