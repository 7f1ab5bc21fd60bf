import { notifications } from '@evenkeel/contract/notifications';
import { implement } from '../../platform/http/implement.ts';
import { presentNotification } from './presenter.ts';
import * as service from './service.ts';

export const notificationRoutes = implement(notifications, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listNotifications(scope, query);
    return { rows: rows.map(presentNotification), ...page };
  },
  unread: async ({ scope }) => ({ count: await service.countUnread(scope) }),
  setRead: async ({ scope, body }) => {
    await service.setRead(scope, body);
    return {};
  },
  settings: ({ scope }) => service.readSettings(scope),
  changeSettings: ({ scope, body }) => service.changeSettings(scope, body),
});
