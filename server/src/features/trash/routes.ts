import { trash } from '@evenkeel/contract/trash';
import { implement } from '../../platform/http/implement.ts';
import { presentTrashed } from './presenter.ts';
import { listTrash } from './service.ts';

export const trashRoutes = implement(trash, {
  list: async ({ scope, query }) => ({
    rows: (await listTrash(scope, query.limit)).map(presentTrashed),
  }),
});
