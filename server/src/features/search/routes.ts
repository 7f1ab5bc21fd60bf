import { search } from '@evenkeel/contract/search';
import { implement } from '../../platform/http/implement.ts';
import { findAnything } from './service.ts';

export const searchRoutes = implement(search, {
  find: async ({ scope, query }) => ({ rows: await findAnything(scope, query.query) }),
});
