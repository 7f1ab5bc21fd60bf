import type { NotificationView } from '@evenkeel/contract/notifications';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { NamedNotification } from './service.ts';

export function presentNotification({
  notification,
  subject,
}: NamedNotification): NotificationView {
  return {
    id: notification.id,
    topic: notification.topic,
    title: notification.title,
    body: notification.body,
    path: notification.path,
    subject,
    by: referenceOf(notification.actor_id, notification.actor_name),
    createdAt: moment(notification.created_at),
    readAt: optionalMoment(notification.read_at),
  };
}
