import type { CheckInView } from '@evenkeel/contract/status-reports';
import { moment } from '../../../platform/db/values.ts';
import type { CheckInRecord } from './repository.ts';

export function presentCheckIn(record: CheckInRecord): CheckInView {
  return {
    id: record.id,
    weekFrom: record.week_on,
    moved: record.moved,
    next: record.next,
    obstacle: record.obstacle,
    by: record.by_name,
    at: moment(record.updated_at),
  };
}
