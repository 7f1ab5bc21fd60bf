import { projects } from '@evenkeel/contract/projects';
import { implement } from '../../platform/http/implement.ts';
import { presentOrigin } from './origins/presenter.ts';
import { readOrigins } from './origins/service.ts';
import { addPhase, removePhase, updatePhase } from './phases/service.ts';
import { presentPhase, presentProject, presentProjectRow } from './presenter.ts';
import * as service from './service.ts';

export const projectRoutes = implement(projects, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listProjects(scope, query);
    return { rows: rows.map(presentProjectRow), ...page };
  },
  get: async ({ scope, params }) => presentProject(await service.getProject(scope, params.id)),
  create: async ({ scope, body }) => presentProject(await service.createProject(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentProject(await service.updateProject(scope, params.id, version, body)),
  changeState: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentProject(await service.changeClientState(scope, key, body));
  },
  remove: async ({ scope, params }) => {
    await service.removeProject(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentProject(await service.restoreProject(scope, params.id)),
  addPhase: async ({ scope, params, body }) => {
    await service.getProject(scope, params.id);
    return presentPhase(await addPhase(scope, params.id, body));
  },
  updatePhase: async ({ scope, params, body, version }) => {
    const key = { projectId: params.id, id: params.phaseId };
    return presentPhase(await updatePhase(scope, key, version, body));
  },
  removePhase: async ({ scope, params }) => {
    await removePhase(scope, params.id, params.phaseId);
    return {};
  },
  origins: async ({ scope, params }) => {
    await service.getProject(scope, params.id);
    const { fields, names } = await readOrigins(scope, params.id);
    return { rows: fields.map((field) => presentOrigin(field, names)) };
  },
  copy: async ({ scope, params, body }) =>
    presentProject(await service.copyProject(scope, params.id, body)),
  saveAsTemplate: async ({ scope, params, body }) => {
    const { id, name } = await service.templateFromProject(scope, params.id, body.name);
    return { id, name };
  },
});
