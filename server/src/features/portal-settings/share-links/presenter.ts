import type { ShareLinkView } from '@evenkeel/contract/portal-settings';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { ShareLinkRecord } from './repository.ts';

export function presentLink(
  record: ShareLinkRecord,
  now: Date,
  openedAt: Date | null,
): ShareLinkView {
  return {
    id: record.id,
    name: record.name,
    language: record.language,
    createdBy: record.created_by_name,
    createdAt: moment(record.created_at),
    expiresAt: moment(record.expires_at),
    isOver: record.expires_at <= now,
    lastOpenedAt: optionalMoment(openedAt),
  };
}
