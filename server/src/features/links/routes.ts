import { links } from '@evenkeel/contract/links';
import { subjectOf } from '@evenkeel/contract/subjects';
import { implement } from '../../platform/http/implement.ts';
import { presentLink } from './presenter.ts';
import * as service from './service.ts';

export const linkRoutes = implement(links, {
  list: async ({ scope, query }) => {
    const rows = await service.listLinks(scope, subjectOf(query));
    return { rows: rows.map(presentLink) };
  },
  create: async ({ scope, body }) => presentLink(await service.createLink(scope, body)),
  remove: async ({ scope, params }) => {
    await service.removeLink(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => {
    await service.restoreLink(scope, params.id);
    return {};
  },
});
