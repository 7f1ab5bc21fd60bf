import { comments } from '@evenkeel/contract/comments';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { members } from '@evenkeel/contract/members';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** The latest comments on a record, the newest first. */
export function useComments({ kind, id }: SubjectRef, limit: number) {
  return useApi(
    comments.list,
    { query: { subjectKind: kind, subjectId: id, sort: '-createdAt', limit } },
    { subjects: ['comment', 'comment_reaction', 'file', 'member', 'person'], keepPrevious: true },
  );
}

/** Those who can be mentioned: of the firm anywhere, client users where the client reads it. */
export function useMentionable() {
  const found = useApi(members.list, {}, { subjects: ['member'] });
  return found.data?.rows.filter(({ state }) => state === 'active');
}

/** Whether one hears of what is said on a record. */
export function useFollowing({ kind, id }: SubjectRef) {
  return useApi(
    comments.following,
    { query: { subjectKind: kind, subjectId: id } },
    { subjects: ['comment', 'follow'] },
  );
}

/** Any of the calls that write comments. */
export function useCommentWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, {
    subjects: ['comment', 'comment_reaction', 'follow', 'file', 'change'],
  });
}
