import type { ObjectiveRow } from '@evenkeel/contract/objectives';
import { optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ObjectiveRecord } from './repository.ts';

export function presentObjective(record: ObjectiveRecord): ObjectiveRow {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    name: record.name,
    notes: record.notes,
    goal: { id: record.goal_id, name: record.goal_name },
    owner: referenceOf(record.owner_id, record.owner_name),
    position: record.position,
    kpiCount: record.kpi_count,
    deletedAt: optionalMoment(record.deleted_at),
  };
}
