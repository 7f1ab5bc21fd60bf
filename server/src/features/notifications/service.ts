import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { notifications } from '@evenkeel/contract/notifications';
import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import type { MemberId, NotificationId, PersonId } from '@evenkeel/core/id';
import {
  type FirmTopic,
  firmTopics,
  type TopicChoice,
  topicChoices,
} from '@evenkeel/core/notifications/topic';
import { subjectKey, subjectPath } from '@evenkeel/core/subject';
import { AppError } from '../../platform/app-error.ts';
import { memberIdOf, type Scope } from '../../platform/db/scope.ts';
import { resolveSubjects } from '../subjects/service.ts';
import { deliver, insertNotifications } from './lines/service.ts';
import { choiceFor, excerpt, usualDigestHour } from './policy.ts';
import * as repository from './repository.ts';

export { type ClientNotice, writeToClients } from './clients/service.ts';
export { usualDigestHour } from './policy.ts';

/** What people of the firm are told, in English. */
export type Notice = {
  readonly topic: FirmTopic;
  /** What it is about, such as `comment:<id>` or `due:<task>:<day>`: nobody is told of one key twice. */
  readonly key: string;
  /** Who it concerns. Whoever acts, who has left, and client users are left out. */
  readonly to: {
    readonly members?: readonly MemberId[];
    readonly people?: readonly (PersonId | null)[];
    /** Who does not want to hear of it. */
    readonly except?: readonly MemberId[];
  };
  /** One line that says what happened, without a full stop. */
  readonly title: string;
  readonly body?: string;
  /** The record it is about; its page is opened unless `path` names another. */
  readonly subject?: SubjectRef;
  /** From the root of the app: `/leaves?leave=…`. */
  readonly path?: string;
  /** Who did it; whoever acts, unless something that happens by itself says otherwise. */
  readonly by?: MemberId | null;
  /** Whose discussion an answer by mail belongs to; only the team's unless it says otherwise. */
  readonly thread?: 'team' | 'client';
};

/** A notification with the record it is about. */
export type NamedNotification = {
  readonly notification: repository.NotificationRecord;
  readonly subject: SubjectLink | null;
};

/**
 * Tells people of the firm about something that touches their work: in the app and by mail, as each of
 * them chose, in the transaction of what happened. Never of one's own acts, and never twice of one
 * `key`. Returns how many were told.
 */
export async function notify(scope: Scope, notice: Notice): Promise<number> {
  const { topic, to, subject = null, by = memberIdOf(scope.actor) } = notice;
  const addressees = await repository.listAddressees(scope, {
    memberIds: to.members ?? [],
    personIds: (to.people ?? []).filter((id) => id !== null),
  });
  const told = await insertNotifications(
    scope,
    addressees
      .filter(({ id }) => id !== by && !to.except?.includes(id))
      .map(({ id, choices }) => {
        const { inApp, mail } = choiceFor(topic, choices);
        return {
          memberId: id,
          topic,
          key: notice.key,
          subject,
          thread: subject ? (notice.thread ?? 'team') : null,
          title: excerpt(notice.title, 500),
          body: excerpt(notice.body ?? ''),
          path: notice.path ?? (subject ? subjectPath(subject) : null) ?? '',
          language: 'en',
          actorId: by,
          isShown: inApp,
          mail,
        };
      }),
  );
  await deliver(scope, told);
  return told.length;
}

export async function listNotifications(scope: Scope, request: QueryOf<typeof notifications.list>) {
  const { rows, ...page } = await repository.listNotifications(
    scope,
    scope.actor.memberId,
    request,
  );
  const links = await resolveSubjects(scope, rows.flatMap(subjectOf));
  const named = rows.map((notification): NamedNotification => {
    const [ref] = subjectOf(notification);
    return { notification, subject: (ref && links.get(subjectKey(ref))) ?? null };
  });
  return { rows: named, ...page };
}

export function countUnread(scope: Scope): Promise<number> {
  return repository.countUnread(scope, scope.actor.memberId);
}

export async function setRead(
  scope: Scope,
  { ids, isRead }: BodyOf<typeof notifications.setRead>,
): Promise<void> {
  await repository.setRead(scope, scope.actor.memberId, {
    // The contract has checked that these are ids; which noun's, the query finds out.
    ids: (ids as readonly NotificationId[] | undefined) ?? null,
    readAt: isRead ? scope.now : null,
  });
}

/** Marks some of the actor's notifications, or all, as read: for client users, who have no inbox here. */
export async function markRead(scope: Scope, ids: readonly NotificationId[] | null): Promise<void> {
  await repository.setRead(scope, scope.actor.memberId, { ids, readAt: scope.now });
}

/** Keeps how the actor wants to hear of topics, all of them. */
export async function saveChoices(
  scope: Scope,
  settings: { readonly choices: readonly TopicChoice[]; readonly digestHour: number },
): Promise<void> {
  await repository.saveSettings(scope, scope.actor.memberId, settings);
}

/** How the actor hears of everything that people of the firm are told of. */
export async function readSettings(scope: Scope) {
  const found = await repository.findSettings(scope, scope.actor.memberId);
  if (!found) throw new AppError('not-found', 'There is no such member.');
  return {
    choices: topicChoices(firmTopics, found.choices ?? []),
    digestHour: found.digest_hour ?? usualDigestHour,
    timeZone: found.time_zone,
  };
}

export async function changeSettings(
  scope: Scope,
  change: BodyOf<typeof notifications.changeSettings>,
) {
  const standing = await readSettings(scope);
  const chosen = new Map(standing.choices.map((choice) => [choice.topic, choice]));
  for (const choice of change.choices ?? []) {
    if (chosen.has(choice.topic)) chosen.set(choice.topic, choice);
  }
  await repository.saveSettings(scope, scope.actor.memberId, {
    choices: [...chosen.values()],
    digestHour: change.digestHour ?? standing.digestHour,
  });
  return readSettings(scope);
}

function subjectOf({ subject_kind: kind, subject_id: id }: repository.NotificationRecord) {
  return kind === null || id === null ? [] : [{ kind, id }];
}
