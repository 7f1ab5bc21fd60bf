/** What somebody in the firm can be told of, each with a setting of its own (PM-17, U24). */
export const firmTopics = [
  'mention',
  'comment',
  'assignment',
  'due',
  'schedule',
  'clash',
  'leave',
  'starvation',
  'balance',
  'client',
  'promise',
  'agreement',
  'deliverable',
  'decision',
  'meeting',
  'report',
  'satisfaction',
  'mail',
] as const;
/** What somebody in the firm can be told of. */
export type FirmTopic = (typeof firmTopics)[number];

/** What a client user can be told of. */
export const clientTopics = [
  'client-message',
  'client-duty',
  'client-notice',
  'client-deliverable',
  'client-agreement',
  'client-decision',
  'client-change',
  'client-meeting',
  'client-report',
  'client-satisfaction',
] as const;
/** What a client user can be told of. */
export type ClientTopic = (typeof clientTopics)[number];

/** Every topic, whoever is told. */
export const notificationTopics = [...firmTopics, ...clientTopics] as const;
/** What a notification is about. */
export type NotificationTopic = (typeof notificationTopics)[number];

/** When a mail about a topic leaves: at once, in the digest of the day, or never. */
export const mailTimes = ['at-once', 'daily', 'off'] as const;
/** When a mail about a topic leaves. */
export type MailTime = (typeof mailTimes)[number];

/** How one person hears of one topic. */
export type TopicChoice = {
  readonly topic: NotificationTopic;
  /** Whether it stands in the inbox of the app or the portal. */
  readonly inApp: boolean;
  readonly mail: MailTime;
};

/** What waits for nobody's digest unless they say so: somebody is waiting for an answer. */
const atOnce: readonly NotificationTopic[] = [
  'mention',
  'assignment',
  'comment',
  'client',
  'decision',
  'starvation',
  'satisfaction',
  ...clientTopics,
];

/**
 * How a person hears of each of `topics`: what they chose, and for the rest the usual way: always in
 * the app; by mail at once where somebody waits for an answer, else in the digest of the day.
 */
export function topicChoices(
  topics: readonly NotificationTopic[],
  chosen: readonly TopicChoice[],
): TopicChoice[] {
  const byTopic = new Map(chosen.map((choice) => [choice.topic, choice]));
  return topics.map((topic) => byTopic.get(topic) ?? usualChoice(topic));
}

/** How a topic is heard of by somebody who has chosen nothing. */
export function usualChoice(topic: NotificationTopic): TopicChoice {
  return { topic, inApp: true, mail: atOnce.includes(topic) ? 'at-once' : 'daily' };
}

/** Whether a topic is one that client users are told of. */
export function isClientTopic(topic: NotificationTopic): topic is ClientTopic {
  return clientTopics.some((known) => known === topic);
}
