import { skills } from '@evenkeel/contract/skills';
import { implement } from '../../../platform/http/implement.ts';
import { presentSkill, presentSkillOf } from './presenter.ts';
import * as service from './service.ts';

export const skillRoutes = implement(skills, {
  list: async ({ scope }) => ({ rows: (await service.listSkills(scope)).map(presentSkill) }),
  create: async ({ scope, body }) => presentSkill(await service.createSkill(scope, body.name)),
  update: async ({ scope, params, body, version }) =>
    presentSkill(await service.renameSkill(scope, params.id, version, body.name)),
  remove: async ({ scope, params }) => {
    await service.removeSkill(scope, params.id);
    return {};
  },
  ofPerson: async ({ scope, params }) => ({
    skills: (await service.listSkillsOf(scope, params.id)).map(presentSkillOf),
  }),
  setOfPerson: async ({ scope, params, body }) => ({
    skills: (await service.setSkillsOf(scope, params.id, body)).map(presentSkillOf),
  }),
});
