import { tags } from '@evenkeel/contract/tags';
import { implement } from '../../platform/http/implement.ts';
import * as service from './service.ts';

export const tagRoutes = implement(tags, {
  list: async ({ scope }) => ({ rows: await service.listTags(scope) }),
  create: ({ scope, body }) => service.createTag(scope, body),
  update: ({ scope, params, body, version }) =>
    service.updateTag(scope, { id: params.id, version }, body),
  merge: ({ scope, params, body }) => service.mergeTag(scope, params.id, body.intoId),
  remove: async ({ scope, params }) => {
    await service.removeTag(scope, params.id);
    return {};
  },
  ofKind: async ({ scope, query }) => ({ rows: await service.listTaggings(scope, query) }),
  apply: ({ scope, body }) => service.applyTags(scope, body),
});
