import type { MemberId, ScenarioChangeId, ScenarioId } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Json, Optional, OptionalTimestamp, Row, Trash } from './tables.ts';

export type ScenarioTable = Row<ScenarioId> &
  Trash & {
    name: string;
    notes: Generated<string>;
    created_by: MemberId;
    applied_at: OptionalTimestamp;
    applied_by: Optional<MemberId>;
  };
export type ScenarioChangeTable = Row<ScenarioChangeId> & {
  scenario_id: ScenarioId;
  position: number;
  facts: Json;
  is_off: Generated<boolean>;
  added_by: MemberId;
};

/** Scenarios and their changes, for the query builder. */
export type ScenarioTables = {
  scenario: ScenarioTable;
  scenario_change: ScenarioChangeTable;
};
