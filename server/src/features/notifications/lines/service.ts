import type { NotificationId } from '@evenkeel/core/id';
import type { MailTime } from '@evenkeel/core/notifications/topic';
import { enqueue } from '../../../platform/db/enqueue.ts';
import type { Scope } from '../../../platform/db/scope.ts';

export { insertNotifications } from './repository.ts';

/** The queued job that mails what cannot wait for a digest. */
export const deliveryName = 'deliver_notifications';

/** Queues the mails of those that go at once, in the transaction of what happened. */
export async function deliver(
  scope: Scope,
  told: readonly { readonly id: NotificationId; readonly mail: MailTime }[],
): Promise<void> {
  const ids = told.filter(({ mail }) => mail === 'at-once').map(({ id }) => id);
  if (ids.length === 0) return;
  const { workspaceId: id, actor } = scope;
  const workspace = { id, timeZone: actor.timeZone, currency: actor.currency };
  await enqueue(scope.tx, { name: deliveryName, payload: { workspace, ids }, maxAttempts: 10 });
}
