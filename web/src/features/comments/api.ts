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
    { subjects: ['comment', 'member', 'person'], keepPrevious: true },
  );
}

/** Those who can be mentioned. */
export function useMentionable() {
  const found = useApi(members.list, {}, { subjects: ['member'] });
  return found.data?.rows.filter(({ role, state }) => role !== 'client' && state === 'active');
}

/** Any of the calls that write comments. */
export function useCommentWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['comment', 'change'] });
}
