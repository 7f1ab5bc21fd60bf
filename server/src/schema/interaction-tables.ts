import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AccountId,
  ContactId,
  DealId,
  Id,
  InteractionId,
  MemberId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Optional, Row, Trash } from './tables.ts';

export type InteractionTable = Row<InteractionId> &
  Trash & {
    kind: 'call' | 'email' | 'meeting' | 'note';
    name: string;
    on_date: CalendarDate;
    direction: Optional<'in' | 'out'>;
    notes: Generated<string>;
    outcome: Generated<string>;
    account_id: Optional<AccountId>;
    deal_id: Optional<DealId>;
    project_id: Optional<ProjectId>;
    follow_up_on: Optional<CalendarDate>;
    follow_up_owner_id: Optional<PersonId>;
    follow_up_done_on: Optional<CalendarDate>;
    created_by: Optional<MemberId>;
  };
export type InteractionContactTable = Row<Id<'interaction-contact'>> & {
  interaction_id: InteractionId;
  contact_id: ContactId;
};
export type InteractionPersonTable = Row<Id<'interaction-person'>> & {
  interaction_id: InteractionId;
  person_id: PersonId;
};

/** The tables of interactions, for the query builder. */
export type InteractionTables = {
  interaction: InteractionTable;
  interaction_contact: InteractionContactTable;
  interaction_person: InteractionPersonTable;
};
