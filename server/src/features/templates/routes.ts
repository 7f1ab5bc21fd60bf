import { templates } from '@evenkeel/contract/templates';
import { implement } from '../../platform/http/implement.ts';
import { presentTemplate } from './presenter.ts';
import * as service from './service.ts';

export const templateRoutes = implement(templates, {
  list: async ({ scope, query }) => ({
    rows: (await service.listTemplates(scope, query.kind)).map(presentTemplate),
  }),
  get: async ({ scope, params }) => presentTemplate(await service.getTemplate(scope, params.id)),
  create: async ({ scope, body }) => presentTemplate(await service.createTemplate(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentTemplate(await service.updateTemplate(scope, params.id, version, body)),
  copy: async ({ scope, params, body }) =>
    presentTemplate(await service.copyTemplate(scope, params.id, body.name)),
  remove: async ({ scope, params }) => {
    await service.removeTemplate(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentTemplate(await service.restoreTemplate(scope, params.id)),
});
