import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ContactChannel } from '@evenkeel/core/contacts/channel';
import type { ContractTerms } from '@evenkeel/core/deals/contract';
import type { ScopeState } from '@evenkeel/core/deals/hand-off-sold';
import type { ContestField, ContestStanding } from '@evenkeel/core/deals/outcomes';
import type { StakeholderPart } from '@evenkeel/core/deals/stakeholders';
import type {
  ContactId,
  ContractId,
  DealId,
  Id,
  PipelineId,
  ProductId,
  ProjectContactId,
  ProjectId,
  QuoteId,
  RoleId,
} from '@evenkeel/core/id';
import type { StakeholderLevel } from '@evenkeel/core/stakeholders/stakeholder-grid';
import type { ColumnType, Generated } from 'kysely';
import type { BigInteger, Numeric, Optional, OptionalBigInteger, Row } from './tables.ts';

export type PipelineTable = Row<PipelineId> & {
  name: string;
  position: number;
  is_default: Generated<boolean>;
};
export type DealReasonTable = Row<Id<'deal-reason'>> & {
  outcome: 'won' | 'lost';
  name: string;
  is_retired: Generated<boolean>;
};
export type DealLineTable = Row<Id<'deal-line'>> & {
  deal_id: DealId;
  position: number;
  product_id: Optional<ProductId>;
  name: string;
  quantity: Numeric;
  unit_price: BigInteger;
};
export type DealStakeholderTable = Row<Id<'deal-stakeholder'>> & {
  deal_id: DealId;
  contact_id: ContactId;
  part: StakeholderPart;
  note: Generated<string>;
};
export type DealCompetitorTable = Row<Id<'deal-competitor'>> & {
  [Field in ContestField]: Optional<ContestStanding>;
} & {
  deal_id: DealId;
  position: number;
  name: string;
  note: Generated<string>;
};

export type QuoteTable = Row<QuoteId> & {
  deal_id: DealId;
  year: number;
  number: number;
  revision: Generated<number>;
  state: Generated<'draft' | 'sent' | 'accepted' | 'declined'>;
  title: string;
  intro: Generated<string>;
  terms: Generated<string>;
  quoted_on: CalendarDate;
  valid_until: Optional<CalendarDate>;
  discount: Generated<number>;
  decided_on: Optional<CalendarDate>;
  decline_reason: Generated<string>;
};
export type QuoteLineTable = Row<Id<'quote-line'>> & {
  deal_id: DealId;
  quote_id: QuoteId;
  position: number;
  kind: 'hours' | 'fixed';
  description: string;
  role_id: Optional<RoleId>;
  minutes: Optional<number>;
  rate: OptionalBigInteger;
  quantity: ColumnType<string | null, number | null | undefined, number | null>;
  unit_price: OptionalBigInteger;
  discount: Generated<number>;
  tax: Generated<number>;
};
export type ContractTable = Row<ContractId> & {
  deal_id: DealId;
  quote_id: Optional<QuoteId>;
  terms: ContractTerms;
  value: OptionalBigInteger;
  start_on: Optional<CalendarDate>;
  end_on: Optional<CalendarDate>;
  reference: Generated<string>;
  notes: Generated<string>;
};

export type ScopeLineTable = Row<Id<'scope-line'>> & {
  project_id: ProjectId;
  position: number;
  description: string;
  role_id: Optional<RoleId>;
  minutes: Optional<number>;
  rate: OptionalBigInteger;
  quantity: ColumnType<string | null, number | null | undefined, number | null>;
  unit_price: OptionalBigInteger;
  amount: BigInteger;
  source: 'deal' | 'quote';
  source_id: string;
  state: Generated<ScopeState>;
};
export type ProjectContactTable = Row<ProjectContactId> & {
  project_id: ProjectId;
  contact_id: ContactId;
  part: StakeholderPart;
  note: Generated<string>;
  influence: Generated<StakeholderLevel>;
  interest: Generated<StakeholderLevel>;
  needs: Generated<string>;
  channel: Optional<ContactChannel>;
  every_days: Optional<number>;
  interpreter: Generated<string>;
};
export type SoldPromiseTable = Row<Id<'sold-promise'>> & {
  project_id: ProjectId;
  position: number;
  text: string;
  due_on: Optional<CalendarDate>;
  amount: OptionalBigInteger;
  source: 'deal' | 'quote' | 'contract';
  source_id: string;
  source_field: string;
};

/** What hangs on deals and the ways they take. */
export type DealTables = {
  pipeline: PipelineTable;
  deal_reason: DealReasonTable;
  deal_line: DealLineTable;
  deal_stakeholder: DealStakeholderTable;
  deal_competitor: DealCompetitorTable;
  quote: QuoteTable;
  quote_line: QuoteLineTable;
  contract: ContractTable;
  scope_line: ScopeLineTable;
  project_contact: ProjectContactTable;
  sold_promise: SoldPromiseTable;
};
