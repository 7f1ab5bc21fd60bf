import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, MemberId, PersonId, SkillId, TimesheetId } from '@evenkeel/core/id';
import type { SkillLevel } from '@evenkeel/core/people/skill';
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

export type SkillTable = Row<SkillId> & { name: string };
export type PersonSkillTable = Row<Id<'person-skill'>> & {
  person_id: PersonId;
  skill_id: SkillId;
  level: SkillLevel;
};

/** Tables of timesheets and of skills, for the query builder. */
export type TimeTables = {
  skill: SkillTable;
  person_skill: PersonSkillTable;
  timesheet: TimesheetTable;
};
