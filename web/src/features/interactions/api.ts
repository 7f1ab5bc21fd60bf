import type { Endpoint } from '@evenkeel/contract/endpoint';
import { interactions } from '@evenkeel/contract/interactions';
import { timeline } from '@evenkeel/contract/timeline';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { InteractionId, PersonId } from '@evenkeel/core/id';
import type { TimelineKind, TimelineSubject } from '@evenkeel/core/interactions/timeline';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'interaction',
  'interaction_contact',
  'interaction_person',
  'account',
  'contact',
  'deal',
  'project',
  'hand_off',
  'comment',
];

/** Everything that was logged, the newest first. */
export function useInteractions() {
  return useAllRows(interactions.list, { sort: '-on' }, 'interaction');
}

/** The newest facts of a record; without kinds, of every kind. */
export function useTimeline(
  about: { readonly subject: TimelineSubject; readonly subjectId: string },
  kinds: readonly TimelineKind[],
  limit: number,
) {
  const query = { ...about, limit, ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}) };
  return useApi(timeline.read, { query }, { subjects, keepPrevious: true });
}

/** What somebody still has to follow up. */
export function useOpenFollowUps(ownerId: PersonId | null) {
  return useApi(
    interactions.list,
    { query: { followUpOwnerId: ownerId ?? '', openFollowUps: 'true', limit: 200 } },
    { subjects, enabled: ownerId !== null },
  );
}

export function useActivity(from: CalendarDate, to: CalendarDate) {
  return useApi(interactions.activity, { query: { from, to } }, { subjects, keepPrevious: true });
}

/** Any of the calls that write interactions. */
export function useInteractionWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

export function fetchInteraction(id: InteractionId) {
  return callApi(interactions.get, { params: { id } });
}

export function restoreInteraction(id: InteractionId) {
  return callApi(interactions.restore, { params: { id } });
}
