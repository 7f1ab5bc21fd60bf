import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { meetings } from '@evenkeel/contract/meetings';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { MeetingId } from '@evenkeel/core/id';
import {
  type ClockTime,
  clockIn,
  weeklyDays,
  zonedMoment,
} from '@evenkeel/core/meetings/zoned-time';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { moment } from '../../platform/db/values.ts';
import { getProject } from '../projects/service.ts';
import { requireSubject } from '../subjects/service.ts';
import { addPoints, pointsFor, type Suggestion, suggest } from './agenda/service.ts';
import {
  type AttendeeRecord,
  listAttendees,
  type NewAttendee,
  replaceAttendees,
} from './attendees/repository.ts';
import { sendAll, sendInvitations } from './invitations/service.ts';
import * as repository from './repository.ts';
import { followingChanges, type MeetingChange } from './series/service.ts';

export { listItems } from './agenda/repository.ts';

export type ListedMeeting = {
  readonly meeting: repository.MeetingRecord;
  readonly attendees: readonly AttendeeRecord[];
};

/** Meetings from a day on, until the end of another, as days of the workspace. */
export async function listMeetings(
  scope: Scope,
  query: QueryOf<typeof meetings.list>,
): Promise<ListedMeeting[]> {
  const startOf = (day: CalendarDate) => new Date(zonedMoment(day, midnight, scope.actor.timeZone));
  const rows = await repository.listMeetings(scope, {
    from: startOf(query.from ?? scope.today),
    to: query.to ? startOf(addDays(query.to, 1)) : null,
    projectId: query.projectId,
    accountId: query.accountId,
    mine: query.isMine === 'true' ? { personId: scope.actor.personId } : undefined,
  });
  return withAttendees(scope, rows);
}

/** One meeting, also from the trash. */
export async function getMeeting(scope: Scope, id: MeetingId): Promise<ListedMeeting> {
  const meeting = await repository.findMeeting(scope, id);
  const [whole] = meeting ? await withAttendees(scope, [meeting]) : [];
  if (!whole) throw new AppError('not-found', 'There is no such meeting.');
  return whole;
}

/** Plans a meeting, or all of a weekly series; the first of it gets the agenda. Answers the first. */
export async function createMeeting(
  scope: Scope,
  draft: BodyOf<typeof meetings.create>,
): Promise<ListedMeeting> {
  const { projectId = null, subject = null, isClientVisible = false } = draft;
  if (projectId !== null) await getProject(scope, projectId);
  requireShowable(projectId, isClientVisible);
  const stuck = subject && (await requireSubject(scope, subject));
  const ids = await insertOccurrences(scope, draft);
  const [first] = ids;
  if (!first) throw new Error('a meeting has a day at least');
  if (draft.attendees) await replaceAttendees(scope, ids, draft.attendees);
  const named = stuck
    ? await pointsFor(scope, projectId, [
        { kind: 'thread', subject: stuck, name: stuck.name, since: null },
      ])
    : [];
  const options = { minutes: draft.minutes - minutesOf(named), taken: named.map(keyOf) };
  const open = draft.withAgenda ? await suggest(scope, projectId, options) : [];
  await addPoints(scope, first, [...named, ...open]);
  return getMeeting(scope, first);
}

/** One row for each day of a series, at the same hour of its zone. */
async function insertOccurrences(
  scope: Scope,
  draft: BodyOf<typeof meetings.create>,
): Promise<MeetingId[]> {
  const { repeats = null, timeZone = scope.actor.timeZone, isClientVisible } = draft;
  const seriesId = repeats && (await repository.insertSeries(scope, repeats));
  const { name, purpose, place, link, minutes, projectId = null, accountId = null } = draft;
  const ids: MeetingId[] = [];
  for (const day of weeklyDays(draft.on, repeats ?? { everyWeeks: 1, count: 1 })) {
    const id = await repository.insertMeeting(scope, {
      name,
      minutes,
      ...definedOf({ purpose, place, link, is_client_visible: isClientVisible }),
      starts_at: zonedMoment(day, draft.at, timeZone),
      time_zone: timeZone,
      project_id: projectId,
      account_id: accountId,
      subject: draft.subject ?? null,
      series_id: seriesId,
    });
    ids.push(id);
  }
  return ids;
}

type MeetingKey = { readonly id: MeetingId; readonly version: number };

/**
 * Changes a meeting, of a series also those after it where that is wished; who was invited hears of a new
 * time, place, name or company, of all of them in one mail.
 */
export async function updateMeeting(
  scope: Scope,
  key: MeetingKey,
  { withFollowing, ...change }: BodyOf<typeof meetings.update>,
): Promise<ListedMeeting> {
  const { meeting } = await getMeeting(scope, key.id);
  const following = withFollowing ? await followingChanges(scope, meeting, change) : [];
  const changed = [
    await changeOne(scope, key, change),
    ...(await inOrder(following, ({ meeting: { id, version }, change: own }) =>
      changeOne(scope, { id, version }, own),
    )),
  ];
  await sendAll(
    scope,
    changed.flatMap(({ gone }) => gone),
    'CANCEL',
  );
  await sendAll(
    scope,
    changed.flatMap(({ news }) => news),
    'REQUEST',
  );
  return getMeeting(scope, key.id);
}

