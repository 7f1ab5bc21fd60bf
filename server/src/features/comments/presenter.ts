import type { CommentView } from '@evenkeel/contract/comments';
import { reactions } from '@evenkeel/core/comments/reaction';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { NamedComment } from './service.ts';

export function presentComment({
  comment,
  subject,
  mentions,
  ...hanging
}: NamedComment): CommentView {
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
    parentId: comment.parent_id,
    isFromClient: comment.is_from_client,
    reactions: reactionsOf(hanging.reactions),
    files: hanging.files.map(({ id, name, byte_size: byteSize }) => ({ id, name, byteSize })),
    createdAt: moment(comment.created_at),
    editedAt: optionalMoment(comment.edited_at),
    deletedAt: optionalMoment(comment.deleted_at),
  };
}

/** Each reaction that somebody gave, with who did, in the order of the reactions. */
function reactionsOf(given: NamedComment['reactions']): CommentView['reactions'] {
  return reactions.flatMap((reaction) => {
    const members = given.filter((one) => one.reaction === reaction);
    return members.length === 0
      ? []
      : [{ reaction, members: members.map(({ id, name }) => ({ id, name })) }];
  });
}
