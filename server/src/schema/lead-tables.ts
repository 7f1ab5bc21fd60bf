import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ContactId, DealId, Id, LeadId, PersonId } from '@evenkeel/core/id';
import type { LeadState } from '@evenkeel/core/leads/qualification';
import type { Generated } from 'kysely';
import type { Json, Numbered, Optional, Row, Trash } from './tables.ts';

export type LeadDefinitionTable = Row<Id<'lead-definition'>> & { text: string; criteria: Json };
export type LeadTable = Row<LeadId> &
  Numbered &
  Trash & {
    name: string;
    company: Optional<string>;
    job_title: Optional<string>;
    email: Optional<string>;
    phone: Optional<string>;
    source: Generated<string>;
    interest: Generated<string>;
    owner_id: Optional<PersonId>;
    state: Generated<LeadState>;
    state_since: CalendarDate;
    disqualified_reason: Optional<string>;
    ticked: Generated<string[]>;
    notes: Generated<string>;
    account_id: Optional<AccountId>;
    contact_id: Optional<ContactId>;
    deal_id: Optional<DealId>;
  };

/** The tables of leads, for the query builder. */
export type LeadTables = { lead: LeadTable; lead_definition: LeadDefinitionTable };
