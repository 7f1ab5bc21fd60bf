import { comments } from '@evenkeel/contract/comments';
import { subjectOf } from '@evenkeel/contract/subjects';
import { implement } from '../../platform/http/implement.ts';
import { presentComment } from './presenter.ts';
import * as service from './service.ts';

export const commentRoutes = implement(comments, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listComments(scope, query);
    return { rows: rows.map(presentComment), ...page };
  },
  create: async ({ scope, body }) => presentComment(await service.createComment(scope, body)),
  react: async ({ scope, params, body }) =>
    presentComment(await service.reactTo(scope, params.id, body)),
  following: async ({ scope, query }) => ({
    isFollowing: await service.isFollowing(scope, subjectOf(query)),
  }),
  follow: async ({ scope, body }) => {
    await service.setFollowing(scope, body.subject, body.isFollowing);
    return { isFollowing: body.isFollowing };
  },
  update: async ({ scope, params, body, version }) =>
    presentComment(await service.updateComment(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeComment(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentComment(await service.restoreComment(scope, params.id)),
});