/** What the attendees of a meeting must hear after a change: who is out of it, and what is new. */
type Changed = { readonly gone: readonly ListedMeeting[]; readonly news: readonly ListedMeeting[] };

async function changeOne(scope: Scope, key: MeetingKey, change: MeetingChange): Promise<Changed> {
  const { meeting } = await getMeeting(scope, key.id);
  requireShowable(meeting.project_id, change.isClientVisible ?? meeting.is_client_visible);
  const { on, at, timeZone, attendees, isClientVisible, ...fields } = change;
  const zone = timeZone ?? meeting.time_zone;
  const clock = clockIn(moment(meeting.starts_at), meeting.time_zone);
  const isMoved = on !== undefined || at !== undefined || timeZone !== undefined;
  await repository.updateMeeting(scope, key, {
    ...definedOf(fields),
    ...(isClientVisible === undefined ? {} : { is_client_visible: isClientVisible }),
    ...(isMoved ? { starts_at: zonedMoment(on ?? clock.day, at ?? clock.time, zone) } : {}),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
  });
  const gone = attendees ? await changeAttendees(scope, key.id, attendees) : [];
  const after = await getMeeting(scope, key.id);
  const isTold = told(meeting) !== told(after.meeting) || attendees !== undefined;
  const isHeard = meeting.sequence !== null && meeting.state === 'planned';
  return {
    gone: isHeard && gone.length > 0 ? [{ meeting, attendees: gone }] : [],
    news: isHeard && isTold ? [after] : [],
  };
}

async function inOrder<From, To>(
  all: readonly From[],
  work: (one: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** Mails the invitation: of one meeting, or of its whole series where none of it was told yet. */
export async function inviteAll(scope: Scope, id: MeetingId): Promise<ListedMeeting> {
  const whole = await requirePlanned(scope, id);
  if (whole.attendees.every(({ email }) => email === null)) {
    throw new AppError('wrong-state', 'Nobody at this meeting has an address to write to.');
  }
  await sendInvitations(scope, whole, 'REQUEST');
  return getMeeting(scope, id);
}

export async function holdMeeting(
  scope: Scope,
  key: { readonly id: MeetingId; readonly version: number },
): Promise<ListedMeeting> {
  await requirePlanned(scope, key.id);
  await repository.updateMeeting(scope, key, { state: 'held' });
  return getMeeting(scope, key.id);
}

/** Cancels a meeting; who was invited hears of it. */
export async function cancelMeeting(
  scope: Scope,
  key: { readonly id: MeetingId; readonly version: number },
): Promise<ListedMeeting> {
  const { meeting } = await requirePlanned(scope, key.id);
  await repository.updateMeeting(scope, key, { state: 'cancelled' });
  const whole = await getMeeting(scope, key.id);
  if (meeting.sequence === null) return whole;
  await sendInvitations(scope, whole, 'CANCEL');
  return getMeeting(scope, key.id);
}

const keyOf = ({ subject }: Suggestion) => subjectKey(subject);

function minutesOf(points: readonly Suggestion[]): number {
  return points.reduce((sum, { minutes }) => sum + minutes, 0);
}

// Checked by its pattern where times are given.
const midnight = '00:00' as ClockTime;

async function requirePlanned(scope: Scope, id: MeetingId): Promise<ListedMeeting> {
  const whole = await getMeeting(scope, id);
  if (whole.meeting.state === 'planned') return whole;
  throw new AppError('wrong-state', `This meeting was ${whole.meeting.state}.`);
}

function requireShowable(projectId: string | null, isClientVisible: boolean): void {
  if (!isClientVisible || projectId !== null) return;
  throw invalid(['isClientVisible'], 'not-here', 'only meetings of a client project can be shown');
}

/** Who is no longer invited. */
async function changeAttendees(
  scope: Scope,
  id: MeetingId,
  attendees: readonly NewAttendee[],
): Promise<AttendeeRecord[]> {
  const before = await getMeeting(scope, id);
  await replaceAttendees(scope, [id], attendees);
  const after = await getMeeting(scope, id);
  const staying = new Set(after.attendees.map(({ email }) => email));
  return before.attendees.filter(({ email }) => !staying.has(email));
}

/** What an invitation tells of a meeting, as one text. */
function told(meeting: repository.MeetingRecord): string {
  const { name, purpose, minutes, time_zone, place, link } = meeting;
  return JSON.stringify([name, purpose, meeting.starts_at, minutes, time_zone, place, link]);
}

function definedOf<Fields extends object>(
  fields: Fields,
): { [K in keyof Fields]: NonNullable<Fields[K]> } {
  // What is undefined is left out, which is what the type then says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof Fields]: NonNullable<Fields[K]>;
  };
}

async function withAttendees(
  scope: Scope,
  rows: readonly repository.MeetingRecord[],
): Promise<ListedMeeting[]> {
  const found = await listAttendees(
    scope,
    rows.map(({ id }) => id),
  );
  const byMeeting = groupedBy(found, ({ meeting_id }) => meeting_id);
  return rows.map((meeting) => ({ meeting, attendees: byMeeting.get(meeting.id) ?? [] }));
}
