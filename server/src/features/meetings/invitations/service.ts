import {
  type CalendarMeeting,
  type InvitationMethod,
  invitationFile,
  type Repeats,
} from '@evenkeel/core/meetings/invitation';
import { letterVoice } from '@evenkeel/core/portal/letter-voice';
import { portalLanguage } from '@evenkeel/core/words/language';
import type { Scope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { postLetter } from '../../../platform/mail/mailer.ts';
import { getBranding } from '../../branding/service.ts';
import type { AttendeeRecord } from '../attendees/repository.ts';
import { listSeries, type MeetingRecord, setSequence } from '../repository.ts';
import { paragraphsOf, subjectOf } from './policy.ts';

export type Inviting = {
  readonly meeting: MeetingRecord;
  readonly attendees: readonly AttendeeRecord[];
};

/**
 * Mails a meeting's calendar file to everybody at it, each with a later sequence than before and in
 * their own language. A series of which nothing was told goes out as a whole; once it was, each of it
 * by itself (RFC 5546).
 */
export async function sendInvitations(
  scope: Scope,
  inviting: Inviting,
  method: InvitationMethod,
): Promise<void> {
  const { meeting, attendees } = inviting;
  const series = meeting.series_id === null ? [] : await listSeries(scope, meeting.series_id);
  const isWhole = series.length > 1 && series.every((one) => one.sequence === null);
  const [first] = series;
  if (!isWhole || !first) return sendAll(scope, [inviting], method);
  const file = invitationFile(
    [calendarMeeting({ meeting: first, attendees }, { sequence: 0, isWhole })],
    method,
    moment(scope.now),
  );
  for (const attendee of attendees) await post(scope, attendee, { all: [first], method, file });
  await setSequence(
    scope,
    series.map(({ id }) => id),
    0,
  );
}

/** The same for several of one series: everybody gets one mail with those that they are at. */
export async function sendAll(
  scope: Scope,
  all: readonly Inviting[],
  method: InvitationMethod,
): Promise<void> {
  const byAddress = new Map<string, { attendee: AttendeeRecord; at: Inviting[] }>();
  for (const inviting of all) {
    for (const attendee of inviting.attendees) {
      if (attendee.email === null) continue;
      const known = byAddress.get(attendee.email) ?? { attendee, at: [] };
      known.at.push(inviting);
      byAddress.set(attendee.email, known);
    }
  }
  for (const { attendee, at } of byAddress.values()) {
    const file = invitationFile(
      at.map((one) => calendarMeeting(one, { sequence: nextSequence(one), isWhole: false })),
      method,
      moment(scope.now),
    );
    await post(scope, attendee, { all: at.map(({ meeting }) => meeting), method, file });
  }
  for (const inviting of all) {
    await setSequence(scope, [inviting.meeting.id], nextSequence(inviting));
  }
}

/** A meeting as a file to keep, without inviting anybody anew. */
export function meetingFile(scope: Scope, inviting: Inviting): string {
  const { sequence } = inviting.meeting;
  return invitationFile(
    [calendarMeeting(inviting, { sequence: sequence ?? 0, isWhole: false })],
    inviting.meeting.state === 'cancelled' ? 'CANCEL' : 'REQUEST',
    moment(scope.now),
  );
}

type Sent = {
  readonly all: readonly MeetingRecord[];
  readonly method: InvitationMethod;
  readonly file: string;
};

/** Contacts read the firm's name in their own language; people of the firm English. */
async function post(
  scope: Scope,
  { name, email, language: tag, contact_id: contactId }: AttendeeRecord,
  { all, method, file }: Sent,
): Promise<void> {
  const [first] = all;
  if (email === null || !first) return;
  const language = portalLanguage(tag);
  const branding = contactId === null ? null : await getBranding(scope);
  await postLetter(scope.tx, {
    to: email,
    subject: subjectOf(first, method, language),
    paragraphs: paragraphsOf(all, { method, language, name }),
    calendar: { method, content: file },
    ...(branding ? letterVoice(language, branding) : {}),
  });
}

function nextSequence({ meeting: { sequence } }: Inviting): number {
  return sequence === null ? 0 : sequence + 1;
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
