import { apiTokens } from '@evenkeel/contract/members';
import { implement } from '../../../platform/http/implement.ts';
import { presentToken } from './presenter.ts';
import * as service from './service.ts';

export const apiTokenRoutes = implement(apiTokens, {
  list: async ({ scope }) => ({ rows: (await service.listTokens(scope)).map(presentToken) }),
  create: async ({ scope, body }) => {
    const { token, secret } = await service.createToken(scope, body);
    return { token: presentToken(token), secret };
  },
  revoke: async ({ scope, params }) => {
    await service.revokeToken(scope, params.id);
    return {};
  },
});
