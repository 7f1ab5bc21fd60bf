import type { NotificationTopic, TopicChoice } from '@evenkeel/core/notifications/topic';
import { usualChoice } from '@evenkeel/core/notifications/topic';

/** The most that stands in the body of one notification, in characters. */
const longest = 2_000;

/** The hour of the digest of somebody who has chosen none: before the day begins. */
export const usualDigestHour = 7;

/** How one member hears of a topic. */
export function choiceFor(
  topic: NotificationTopic,
  chosen: readonly TopicChoice[],
): Pick<TopicChoice, 'inApp' | 'mail'> {
  return chosen.find((choice) => choice.topic === topic) ?? usualChoice(topic);
}

/** A text cut to what a notification holds, with an ellipsis where something was left out. */
export function excerpt(text: string, most = longest): string {
  const trimmed = text.trim();
  return trimmed.length <= most ? trimmed : `${trimmed.slice(0, most - 1).trimEnd()}…`;
}
