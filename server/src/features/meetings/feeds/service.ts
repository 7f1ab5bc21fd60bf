import { createHash, randomBytes } from 'node:crypto';
import { addDays } from '@evenkeel/core/calendar-date';
import { calendarFeed, type FeedItem } from '@evenkeel/core/meetings/calendar-feed';
import { AppError } from '../../../platform/app-error.ts';
import type { Database } from '../../../platform/db/database.ts';
import { type Scope, withScope } from '../../../platform/db/scope.ts';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import { asVisitor } from '../../../platform/db/visitor.ts';
import { listMeetings } from '../service.ts';
import * as repository from './repository.ts';

/** How far a calendar looks back and ahead, in days. */
const reach = { back: 90, ahead: 365 } as const;

export async function findMine(scope: Scope) {
  return { since: optionalMoment(await repository.findFeed(scope)) };
}

/** Makes a secret address; of the secret only its hash is kept, so that nobody can read it again. */
export async function makeFeed(scope: Scope, publicUrl: string): Promise<{ readonly url: string }> {
  const secret = randomBytes(32).toString('base64url');
  await repository.saveFeed(scope, hashOf(secret));
  return { url: `${publicUrl}/api/v1/calendars/${secret}` };
}

export function revokeFeed(scope: Scope): Promise<void> {
  return repository.deleteFeed(scope);
}

/** The calendar behind a secret address. An address that opens nothing tells nothing. */
export async function readFeed(
  database: Database,
  secret: string,
  publicUrl: string,
): Promise<string> {
  const owner = await asVisitor(database, (tx) => repository.findOwner(tx, hashOf(secret)));
  if (!owner) throw new AppError('not-found', 'There is no such calendar.');
  return withScope(database, owner, (scope) => writeFeed(scope, publicUrl), { readOnly: true });
}

async function writeFeed(scope: Scope, publicUrl: string): Promise<string> {
  const range = {
    from: addDays(scope.today, -reach.back),
    to: addDays(scope.today, reach.ahead),
  };
  const items = [
    ...(await meetingItems(scope, range)),
    ...(await dueItems(scope, range)),
    ...(await leaveItems(scope, range)),
  ].map(({ path, ...item }) => ({ ...item, address: `${publicUrl}${path}` }));
  return calendarFeed(`${scope.actor.name}, Evenkeel`, items, moment(scope.now));
}

type Range = Parameters<typeof repository.listDue>[1];
/** An item whose address is still the path within the app. */
type Item = FeedItem extends infer One
  ? One extends FeedItem
    ? Omit<One, 'address'> & { readonly path: string }
    : never
  : never;

async function meetingItems(scope: Scope, { from, to }: Range): Promise<Item[]> {
  const found = await listMeetings(scope, { from, to, isMine: 'true' });
  return found.map(({ meeting }) => ({
    uid: `meeting-${meeting.id}@evenkeel`,
    title: meeting.name,
    description: meeting.purpose,
    place: meeting.place || meeting.link,
    path: `/meetings/${meeting.id}`,
    isCancelled: meeting.state === 'cancelled',
    startsAt: moment(meeting.starts_at),
    minutes: meeting.minutes,
  }));
}

async function dueItems(scope: Scope, range: Range): Promise<Item[]> {
  const found = await repository.listDue(scope, range);
  return found.map((task) => ({
    uid: `task-${task.id}@evenkeel`,
    title: `${task.is_milestone ? 'Milestone' : 'Due'}: ${task.name}`,
    description: task.project_name,
    place: '',
    path: `/tasks/${task.id}`,
    isCancelled: false,
    fromOn: task.due_on,
    toOn: task.due_on,
  }));
}

async function leaveItems(scope: Scope, range: Range): Promise<Item[]> {
  const found = await repository.listOwnLeave(scope, range);
  return found.map((leave) => ({
    uid: `leave-${leave.id}@evenkeel`,
    title: 'Leave',
    description: '',
    place: '',
    path: '/people/leave',
    isCancelled: false,
    fromOn: leave.start_on,
    toOn: leave.end_on,
  }));
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
