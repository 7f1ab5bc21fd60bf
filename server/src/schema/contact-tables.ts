import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AccountId,
  ContactId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  Id,
  PersonId,
  ProductId,
  ProjectId,
  TemplateId,
} from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { InteractionTables } from './interaction-tables.ts';
import type { LeadTables } from './lead-tables.ts';
import type { Numbered, Optional, OptionalBigInteger, Row, Trash } from './tables.ts';

type OptionalNumeric = ColumnType<string | null, number | null | undefined, number | null>;

type Channel = 'email' | 'phone' | 'video' | 'meeting' | 'message' | 'post';

export type ContactTable = Row<ContactId> &
  Numbered &
  Trash & {
    name: string;
    job_title: Optional<string>;
    preferred_channel: Optional<Channel>;
    language: Optional<string>;
    owner_id: Optional<PersonId>;
    notes: Generated<string>;
    do_not_contact: Generated<boolean>;
  };
export type ContactAccountTable = Row<Id<'contact-account'>> & {
  contact_id: ContactId;
  account_id: AccountId;
  role: Generated<string>;
  needs: Generated<string>;
  is_primary: Generated<boolean>;
};
export type ContactEmailTable = Row<Id<'contact-email'>> & {
  contact_id: ContactId;
  email: string;
  label: Generated<string>;
  position: Generated<number>;
};
export type ContactPhoneTable = Row<Id<'contact-phone'>> & {
  contact_id: ContactId;
  phone: string;
  label: Generated<string>;
  position: Generated<number>;
};
export type CustomerGoalTable = Row<CustomerGoalId> &
  Numbered &
  Trash & {
    account_id: AccountId;
    name: string;
    driver: 'growth' | 'differentiation' | 'risk';
    measure: Generated<string>;
    unit: Generated<string>;
    baseline: OptionalNumeric;
    target: OptionalNumeric;
    actual: OptionalNumeric;
    deadline: Optional<CalendarDate>;
    serves_id: Optional<CustomerGoalId>;
    serves_why: Generated<string>;
    stated_by_contact_id: Optional<ContactId>;
    stated_on: Optional<CalendarDate>;
    stated_where: Generated<string>;
    state: Generated<'open' | 'reached' | 'dropped'>;
    notes: Generated<string>;
  };
export type CustomerInitiativeTable = Row<CustomerInitiativeId> &
  Numbered &
  Trash & {
    account_id: AccountId;
    name: string;
    scope: Generated<string>;
    organisation: Optional<string>;
    leader: Optional<string>;
    project_manager: Optional<string>;
    budget: OptionalBigInteger;
    start_on: Optional<CalendarDate>;
    end_on: Optional<CalendarDate>;
    stated_by_contact_id: Optional<ContactId>;
    stated_on: Optional<CalendarDate>;
    is_defined_together: Generated<boolean>;
    notes: Generated<string>;
  };
export type CustomerGoalLinkTable = Row<Id<'customer-goal-link'>> & {
  customer_initiative_id: CustomerInitiativeId;
  customer_goal_id: CustomerGoalId;
  why: Generated<string>;
};
export type CustomerGoalCapabilityTable = Row<Id<'customer-goal-capability'>> & {
  customer_goal_id: CustomerGoalId;
  product_id: Optional<ProductId>;
  template_id: Optional<TemplateId>;
  note: Generated<string>;
};
export type DealCustomerGoalTable = Row<Id<'deal-customer-goal'>> & {
  deal_id: ColumnType<DealId, DealId, never>;
  customer_goal_id: CustomerGoalId;
};
export type DealCustomerInitiativeTable = Row<Id<'deal-customer-initiative'>> & {
  deal_id: ColumnType<DealId, DealId, never>;
  customer_initiative_id: CustomerInitiativeId;
};
export type ProjectCustomerGoalTable = Row<Id<'project-customer-goal'>> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  customer_goal_id: CustomerGoalId;
};

/** The tables of contacts, of what is said with them and of what customers want, for the query builder. */
export type ContactTables = InteractionTables &
  LeadTables & {
    contact: ContactTable;
    contact_account: ContactAccountTable;
    contact_email: ContactEmailTable;
    contact_phone: ContactPhoneTable;
    customer_goal: CustomerGoalTable;
    customer_initiative: CustomerInitiativeTable;
    customer_goal_link: CustomerGoalLinkTable;
    customer_goal_capability: CustomerGoalCapabilityTable;
    deal_customer_goal: DealCustomerGoalTable;
    deal_customer_initiative: DealCustomerInitiativeTable;
    project_customer_goal: ProjectCustomerGoalTable;
  };
