import { clientUsers } from '@evenkeel/contract/client-users';
import { AppError } from '../../platform/app-error.ts';
import { implement, type Route } from '../../platform/http/implement.ts';
import { faceOf, getFace } from '../branding/service.ts';
import { type Identity, sendCookies, visitOf } from '../identity/service.ts';
import { acceptOffer, findOffer } from '../members/invitations/service.ts';
import { presentInvitation, presentOffer, presentUsers } from './presenter.ts';
import * as service from './service.ts';

export function clientUserRoutes(identity: Identity): readonly Route[] {
  return implement(clientUsers, {
    list: async ({ scope, query }) => {
      const { access, lastSeen, invitations } = await service.listClientUsers(scope, query);
      return {
        users: presentUsers(access, lastSeen),
        invitations: invitations.map((row) => presentInvitation(row, scope.now)),
      };
    },
    invite: async ({ scope, body }) => ({
      ...(await service.inviteToPortal(identity, scope, body)),
      email: body.email,
    }),
    revokeInvitation: async ({ scope, params }) => {
      await service.revokeInvitation(scope, params.id);
      return {};
    },
    revokeAccess: async ({ scope, params }) => {
      await service.revokeAccess(scope, params.id);
      return {};
    },
    showOffer: async ({ request, body }) => {
      const offer = await findOffer(identity, visitOf(request), body.token);
      if (offer.role !== 'client') throw new AppError('not-found');
      const { workspace_id: id } = offer;
      return presentOffer(offer, faceOf(id, await getFace(identity.database, id)));
    },
    acceptOffer: async ({ request, reply, body }) =>
      sendCookies(reply, await acceptOffer(identity, visitOf(request), body)),
  });
}
