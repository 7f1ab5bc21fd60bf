import { wins } from '@evenkeel/contract/wins';
import { implement } from '../../platform/http/implement.ts';
import { listWins } from './service.ts';

export const winRoutes = implement(wins, {
  list: async ({ scope, query }) => ({ rows: await listWins(scope, query) }),
});
