import { sampleStakeholders } from '@evenkeel/core/sample/clients/stakeholders';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

export async function insertClients(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertPipelines(scope, firm, ids);
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
  await insertParts(scope, firm, ids);
}

/** Pipelines beside the default one, with their stages. */
async function insertPipelines(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'pipeline',
    firm.pipelines.map(({ key, name }, index) => ({
      ...common(need(ids, 'pipeline', key)),
      name,
      position: index + 1,
      is_default: false,
    })),
  );
  await insertRows(
    scope,
    'stage',
    firm.pipelines.flatMap(({ key: pipeline, stages }) =>
      stages.map(({ key, ...stage }, position) => ({
        ...common(need(ids, 'stage', key)),
        pipeline_id: need(ids, 'pipeline', pipeline),
        position,
        quiet_after_days: stage.outcome === 'open' ? 30 : null,
        ...stage,
      })),
    ),
  );
}

/** Who decides at the customer about a deal; contacts have to be there. */
export async function insertStakeholders(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'deal_stakeholder',
    sampleStakeholders(firm.deals, firm.clients.contacts).map(({ deal, contact, ...row }) => ({
      ...common(newId()),
      deal_id: need(ids, 'deal', deal),
      contact_id: need(ids, 'contact', contact),
      ...row,
    })),
  );
}

/** What hangs on deals: product lines and competitors. */
async function insertParts(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'deal_line',
    firm.deals.flatMap((deal) =>
      deal.lines.map((line, position) => ({
        ...common(newId()),
        deal_id: need(ids, 'deal', deal.key),
        position,
        product_id: line.product === null ? null : need(ids, 'product', line.product),
        name: line.name,
        quantity: line.quantity,
        unit_price: line.unitPrice,
      })),
    ),
  );
  await insertRows(
    scope,
    'deal_competitor',
    firm.deals.flatMap((deal) =>
      deal.competitors.map((competitor, position) => ({
        ...common(newId()),
        deal_id: need(ids, 'deal', deal.key),
        position,
        ...competitor,
      })),
    ),
  );
}

function reasonOf(deal: SampleFirm['deals'][number], ids: Ids): string | null {
  if (deal.wonReason !== null) return need(ids, 'reason', `won ${deal.wonReason}`);
  return deal.lostReason === null ? null : need(ids, 'reason', `lost ${deal.lostReason}`);
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
    lost_reason: null,
    reason_id: reasonOf(deal, ids),
    contest: deal.contest,
    touched_on: deal.touchedOn,
    next_step: deal.nextStep,
    next_step_on: deal.nextStepOn,
    notes: deal.notes,
    scope: deal.scope,
    delivery_start_on: deal.deliveryStartOn,
    delivery_end_on: deal.deliveryEndOn,
    template_id:
      deal.templateName === null ? null : (ids.get(`template:${deal.templateName}`) ?? null),
  };
}
