import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MemberId, PersonId, TimesheetId } from '@evenkeel/core/id';
import type { TimesheetState } from '@evenkeel/core/time/timesheet';
import type { Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

export type TimesheetTable = Row<TimesheetId> & {
  person_id: PersonId;
  week_start: CalendarDate;
  state: TimesheetState;
  note: Generated<string>;
  reason: Generated<string>;
  submitted_at: OptionalTimestamp;
  decided_at: OptionalTimestamp;
  decided_by: Optional<MemberId>;
};

/** Tables of timesheets, for the query builder. */
export type TimeTables = {
  timesheet: TimesheetTable;
};
