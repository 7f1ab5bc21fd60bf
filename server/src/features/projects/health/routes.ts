import { projectHealth } from '@evenkeel/contract/project-people';
import { implement } from '../../../platform/http/implement.ts';
import { getProject } from '../service.ts';
import { presentStatement } from './presenter.ts';
import * as service from './service.ts';

export const projectHealthRoutes = implement(projectHealth, {
  list: async ({ scope, params }) => {
    await getProject(scope, params.id);
    return { rows: (await service.listStatements(scope, params.id)).map(presentStatement) };
  },
  create: async ({ scope, params, body }) => {
    await getProject(scope, params.id);
    return presentStatement(await service.stateHealth(scope, params.id, body));
  },
});
