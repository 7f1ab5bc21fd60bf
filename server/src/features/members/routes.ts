import { members } from '@evenkeel/contract/members';
import { implement, type Route } from '../../platform/http/implement.ts';
import { type Identity, sendCookies, visitOf } from '../identity/service.ts';
import { presentInvitation, presentOffer } from './invitations/presenter.ts';
import * as invitations from './invitations/service.ts';
import { presentMember } from './presenter.ts';
import * as service from './service.ts';

export function memberRoutes(identity: Identity): readonly Route[] {
  return implement(members, {
    list: async ({ scope }) => ({ rows: (await service.listMembers(scope)).map(presentMember) }),
    update: async ({ scope, params, body, version }) =>
      presentMember(await service.updateMember(scope, params.id, version, body)),
    remove: async ({ scope, params }) => {
      await service.removeMember(scope, params.id);
      return {};
    },
    invitations: async ({ scope }) => {
      const rows = await invitations.listOpenInvitations(scope);
      return { rows: rows.map((row) => presentInvitation(row, scope.now)) };
    },
    invite: async ({ scope, body }) => {
      const made = await invitations.invite(identity, scope, body);
      return { ...made, invitation: presentInvitation(made.invitation, scope.now) };
    },
    revokeInvitation: async ({ scope, params }) => {
      await invitations.revokeInvitation(scope, params.id);
      return {};
    },
    showOffer: async ({ request, body }) =>
      presentOffer(await invitations.findOffer(identity, visitOf(request), body.token)),
    acceptOffer: async ({ request, reply, body }) =>
      sendCookies(reply, await invitations.acceptOffer(identity, visitOf(request), body)),
  });
}
