import type { DealRow, DealView } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { isQuiet, lastTouch } from '@evenkeel/core/deals/quiet';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import { presentParts } from './parts/presenter.ts';
import type { listDeals } from './repository.ts';
import type { DealWithParts } from './service.ts';

type ListedDeal = Awaited<ReturnType<typeof listDeals>>['rows'][number];

export function presentDealRow(row: ListedDeal, today: CalendarDate): DealRow {
  const touchedOn = lastTouch(row.touched_on, row.spoken_on);
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
    stageSince: row.stage_since,
    touchedOn,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    isQuiet: isQuiet(
      {
        outcome: row.outcome,
        quietAfterDays: row.quiet_after_days,
        stageSince: row.stage_since,
        touchedOn,
        nextStepOn: row.next_step_on,
      },
      today,
    ),
    reason: referenceOf(row.reason_id, row.reason_name),
    contest: row.contest,
  };
}

export function presentDeal({ deal, demand, parts, today }: DealWithParts): DealView {
  return {
    ...presentDealRow(deal, today),
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
    ...presentParts(parts),
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
