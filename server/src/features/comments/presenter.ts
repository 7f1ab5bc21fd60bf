import type { CommentView } from '@evenkeel/contract/comments';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { NamedComment } from './service.ts';

export function presentComment({ comment, subject, mentions }: NamedComment): CommentView {
  return {
    id: comment.id,
    version: comment.version,
    subject,
    body: comment.body,
    isClientVisible: comment.is_client_visible,
    author: {
      memberId: comment.member_id,
      personId: comment.person_id,
      name: comment.author_name,
    },
    mentions: [...mentions],
    createdAt: moment(comment.created_at),
    editedAt: optionalMoment(comment.edited_at),
    deletedAt: optionalMoment(comment.deleted_at),
  };
}
