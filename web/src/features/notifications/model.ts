import type { NotificationView } from '@evenkeel/contract/notifications';
import type { FirmTopic, MailTime, NotificationTopic } from '@evenkeel/core/notifications/topic';

type TopicWords = {
  readonly label: string;
  /** When one hears of it, as the settings say it. */
  readonly says: string;
};

/** The topics of the firm, as people read them; in the order of the settings. */
export const topicWords: Record<FirmTopic, TopicWords> = {
  mention: { label: 'Mentions', says: 'Somebody names you in a comment.' },
  comment: {
    label: 'Comments',
    says: 'On what you own, manage or work on, and where you took part.',
  },
  client: { label: 'Clients', says: 'A client wrote, approved, rejected, decided or rated.' },
  assignment: { label: 'Assignments', says: 'You are put on tasks, or taken off them.' },
  due: {
    label: 'Due and overdue',
    says: 'Tasks of yours, and what your projects are long late on.',
  },
  schedule: { label: 'Moved dates', says: 'Tasks of yours that others moved.' },
  clash: { label: 'Clashes', says: 'Too many hours, or hours on leave, where you plan or work.' },
  leave: { label: 'Leave', says: 'Asked for where you decide, and decided where it is yours.' },
  promise: {
    label: 'Promises',
    says: 'Dates that slip, notices to send, and what clients answer.',
  },
  agreement: { label: 'Working agreements', says: 'Acknowledged, changed, or contact overdue.' },
  deliverable: { label: 'Deliverables', says: 'Versions, approvals and rejections.' },
  decision: { label: 'Decisions', says: 'Waiting for you, made, or acknowledged.' },
  meeting: { label: 'Meetings', says: 'Invitations, outcomes and actions.' },
  report: { label: 'Status reports', says: 'Drafts to send, and what clients made of them.' },
  satisfaction: {
    label: 'Satisfaction',
    says: 'How clients rate your projects, a low rating at once.',
  },
  balance: { label: 'Balance', says: 'The mix leaves its limits, or a reserve runs out.' },
  starvation: { label: 'Starving initiatives', says: 'Client work takes their hours for good.' },
  mail: {
    label: 'E-mail',
    says: 'Mail that reached your projects, or waits to be looked through.',
  },
};

/** What a topic is called; that of a client user is no topic of the firm. */
export function topicLabel(topic: NotificationTopic): string {
  const words: Partial<Record<NotificationTopic, TopicWords>> = topicWords;
  return words[topic]?.label ?? topic;
}

/** When a mail leaves, as people read it. */
export const mailLabels: Record<MailTime, string> = {
  'at-once': 'At once',
  daily: 'Daily digest',
  off: 'No mail',
};

/** Notifications under the days on which they came, in their order. */
export function byDay(
  rows: readonly NotificationView[],
  dayOf: (row: NotificationView) => string,
): { readonly day: string; readonly rows: NotificationView[] }[] {
  const days: { readonly day: string; readonly rows: NotificationView[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
