import type { Endpoint } from '@evenkeel/contract/endpoint';
import { notifications } from '@evenkeel/contract/notifications';
import type { NotificationTopic } from '@evenkeel/core/notifications/topic';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** How many of one's notifications are not read yet, for as long as somebody looks. */
export function useUnreadCount(): number {
  return useApi(notifications.unread, {}, { subjects: ['notification'] }).data?.count ?? 0;
}

/** What one was told, the newest first. */
export function useNotifications(query: {
  readonly onlyUnread: boolean;
  readonly topic: NotificationTopic | null;
  readonly limit: number;
}) {
  const { onlyUnread, topic, limit } = query;
  return useApi(
    notifications.list,
    {
      query: {
        sort: '-createdAt',
        limit,
        ...(onlyUnread ? { unread: 'true' as const } : {}),
        ...(topic ? { topic } : {}),
      },
    },
    { subjects: ['notification', 'member'], keepPrevious: true },
  );
}

export function useNotificationSettings() {
  return useApi(notifications.settings, {}, { subjects: ['notification_setting', 'person'] });
}

/** Any of the calls that write notifications or their settings. */
export function useNotificationWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['notification', 'notification_setting'] });
}
