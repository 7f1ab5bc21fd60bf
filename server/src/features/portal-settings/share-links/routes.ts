import { shareLinks } from '@evenkeel/contract/portal-settings';
import { implement, type Route } from '../../../platform/http/implement.ts';
import type { Identity } from '../../identity/service.ts';
import { presentLink } from './presenter.ts';
import * as service from './service.ts';

export function shareLinkRoutes(identity: Identity): readonly Route[] {
  return implement(shareLinks, {
    list: async ({ scope, params }) => {
      const { links, opened } = await service.listLinks(scope, params.id);
      const rows = links.map((one) => presentLink(one, scope.now, opened.get(one.id) ?? null));
      return { rows };
    },
    create: async ({ scope, params, body }) => {
      const draft = { ...body, projectId: params.id };
      const { address, link } = await service.createLink(identity, scope, draft);
      return { link: address, shareLink: presentLink(link, scope.now, null) };
    },
    revoke: async ({ scope, params }) => {
      await service.revokeLink(scope, params.id);
      return {};
    },
  });
}
