import type { TrashedRecord } from '@evenkeel/contract/trash';
import { moment } from '../../platform/db/values.ts';
import type { TrashRecord } from './repository.ts';

export function presentTrashed({ deleted_at, ...record }: TrashRecord): TrashedRecord {
  return { ...record, deletedAt: moment(deleted_at) };
}
