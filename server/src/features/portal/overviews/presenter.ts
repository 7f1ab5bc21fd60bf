import type { PortalOverview } from '@evenkeel/contract/portal/overviews';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import { messageView } from '../messages/service.ts';
import type { readOverview } from './service.ts';

export function presentOverview(
  overview: Awaited<ReturnType<typeof readOverview>>,
): PortalOverview {
  return {
    ...overview,
    messages: overview.messages.map(messageView),
    since: optionalMoment(overview.since),
    news: overview.news.map((one) => ({ ...one, at: moment(one.at) })),
  };
}
