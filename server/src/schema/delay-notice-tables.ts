import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DelayNoticeId, Id, MemberId, ProjectId, PromiseId, TaskId } from '@evenkeel/core/id';
import type { ClientReason } from '@evenkeel/core/promises/delay-letter';
import type { DelaySides } from '@evenkeel/core/promises/delay-sides';
import type { NoticeState, Withdrawal } from '@evenkeel/core/promises/notice';
import type { DelayCause } from '@evenkeel/core/promises/plan-difference';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

/** A reason as the firm reads it, with the names of its day. */
export type KeptReason = {
  readonly cause: DelayCause;
  readonly days: number;
  readonly taskId: TaskId | null;
  readonly taskName: string | null;
  /** Where the task is of another project: its name. */
  readonly projectName: string | null;
};

/** What still holds, as the client reads it. */
export type KeptHolds = {
  readonly days: readonly { readonly wording: string; readonly day: CalendarDate }[];
  readonly price: boolean;
};

export type DelayNoticeTable = Row<DelayNoticeId> & {
  project_id: ProjectId;
  subject_kind: SubjectKind;
  subject_id: Id<string>;
  promise_id: PromiseId;
  wording: string;
  old_day: CalendarDate;
  new_day: CalendarDate;
  slip_days: number;
  state: Generated<NoticeState>;
  withdrawal: Optional<Withdrawal>;
  may_move: Generated<boolean>;
  /** jsonb: written as text. */
  reasons: ColumnType<KeptReason[], string, string>;
  client_reasons: ColumnType<ClientReason[], string, string>;
  holds: ColumnType<KeptHolds, string, string>;
  /** jsonb: written as text. Null on notices that were drafted before sides were kept. */
  sides: ColumnType<DelaySides | null, string, string>;
  language: PortalLanguage;
  client_text: string;
  is_edited: Generated<boolean>;
  sent_at: OptionalTimestamp;
  sent_by: Optional<MemberId>;
  told_to: Generated<string[]>;
  lead_days: Optional<number>;
  answered_at: OptionalTimestamp;
  answered_by: Optional<MemberId>;
  answer_words: Generated<string>;
  answer_task_id: Optional<TaskId>;
};

/** Notices about promised days that move, for the query builder. */
export type DelayNoticeTables = { delay_notice: DelayNoticeTable };
