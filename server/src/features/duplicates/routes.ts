import { duplicates } from '@evenkeel/contract/duplicates';
import { moment } from '../../platform/db/values.ts';
import { implement } from '../../platform/http/implement.ts';
import { presentComparison } from './presenter.ts';
import * as service from './service.ts';
import { unmerge } from './unmerge/service.ts';

export const duplicateRoutes = implement(duplicates, {
  list: async ({ scope }) => ({ rows: await service.listPairs(scope) }),
  compare: async ({ scope, params: { kind, firstId, secondId } }) =>
    presentComparison(await service.compare(scope, kind, firstId, secondId)),
  merge: async ({ scope, body }) => service.merge(scope, body),
  unmerge: async ({ scope, body }) => unmerge(scope, body.kind, body.mergedId),
  dismiss: async ({ scope, body: { kind, firstId, secondId } }) => {
    await service.dismiss(scope, kind, firstId, secondId);
    return {};
  },
  proposeAgain: async ({ scope, body: { firstId, secondId } }) => {
    await service.proposeAgain(scope, firstId, secondId);
    return {};
  },
  mergedInto: async ({ scope, params: { kind, id } }) => {
    const found = await service.findMergedInto(scope, kind, id);
    return {
      into: found ? { id: found.id, name: found.name } : null,
      at: found ? moment(found.created_at) : null,
    };
  },
});
