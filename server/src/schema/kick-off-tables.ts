import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ClientDutyId,
  KickOffItemId,
  MeetingId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { KickOffPhase, KickOffProof } from '@evenkeel/core/kick-off/kick-off';
import type { ClientSide } from '@evenkeel/core/projects/client-side';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, Row } from './tables.ts';

export type KickOffItemTable = Row<KickOffItemId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  phase: KickOffPhase;
  position: number;
  name: string;
  side: Generated<ClientSide>;
  proof: Generated<KickOffProof>;
  person_id: Optional<PersonId>;
  meeting_id: Optional<MeetingId>;
  duty_id: Optional<ClientDutyId>;
  due_on: Optional<CalendarDate>;
  done_on: Optional<CalendarDate>;
  is_client_visible: Generated<boolean>;
};

/** The kick-off plan, for the query builder. */
export type KickOffTables = { kick_off_item: KickOffItemTable };
