import { customFields } from '@evenkeel/contract/custom-fields';
import { implement } from '../../platform/http/implement.ts';
import { presentCustomField } from './presenter.ts';
import * as service from './service.ts';
import * as values from './values/service.ts';

export const customFieldRoutes = implement(customFields, {
  list: async ({ scope, query }) => {
    const rows = await service.listFields(scope, query);
    return { rows: rows.map(presentCustomField) };
  },
  create: async ({ scope, body }) => presentCustomField(await service.createField(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentCustomField(await service.updateField(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeField(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentCustomField(await service.restoreField(scope, params.id)),
  values: async ({ scope, query }) => ({ rows: await values.listValues(scope, query) }),
  setValues: async ({ scope, body }) => {
    await values.setValues(scope, body);
    return {};
  },
});
