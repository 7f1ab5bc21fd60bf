import type { LinkView } from '@evenkeel/contract/links';
import { moment } from '../../platform/db/values.ts';
import type { SeenLink } from './service.ts';

export function presentLink({ link, isForth, other }: SeenLink): LinkView {
  const { id, version, reason, note } = link;
  return { id, version, reason, isForth, note, other, createdAt: moment(link.created_at) };
}
