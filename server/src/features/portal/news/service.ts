import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { PortalNewsSettings, portalNews } from '@evenkeel/contract/portal/news';
import type { NotificationId } from '@evenkeel/core/id';
import { clientTopics, isClientTopic, topicChoices } from '@evenkeel/core/notifications/topic';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { markRead, saveChoices, usualDigestHour } from '../../notifications/service.ts';
import * as repository from './repository.ts';

export async function listNews(scope: PortalScope, limit: number) {
  const rows = await repository.listNews(scope, limit);
  return { rows, unread: await repository.countUnread(scope) };
}

export async function setRead(
  scope: PortalScope,
  ids: readonly NotificationId[] | null,
): Promise<void> {
  await asFirm(scope, (firm) => markRead(firm, ids));
}

export async function readSettings(scope: PortalScope): Promise<PortalNewsSettings> {
  const found = await repository.findSettings(scope);
  const choices = topicChoices(clientTopics, found?.choices ?? []).flatMap(({ topic, ...rest }) =>
    isClientTopic(topic) ? [{ topic, ...rest }] : [],
  );
  return { choices, digestHour: found?.digest_hour ?? usualDigestHour };
}

export async function changeSettings(
  scope: PortalScope,
  change: BodyOf<typeof portalNews.changeSettings>,
): Promise<PortalNewsSettings> {
  const standing = await readSettings(scope);
  const changed = new Map(change.choices?.map((choice) => [choice.topic, choice]));
  const choices = standing.choices.map((choice) => changed.get(choice.topic) ?? choice);
  const digestHour = change.digestHour ?? standing.digestHour;
  await asFirm(scope, (firm) => saveChoices(firm, { choices, digestHour }));
  return readSettings(scope);
}
