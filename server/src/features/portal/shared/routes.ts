import { sharedStatuses } from '@evenkeel/contract/portal/shared';
import { implement, type Route } from '../../../platform/http/implement.ts';
import { type Identity, visitOf } from '../../identity/service.ts';
import { presentStatus } from './presenter.ts';
import { showStatus } from './service.ts';

export function sharedStatusRoutes(identity: Identity): readonly Route[] {
  return implement(sharedStatuses, {
    show: async ({ request, reply, body }) => {
      reply.header('x-robots-tag', 'noindex, nofollow');
      return presentStatus(await showStatus(identity, visitOf(request), body.token));
    },
  });
}
