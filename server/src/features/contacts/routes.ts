import { contacts } from '@evenkeel/contract/contacts';
import { implement } from '../../platform/http/implement.ts';
import { presentContact, presentContactRow } from './presenter.ts';
import * as service from './service.ts';

export const contactRoutes = implement(contacts, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listContacts(scope, query);
    return { rows: rows.map(presentContactRow), ...page };
  },
  get: async ({ scope, params }) => presentContact(await service.getContact(scope, params.id)),
  create: async ({ scope, body }) => presentContact(await service.createContact(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentContact(await service.updateContact(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeContact(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentContact(await service.restoreContact(scope, params.id)),
});
