import type { DealRow, DealView } from '@evenkeel/contract/deals';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { DealRecord, listDeals, listDemand } from './repository.ts';

type ListedDeal = Awaited<ReturnType<typeof listDeals>>['rows'][number];
type Demand = Awaited<ReturnType<typeof listDemand>>;

export function presentDealRow(row: ListedDeal): DealRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    account: referenceOf(row.account_id, row.account_name),
    product: referenceOf(row.product_id, row.product_name),
    owner: referenceOf(row.owner_id, row.owner_name),
    stageId: row.stage_id,
    pipelineId: row.pipeline_id,
    value: integer(row.value),
    openedOn: row.opened_on,
    closeOn: row.close_on,
    contractSignedOn: row.contract_signed_on,
    nextStep: row.next_step,
  };
}

export function presentDeal({ deal, demand }: { deal: DealRecord; demand: Demand }): DealView {
  return {
    ...presentDealRow(deal),
    stageSince: deal.stage_since,
    lostReason: deal.lost_reason,
    notes: deal.notes,
    scope: deal.scope,
    deliveryStartOn: deal.delivery_start_on,
    deliveryEndOn: deal.delivery_end_on,
    templateId: deal.template_id,
    demand: demand.map((line) => ({
      roleId: line.role_id,
      roleName: line.role_name,
      minutes: line.minutes,
    })),
    handOff:
      deal.hand_off_id === null || deal.hand_off_state === null
        ? null
        : {
            id: deal.hand_off_id,
            state: deal.hand_off_state,
            projectId: deal.project_id,
            returnReason: deal.return_reason ?? '',
          },
    createdAt: moment(deal.created_at),
    deletedAt: optionalMoment(deal.deleted_at),
  };
}
