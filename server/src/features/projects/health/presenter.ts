import type { HealthStatement } from '@evenkeel/contract/project-people';
import { moment } from '../../../platform/db/values.ts';
import type { StatementRecord } from './repository.ts';

export function presentStatement(record: StatementRecord): HealthStatement {
  return {
    id: record.id,
    health: record.health,
    note: record.note,
    by: record.said_by,
    at: moment(record.created_at),
  };
}
