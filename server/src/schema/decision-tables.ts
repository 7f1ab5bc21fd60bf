import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DecisionId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { Numbered, Optional, OptionalTimestamp, Row } from './tables.ts';

/** What could be chosen. */
export type DecisionOption = {
  readonly name: string;
  readonly note: string;
  readonly isChosen: boolean;
};

export type DecisionTable = Row<DecisionId> &
  Numbered & {
    project_id: ProjectId;
    title: string;
    rationale: Generated<string>;
    /** jsonb: written as text. */
    options: ColumnType<DecisionOption[], string | undefined, string>;
    decided_on: CalendarDate;
    decided_by: Generated<string[]>;
    made_by: Optional<MemberId>;
    shown_at: OptionalTimestamp;
    acknowledged_at: OptionalTimestamp;
    acknowledged_by: Optional<MemberId>;
  };

export type DecisionCauseTable = Row<Id<'decision-cause'>> & {
  decision_id: DecisionId;
  project_id: ProjectId;
  changed_at: ColumnType<Date, never, never>;
};

/** Decisions and what they caused, for the query builder. */
export type DecisionTables = { decision: DecisionTable; decision_cause: DecisionCauseTable };
