import type { PersonId, SkillId } from '@evenkeel/core/id';
import { skillLevels } from '@evenkeel/core/people/skill';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, recordName, reference, version } from './scalars.ts';

/** A level from 1 (is learning it) to 4 (teaches it). */
export const skillLevel = z.literal(skillLevels, 'must be a level from 1 to 4');

/** Something people can do, and who can, the best first. */
export const skillView = z.object({
  id: id<SkillId>(),
  version,
  name: z.string(),
  people: z.array(reference<PersonId>().extend({ level: skillLevel })),
});
/** Something people can do, and who can. */
export type SkillView = z.infer<typeof skillView>;

/** A skill of one person. */
export const personSkill = reference<SkillId>().extend({ level: skillLevel });
/** A skill of one person. */
export type PersonSkill = z.infer<typeof personSkill>;

const skillName = recordName.pipe(z.string().max(200, 'is longer than 200 characters'));
const params = z.object({ id: id<SkillId>() });
const ofPerson = z.object({ skills: z.array(personSkill) });

/** What the people of the firm can do. */
export const skills = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/skills',
    permission: 'read',
    summary: 'Skills by name, each with the people who have it, the best first.',
    output: z.object({ rows: z.array(skillView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/skills',
    permission: 'write',
    summary: 'Add a skill that people can have.',
    body: z.object({ name: skillName }),
    output: skillView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/skills/:id',
    permission: 'manage',
    summary: 'Rename a skill, for everybody who has it.',
    ifMatch: true,
    params,
    body: z.object({ name: skillName }),
    output: skillView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/skills/:id',
    permission: 'manage',
    summary: 'Delete a skill that nobody has any more.',
    params,
    output: done,
  }),
  ofPerson: endpoint({
    method: 'GET',
    path: '/api/v1/people/:id/skills',
    permission: 'read',
    summary: 'The skills of a person, the strongest first.',
    params: z.object({ id: id<PersonId>() }),
    output: ofPerson,
  }),
  setOfPerson: endpoint({
    method: 'PUT',
    path: '/api/v1/people/:id/skills',
    permission: 'write',
    summary: 'Say what a person can do: yourself, or anybody for those who manage.',
    params: z.object({ id: id<PersonId>() }),
    body: z.object({
      skills: z
        .array(z.object({ skillId: id<SkillId>(), level: skillLevel }))
        .max(100, 'are more than 100'),
    }),
    output: ofPerson,
  }),
};
