import type { ContestField, ContestStanding } from '@evenkeel/core/deals/outcomes';
import type { StakeholderPart } from '@evenkeel/core/deals/stakeholders';
import type { ContactId, DealId, Id, PipelineId, ProductId } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { BigInteger, Numeric, Optional, Row } from './tables.ts';

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

/** What hangs on deals and the ways they take. */
export type DealTables = {
  pipeline: PipelineTable;
  deal_reason: DealReasonTable;
  deal_line: DealLineTable;
  deal_stakeholder: DealStakeholderTable;
  deal_competitor: DealCompetitorTable;
};
