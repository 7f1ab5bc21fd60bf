import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

export async function insertClients(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const firstAccount = await nextNumbers(scope, 'account', firm.accounts.length);
  await insertRows(
    scope,
    'account',
    firm.accounts.map((account, index) => ({
      ...common(need(ids, 'account', account.key)),
      number: firstAccount + index,
      name: account.name,
      sector: account.sector,
      country: account.country,
      employees: account.employees,
      annual_revenue: account.annualRevenue,
      founded_year: account.foundedYear,
      website: account.website,
      notes: '',
      owner_id: need(ids, 'person', account.owner),
    })),
  );
  await insertRows(
    scope,
    'product',
    firm.products.map(({ key, ...product }) => ({
      ...common(need(ids, 'product', key)),
      ...product,
    })),
  );
  const firstDeal = await nextNumbers(scope, 'deal', firm.deals.length);
  const inOrder = [...firm.deals].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  await insertRows(
    scope,
    'deal',
    inOrder.map((deal, index) => ({ number: firstDeal + index, ...dealRow(deal, ids) })),
  );
  await insertRows(
    scope,
    'deal_demand',
    firm.deals.flatMap((deal) =>
      deal.demand.map((line) => ({
        ...common(newId()),
        deal_id: need(ids, 'deal', deal.key),
        role_id: need(ids, 'role', line.role),
        minutes: line.minutes,
      })),
    ),
  );
}

function dealRow(deal: SampleFirm['deals'][number], ids: Ids) {
  return {
    ...common(need(ids, 'deal', deal.key)),
    name: deal.name,
    account_id: need(ids, 'account', deal.account),
    product_id: need(ids, 'product', deal.product),
    owner_id: need(ids, 'person', deal.owner),
    stage_id: need(ids, 'stage', deal.stage),
    stage_since: deal.stageSince,
    value: deal.value,
    opened_on: deal.openedOn,
    close_on: deal.closeOn,
    contract_signed_on: deal.contractSignedOn,
    lost_reason: deal.lostReason,
    next_step: deal.nextStep,
    notes: deal.notes,
    scope: deal.scope,
    delivery_start_on: deal.deliveryStartOn,
    delivery_end_on: deal.deliveryEndOn,
    template_id:
      deal.templateName === null ? null : (ids.get(`template:${deal.templateName}`) ?? null),
  };
}
