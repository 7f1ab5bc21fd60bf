import type { PortalNewsItem } from '@evenkeel/contract/portal/news';
import { isClientTopic } from '@evenkeel/core/notifications/topic';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { NewsRecord } from './repository.ts';

/** News of topics that client users are told of: there are no others among theirs. */
export function presentNews(rows: readonly NewsRecord[]): PortalNewsItem[] {
  return rows.flatMap(({ topic, created_at: createdAt, read_at: readAt, ...rest }) =>
    isClientTopic(topic)
      ? [{ ...rest, topic, createdAt: moment(createdAt), readAt: optionalMoment(readAt) }]
      : [],
  );
}
