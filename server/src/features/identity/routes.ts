import { identity as endpoints } from '@evenkeel/contract/identity';
import { type Handlers, implement, type Route } from '../../platform/http/implement.ts';
import * as emailChange from './email-change/service.ts';
import type { Identity } from './identity.ts';
import { presentLogin, presentSession } from './presenter.ts';
import * as service from './service.ts';
import * as signInLink from './sign-in-link/service.ts';
import { sendCookies, visitOf } from './visit.ts';

export function identityRoutes(identity: Identity): readonly Route[] {
  return implement(endpoints, {
    session: async (call) => {
      const visit = visitOf(call.request);
      const described = await service.describeSession(identity, visit);
      if (described.user) sendCookies(call.reply, await identity.library.prolong(visit));
      return presentSession(described, identity.isSignUpOpen);
    },
    signIn: async (call) => {
      const answer = await service.signIn(identity, visitOf(call.request), call.body);
      sendCookies(call.reply, answer.cookies);
      return { needsSecondFactor: answer.needsSecondFactor };
    },
    signInWithCode: async (call) => {
      const cookies = await service.signInWithCode(identity, visitOf(call.request), call.body);
      return sendCookies(call.reply, cookies);
    },
    signOut: async (call) =>
      sendCookies(call.reply, await identity.library.signOut(visitOf(call.request))),
    openWorkspace: async (call) => {
      await service.openWorkspace(identity, visitOf(call.request), call.body.workspaceId);
      return {};
    },
    requestReset: async (call) => {
      await service.requestReset(identity, visitOf(call.request), call.body.email);
      return {};
    },
    resetPassword: async (call) => {
      await service.resetPassword(identity, visitOf(call.request), call.body);
      return {};
    },
    changeName: async ({ scope, body }) => {
      await service.changeName(identity, scope, body.name);
      return {};
    },
    changePassword: async ({ request, reply, scope, body }) =>
      sendCookies(
        reply,
        await service.changePassword(identity, visitOf(request), scope.actor, body),
      ),
    ...emailChangeHandlers(identity),
    ...signInLinkHandlers(identity),
    logins: async ({ scope }) => {
      const rows = await service.listLogins(identity, scope.actor);
      return { rows: rows.map((row) => presentLogin(row, scope.actor.sessionId)) };
    },
    endLogin: async ({ scope, params }) => {
      await service.endLogin(identity, scope.actor, params.id);
      return {};
    },
    endAllLogins: async ({ request, reply, scope }) =>
      sendCookies(reply, await service.endAllLogins(identity, visitOf(request), scope.actor)),
    startTwoFactor: ({ request, scope, body }) =>
      service.startTwoFactor(identity, visitOf(request), scope.actor, body.password),
    confirmTwoFactor: async ({ request, reply, scope, body }) =>
      sendCookies(
        reply,
        await service.confirmTwoFactor(identity, visitOf(request), scope.actor, body.code),
      ),
    stopTwoFactor: async ({ request, reply, scope, body }) =>
      sendCookies(
        reply,
        await service.stopTwoFactor(identity, visitOf(request), scope.actor, body.password),
      ),
    renewBackupCodes: async ({ request, scope, body }) => ({
      backupCodes: [
        ...(await service.renewBackupCodes(identity, visitOf(request), scope.actor, body.password)),
      ],
    }),
  });
}

function emailChangeHandlers(
  identity: Identity,
): Pick<Handlers<typeof endpoints>, 'requestEmailChange' | 'confirmEmailChange'> {
  return {
    requestEmailChange: async ({ scope, body }) => {
      await emailChange.requestEmailChange(identity, scope.actor, body);
      return {};
    },
    confirmEmailChange: (call) =>
      emailChange.confirmEmailChange(identity, visitOf(call.request), call.body.link),
  };
}

function signInLinkHandlers(
  identity: Identity,
): Pick<Handlers<typeof endpoints>, 'requestSignInLink' | 'signInWithLink'> {
  return {
    requestSignInLink: async (call) => {
      await signInLink.requestSignInLink(identity, visitOf(call.request), call.body.email);
      return {};
    },
    signInWithLink: async (call) => {
      const visit = visitOf(call.request);
      const cookies = await signInLink.signInWithLink(identity, visit, call.body.token);
      return sendCookies(call.reply, cookies);
    },
  };
}
