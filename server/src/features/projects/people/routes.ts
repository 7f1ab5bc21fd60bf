import { projectPeople } from '@evenkeel/contract/project-people';
import { implement } from '../../../platform/http/implement.ts';
import { getProject } from '../service.ts';
import { presentPersonOnProject } from './presenter.ts';
import * as service from './service.ts';

export const projectPeopleRoutes = implement(projectPeople, {
  list: async ({ scope, params }) => {
    await getProject(scope, params.id);
    return { rows: (await service.listPeople(scope, params.id)).map(presentPersonOnProject) };
  },
  put: async ({ scope, params, body }) => {
    await getProject(scope, params.id);
    const key = { projectId: params.id, personId: params.personId };
    await service.putPerson(scope, key, body.part);
    return {};
  },
  remove: async ({ scope, params }) => {
    const key = { projectId: params.id, personId: params.personId };
    await service.removePerson(scope, key);
    return {};
  },
});
