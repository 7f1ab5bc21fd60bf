import { teams } from '@evenkeel/contract/people';
import { implement } from '../../../platform/http/implement.ts';
import { presentTeam } from './presenter.ts';
import * as service from './service.ts';

export const teamRoutes = implement(teams, {
  list: async ({ scope }) => ({ rows: (await service.listTeams(scope)).map(presentTeam) }),
  create: async ({ scope, body }) => presentTeam(await service.createTeam(scope, body.name)),
  update: async ({ scope, params, body, version }) =>
    presentTeam(await service.renameTeam(scope, params.id, version, body.name)),
  remove: async ({ scope, params }) => {
    await service.removeTeam(scope, params.id);
    return {};
  },
});
