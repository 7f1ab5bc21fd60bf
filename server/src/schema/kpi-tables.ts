import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, Id, KpiId, MemberId, ObjectiveId, PersonId } from '@evenkeel/core/id';
import type { KpiDirection, KpiPerspective } from '@evenkeel/core/strategy/kpi';
import type { KpiFrequency } from '@evenkeel/core/strategy/kpi-calendar';
import type { ColumnType, Generated } from 'kysely';
import type { Numbered, Numeric, Optional, Row, Timestamp, Trash } from './tables.ts';

type OptionalNumeric = ColumnType<
  string | null,
  number | string | null | undefined,
  number | string | null
>;

export type ObjectiveTable = Row<ObjectiveId> &
  Numbered &
  Trash & {
    goal_id: GoalId;
    name: string;
    notes: Generated<string>;
    owner_id: Optional<PersonId>;
    position: Generated<number>;
  };

export type KpiTable = Row<KpiId> &
  Numbered &
  Trash & {
    goal_id: GoalId;
    objective_id: Optional<ObjectiveId>;
    name: string;
    perspective: KpiPerspective;
    unit: Generated<string>;
    direction: Generated<KpiDirection>;
    frequency: Generated<KpiFrequency>;
    baseline: OptionalNumeric;
    target: OptionalNumeric;
    start_on: Optional<CalendarDate>;
    deadline: Optional<CalendarDate>;
    owner_id: Optional<PersonId>;
    position: Generated<number>;
    notes: Generated<string>;
  };

export type KpiInterimTargetTable = Row<Id<'kpi-interim-target'>> & {
  kpi_id: KpiId;
  on_date: CalendarDate;
  value: Numeric;
};

export type KpiActualTable = Row<Id<'kpi-actual'>> & {
  kpi_id: KpiId;
  on_date: CalendarDate;
  value: Numeric;
  comment: Generated<string>;
  author_id: Optional<PersonId>;
  entered_by: Optional<MemberId>;
  entered_at: Timestamp;
};

/** The tables of what goals are measured by, for the query builder. */
export type KpiTables = {
  objective: ObjectiveTable;
  kpi: KpiTable;
  kpi_interim_target: KpiInterimTargetTable;
  kpi_actual: KpiActualTable;
};
