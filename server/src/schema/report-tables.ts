import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  CheckInId,
  Id,
  MemberId,
  PersonId,
  ProjectId,
  StatusReportId,
} from '@evenkeel/core/id';
import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import type { ReportText } from '@evenkeel/core/status-reports/report-text';
import type { ToldDate } from '@evenkeel/core/status-reports/told-dates';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

export type ReportPlanTable = Row<Id<'report-plan'>> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  weekday: Optional<number>;
  person_id: Optional<PersonId>;
};

export type CheckInTable = Row<CheckInId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  week_on: ColumnType<CalendarDate, CalendarDate, never>;
  moved: string;
  next: string;
  obstacle: Generated<string>;
  person_id: Optional<PersonId>;
  member_id: Optional<MemberId>;
};

export type StatusReportTable = Row<StatusReportId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  week_on: CalendarDate;
  drafted_on: CalendarDate;
  language: PortalLanguage;
  /** jsonb: written as text. */
  internal_text: ColumnType<ReportText, string, string>;
  client_text: ColumnType<ReportText, string, string>;
  told: ColumnType<ToldDate[], string, string>;
  sent_at: OptionalTimestamp;
  sent_by: Optional<MemberId>;
};

export type ReportReactionTable = Row<Id<'report-reaction'>> & {
  report_id: ColumnType<StatusReportId, StatusReportId, never>;
  member_id: ColumnType<MemberId, MemberId, never>;
  reaction: ReportReaction;
};

/** Status reports and check-ins, for the query builder. */
export type ReportTables = {
  report_plan: ReportPlanTable;
  check_in: CheckInTable;
  status_report: StatusReportTable;
  report_reaction: ReportReactionTable;
};
