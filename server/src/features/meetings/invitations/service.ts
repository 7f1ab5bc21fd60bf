import {
  type CalendarMeeting,
  type InvitationMethod,
  invitationFile,
  type Repeats,
} from '@evenkeel/core/meetings/invitation';
import type { Scope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { postLetter } from '../../../platform/mail/mailer.ts';
import type { AttendeeRecord } from '../attendees/repository.ts';
import { listSeries, type MeetingRecord, setSequence } from '../repository.ts';

export type Inviting = {
  readonly meeting: MeetingRecord;
  readonly attendees: readonly AttendeeRecord[];
};

/**
 * Mails a meeting's calendar file to everybody at it, each with a later sequence than before. A series
 * of which nothing was told goes out as a whole; once it was, each of it by itself (RFC 5546).
 */
export async function sendInvitations(
  scope: Scope,
  { meeting, attendees }: Inviting,
  method: InvitationMethod,
): Promise<void> {
  const sequence = meeting.sequence === null ? 0 : meeting.sequence + 1;
  const series = meeting.series_id === null ? [] : await listSeries(scope, meeting.series_id);
  const isWhole = series.length > 1 && series.every((one) => one.sequence === null);
  const [first] = series;
  const shown = isWhole && first ? first : meeting;
  const file = invitationFile(
    calendarMeeting({ meeting: shown, attendees }, { sequence, isWhole }),
    method,
    moment(scope.now),
  );
  for (const { name, email } of attendees) {
    if (email === null) continue;
    await postLetter(scope.tx, {
      to: email,
      subject: `${method === 'CANCEL' ? 'Cancelled' : 'Meeting'}: ${meeting.name}`,
      paragraphs: [`Hello ${name},`, ...wordsOf(meeting, method)],
      calendar: { method, content: file },
    });
  }
  await setSequence(scope, isWhole ? series.map(({ id }) => id) : [meeting.id], sequence);
}

/** A meeting as a file to keep, without inviting anybody anew. */
export function meetingFile(scope: Scope, inviting: Inviting): string {
  const { sequence } = inviting.meeting;
  return invitationFile(
    calendarMeeting(inviting, { sequence: sequence ?? 0, isWhole: false }),
    inviting.meeting.state === 'cancelled' ? 'CANCEL' : 'REQUEST',
    moment(scope.now),
  );
}

function calendarMeeting(
  { meeting, attendees }: Inviting,
  as: { readonly sequence: number; readonly isWhole: boolean },
): CalendarMeeting {
  return {
    uid: `${meeting.series_id ?? meeting.id}@evenkeel`,
    sequence: as.sequence,
    title: meeting.name,
    description: meeting.purpose,
    startsAt: moment(meeting.starts_at),
    minutes: meeting.minutes,
    timeZone: meeting.time_zone,
    place: meeting.place,
    link: meeting.link,
    organiser: { name: meeting.organiser_name, email: meeting.organiser_email },
    attendees: attendees.flatMap(({ name, email, part }) =>
      email === null ? [] : [{ name, email, part }],
    ),
    repeats: repeatsOf(meeting, as.isWhole),
  };
}

function repeatsOf(meeting: MeetingRecord, isWhole: boolean): Repeats | null {
  const { every_weeks: everyWeeks, count, planned_at: plannedAt } = meeting;
  if (isWhole && everyWeeks !== null && count !== null)
    return { kind: 'series', everyWeeks, count };
  return plannedAt === null ? null : { kind: 'one', plannedAt: moment(plannedAt) };
}

function wordsOf(meeting: MeetingRecord, method: InvitationMethod): string[] {
  const { starts_at, time_zone, minutes, place, link } = meeting;
  const when = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: time_zone,
  }).format(starts_at);
  const where = [place, link].filter((text) => text !== '').join(', ');
  return [
    method === 'CANCEL'
      ? `“${meeting.name}” on ${when} (${time_zone}) is cancelled.`
      : `“${meeting.name}”: ${when} (${time_zone}), ${minutes} minutes.`,
    ...(where === '' ? [] : [where]),
    ...(meeting.purpose === '' || method === 'CANCEL' ? [] : [meeting.purpose]),
  ];
}
