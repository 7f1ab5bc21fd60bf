import type { OutputOf } from '@evenkeel/contract/endpoint';
import type { meetings } from '@evenkeel/contract/meetings';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { addDays, type CalendarDate, isWeekdayDate } from '@evenkeel/core/calendar-date';
import { meetingMinutes } from '@evenkeel/core/meetings/meeting';
import type { ClockTime } from '@evenkeel/core/meetings/zoned-time';
import type { Scope } from '../../../platform/db/scope.ts';
import { requireSubject } from '../../subjects/service.ts';
import { findPlace, listSpeakers } from './repository.ts';

// A time of day as it is written.
const inTheMorning = '10:00' as ClockTime;

/** The meeting that a stuck talk calls for: with who spoke, on the next weekday, about the record. */
export async function meetingForThread(
  scope: Scope,
  subject: SubjectRef,
): Promise<OutputOf<typeof meetings.forThread>> {
  const { name } = await requireSubject(scope, subject);
  const place = await findPlace(scope, subject);
  const speakers = await listSpeakers(scope, subject);
  const { projectId = null, accountId = null } = place ?? {};
  return {
    name: `About: ${name}`.slice(0, 300),
    project: projectId && { id: projectId, name: place?.projectName ?? '' },
    account: accountId && { id: accountId, name: place?.accountName ?? '' },
    on: nextWeekday(scope.today),
    at: inTheMorning,
    minutes: meetingMinutes.usual,
    isClientVisible: projectId !== null && (place?.hasClientTalk ?? false),
    people: speakers.flatMap((one) =>
      one.kind === 'person' ? [{ id: one.id, name: one.name }] : [],
    ),
    contacts: speakers.flatMap((one) =>
      one.kind === 'contact' ? [{ id: one.id, name: one.name }] : [],
    ),
  };
}

function nextWeekday(today: CalendarDate): CalendarDate {
  const next = addDays(today, 1);
  return isWeekdayDate(next) ? next : nextWeekday(next);
}
