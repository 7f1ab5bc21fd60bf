import { portalNews } from '@evenkeel/contract/portal/news';
import { implement } from '../../../platform/http/implement.ts';
import { presentNews } from './presenter.ts';
import * as service from './service.ts';

export const portalNewsRoutes = implement(portalNews, {
  list: async ({ scope, query }) => {
    const { rows, unread } = await service.listNews(scope, query.limit);
    return { rows: presentNews(rows), unread };
  },
  setRead: async ({ scope, body }) => {
    await service.setRead(scope, body.ids ?? null);
    return {};
  },
  settings: ({ scope }) => service.readSettings(scope),
  changeSettings: ({ scope, body }) => service.changeSettings(scope, body),
});
