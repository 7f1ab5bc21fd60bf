import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { notifications } from '@evenkeel/contract/notifications';
import type { Id, MemberId, NotificationId, PersonId } from '@evenkeel/core/id';
import type { TopicChoice } from '@evenkeel/core/notifications/topic';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  createdAt: { by: sql.ref('notification.created_at'), type: 'timestamptz' },
};

/** More than any one thing concerns; a bound, so that no list is without one. */
const most = 2_000;

export type NotificationRecord = Awaited<ReturnType<typeof listNotifications>>['rows'][number];

/** What stands in the inbox of one member. */
export function listNotifications(
  scope: Scope,
  memberId: MemberId,
  request: QueryOf<typeof notifications.list>,
) {
  let query = scope.tx
    .selectFrom('notification')
    .leftJoin('member as actor', (join) =>
      join
        .onRef('actor.workspace_id', '=', 'notification.workspace_id')
        .onRef('actor.id', '=', 'notification.actor_id'),
    )
    .where('notification.workspace_id', '=', scope.workspaceId)
    .where('notification.member_id', '=', memberId)
    .where('notification.is_shown', '=', true)
    .select(['notification.id', 'notification.topic', 'notification.title', 'notification.body'])
    .select(['notification.path', 'notification.subject_kind', 'notification.subject_id'])
    .select(['notification.actor_id', 'actor.name as actor_name'])
    .select(['notification.created_at', 'notification.read_at']);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('notification.id', 'in', request.ids as NotificationId[]);
  if (request.topic) query = query.where('notification.topic', 'in', request.topic);
  if (request.unread) query = query.where('notification.read_at', 'is', null);
  if (request.search) {
    query = query.where(containing(['notification.title', 'notification.body'], request.search));
  }
  return readPage(query, request, sortKeys, sql<string>`notification.id`);
}

export async function countUnread(scope: Scope, memberId: MemberId): Promise<number> {
  const { count } = await scope.tx
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', memberId)
    .where('is_shown', '=', true)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks some of a member's notifications, or all, as read at a moment or as not read. */
export async function setRead(
  scope: Scope,
  memberId: MemberId,
  { ids, readAt }: { readonly ids: readonly NotificationId[] | null; readonly readAt: Date | null },
): Promise<void> {
  let query = scope.tx
    .updateTable('notification')
    .set({ read_at: readAt })
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', memberId)
    .where('read_at', readAt === null ? 'is not' : 'is', null);
  if (ids) query = query.where('id', 'in', ids.length === 0 ? [noId] : [...ids]);
  await query.execute();
}

/** No row has this id. */
const noId = '00000000-0000-0000-0000-000000000000' as NotificationId;

/** Active members of the firm among some members and people, with how they want to hear of things. */
export async function listAddressees(
  scope: Scope,
  to: { readonly memberIds: readonly MemberId[]; readonly personIds: readonly PersonId[] },
): Promise<{ id: MemberId; choices: TopicChoice[] }[]> {
  const rows = await scope.tx
    .selectFrom('member')
    .leftJoin('notification_setting as setting', (join) =>
      join
        .onRef('setting.workspace_id', '=', 'member.workspace_id')
        .onRef('setting.member_id', '=', 'member.id'),
    )
    .where('member.workspace_id', '=', scope.workspaceId)
    .where('member.state', '=', 'active')
    .where('member.role', '!=', 'client')
    .where(
      sql<boolean>`(member.id = any(${[...to.memberIds]}::uuid[]) or member.person_id = any(${[...to.personIds]}::uuid[]))`,
    )
    .select(['member.id', 'setting.choices'])
    .orderBy('member.id')
    .limit(most)
    .execute();
  return rows.map(({ id, choices }) => ({ id, choices: choices ?? [] }));
}

/** What a member has chosen, and when their day begins and ends. */
export async function findSettings(scope: Scope, memberId: MemberId) {
  return scope.tx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'member.workspace_id')
        .onRef('person.id', '=', 'member.person_id'),
    )
    .leftJoin('notification_setting as setting', (join) =>
      join
        .onRef('setting.workspace_id', '=', 'member.workspace_id')
        .onRef('setting.member_id', '=', 'member.id'),
    )
    .where('member.workspace_id', '=', scope.workspaceId)
    .where('member.id', '=', memberId)
    .select(['setting.choices', 'setting.digest_hour'])
    .select(sql<string>`coalesce(person.time_zone, workspace.time_zone)`.as('time_zone'))
    .executeTakeFirst();
}

export async function saveSettings(
  scope: Scope,
  memberId: MemberId,
  settings: { readonly choices: readonly TopicChoice[]; readonly digestHour: number },
): Promise<void> {
  const columns = {
    choices: JSON.stringify(settings.choices),
    digest_hour: settings.digestHour,
  };
  await scope.tx
    .insertInto('notification_setting')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'notification-setting'>>(),
      member_id: memberId,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id']).doUpdateSet(columns))
    .execute();
}
