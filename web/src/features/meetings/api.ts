import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import { calendarFeeds, meetings } from '@evenkeel/contract/meetings';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MeetingId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const met = [
  'meeting',
  'meeting_attendee',
  'meeting_series',
  'agenda_item',
  'decision',
  'project',
  'account',
  'person',
  'contact',
  'contact_email',
  'member',
];
const open = ['task', 'action', 'agenda_item', 'client_access'];

export function useMeetings(query: NonNullable<CallInput<typeof meetings.list>['query']>) {
  return useApi(meetings.list, { query }, { subjects: met, keepPrevious: true });
}

export function useMeeting(id: MeetingId) {
  return useApi(meetings.get, { params: { id } }, { subjects: [...met, ...open] });
}

/** What is open and not on the agenda yet. */
export function useSuggestions(id: MeetingId, isEnabled: boolean) {
  return useApi(
    meetings.suggestions,
    { params: { id } },
    { subjects: [...met, ...open], enabled: isEnabled },
  );
}

/** The meeting that a stuck talk calls for; asked for once somebody wants one. */
export function useMeetingForThread(subject: SubjectRef, isEnabled: boolean) {
  return useApi(
    meetings.forThread,
    { query: { subjectKind: subject.kind, subjectId: subject.id } },
    { subjects: ['comment', 'person', 'contact', 'client_access'], enabled: isEnabled },
  );
}

/** Any of the calls that write a meeting. */
export function useMeetingWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: met });
}

export function useCalendarFeed() {
  return useApi(calendarFeeds.mine, {}, { subjects: ['calendar_feed'] });
}

export function useFeedWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['calendar_feed'] });
}
