import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, MemberId, NotificationId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type Mailable = Awaited<ReturnType<typeof takeNow>>[number];

/** The most that one digest holds, and one job takes. */
const most = 500;

/** Those of `ids` that are still to be mailed at once; held, so that no other server mails them too. */
export function takeNow(scope: Scope, ids: readonly NotificationId[]) {
  return unsent(scope)
    .where('notification.id', 'in', [...ids])
    .execute();
}

/** What waits for the digest of one member and is not read yet. */
export function takeDigest(scope: Scope, memberId: MemberId) {
  return unsent(scope)
    .where('notification.member_id', '=', memberId)
    .where('notification.mail', '=', 'daily')
    .where('notification.read_at', 'is', null)
    .execute();
}

function unsent(scope: Scope) {
  return scope.tx
    .selectFrom('notification')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'notification.workspace_id')
        .onRef('member.id', '=', 'notification.member_id'),
    )
    .innerJoin('workspace', 'workspace.id', 'notification.workspace_id')
    .leftJoin('member as actor', (join) =>
      join
        .onRef('actor.workspace_id', '=', 'notification.workspace_id')
        .onRef('actor.id', '=', 'notification.actor_id'),
    )
    .where('notification.workspace_id', '=', scope.workspaceId)
    .where('notification.mailed_at', 'is', null)
    .where('notification.mail', '!=', 'off')
    .where('member.state', '=', 'active')
    .select(['notification.id', 'notification.member_id', 'notification.topic'])
    .select(['notification.title', 'notification.body', 'notification.path'])
    .select('notification.mail_path')
    .select(['notification.language', 'notification.thread'])
    .select(['notification.subject_kind', 'notification.subject_id'])
    .select(['member.email', 'member.name', 'member.role', 'actor.name as actor_name'])
    .select('workspace.name as workspace_name')
    .orderBy('notification.created_at')
    .orderBy('notification.id')
    .limit(most)
    .forUpdate('notification')
    .skipLocked();
}

export async function setMailed(scope: Scope, ids: readonly NotificationId[]): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx
    .updateTable('notification')
    // Where the mail led may be a secret: it has left, and is not kept.
    .set({ mailed_at: scope.now, mail_path: null })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Members with something for a digest whose hour has come today, where they are. */
export async function listDue(
  scope: Scope,
  usualHour: number,
): Promise<{ memberId: MemberId; today: CalendarDate }[]> {
  const { rows } = await sql<{ memberId: MemberId; today: CalendarDate }>`
    select m.id as "memberId", to_char(l.here, 'YYYY-MM-DD') as today
    from member m
    join workspace w on w.id = m.workspace_id
    left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
    left join notification_setting s on s.workspace_id = m.workspace_id and s.member_id = m.id
    cross join lateral (
      select ${scope.now.toISOString()}::timestamptz at time zone coalesce(p.time_zone, w.time_zone) as here) l
    where m.workspace_id = ${scope.workspaceId} and m.state = 'active'
      and extract(hour from l.here) >= coalesce(s.digest_hour, ${usualHour})
      and (s.digest_on is null or s.digest_on < l.here::date)
      and exists (select from notification n where n.workspace_id = m.workspace_id and n.member_id = m.id
        and n.mailed_at is null and n.mail = 'daily' and n.read_at is null)
    order by m.id limit 10000`.execute(scope.tx);
  return rows;
}

/**
 * Notes that a member has had the digest of a day. False when another server was first, or when the
 * member has one of that day.
 */
export async function claimDigest(
  scope: Scope,
  memberId: MemberId,
  today: CalendarDate,
): Promise<boolean> {
  const claimed = await scope.tx
    .insertInto('notification_setting')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'notification-setting'>>(),
      member_id: memberId,
      choices: '[]',
      digest_on: today,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'member_id'])
        .doUpdateSet({ digest_on: today })
        .where((of) =>
          of.or([
            of('notification_setting.digest_on', 'is', null),
            of('notification_setting.digest_on', '<', today),
          ]),
        ),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}
