import { type CalendarMonth, later, monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import { standingAllocations } from '@evenkeel/core/capacity/allocation';
import { sumOf } from '@evenkeel/core/grouping';
import type { ProjectId } from '@evenkeel/core/id';
import type { PortfolioFacts } from '@evenkeel/core/portfolio-choice/facts';
import { gatherPortfolio } from '@evenkeel/core/portfolio-choice/gather';
import { monthsFrom } from '@evenkeel/core/portfolio-choice/month-grid';
import type {
  DealSource,
  InitiativeSource,
  Reading,
} from '@evenkeel/core/portfolio-choice/sources';
import { approvalIssues } from '@evenkeel/core/strategy/approval';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import { capacitiesOf, listStanding } from '../../allocations/service.ts';
import { gather } from '../../balance/service.ts';
import { listDeals, listStages } from '../../deals/service.ts';
import { type ListedInitiative, listInitiatives } from '../../initiatives/service.ts';
import * as repository from './repository.ts';

export { listGoals } from './repository.ts';

/** More open deals or initiatives than a firm of hundreds has. */
const mostRecords = 5_000;

/** What a choice is made among and within, as it is at this moment. */
export async function readFacts(scope: Scope, reading: Reading): Promise<PortfolioFacts> {
  const months = monthsFrom(reading.firstMonth, reading.monthCount);
  const view = viewOf(scope, months);
  const { input } = await gather(scope, view, {
    sources: ['planned', 'tentative'],
  });
  const workOf = new Map(input.deals.map((deal) => [deal.id, deal]));
  return gatherPortfolio(
    {
      balance: input,
      allocations: standingAllocations(await listStanding(scope, view), scope.today),
      capacities: await capacitiesOf(scope),
      deals: (await readDeals(scope)).map((deal) => ({
        ...deal,
        startOn: workOf.get(deal.id)?.startOn ?? null,
        endOn: workOf.get(deal.id)?.endOn ?? null,
        demand: workOf.get(deal.id)?.demand ?? [],
      })),
      initiatives: await readInitiatives(scope),
      prices: await repository.listPrices(scope),
    },
    reading,
  );
}

function viewOf(scope: Scope, months: readonly CalendarMonth[]) {
  const from = months[0] === undefined ? scope.today : monthStart(months[0]);
  const last = months.at(-1);
  const to = last === undefined ? from : monthEnd(last);
  // Hours of deals are read in full: the chance is taken account of by the candidate itself.
  return { from, to: later(from, to), tentative: 'full' } as const;
}

async function readDeals(
  scope: Scope,
): Promise<Omit<DealSource, 'demand' | 'startOn' | 'endOn'>[]> {
  const stages = new Map((await listStages(scope)).map((stage) => [stage.id, stage]));
  const { rows } = await listDeals(scope, {
    limit: mostRecords,
    sort: 'number',
    outcome: ['open'],
  });
  return rows.map((deal) => {
    const stage = stages.get(deal.stage_id);
    return {
      id: deal.id,
      number: deal.number,
      version: deal.version,
      name: deal.name,
      account:
        deal.account_id === null ? null : { id: deal.account_id, name: deal.account_name ?? '' },
      stage: stage?.name ?? '',
      probabilityBasisPoints: stage?.probability ?? 0,
      valueMinor: integer(deal.value),
    };
  });
}

async function readInitiatives(scope: Scope): Promise<InitiativeSource[]> {
  const { rows } = await listInitiatives(scope, {
    limit: mostRecords,
    sort: 'number',
    state: ['considered', 'proposed'],
  });
  const ids = rows.map(({ record }) => record.id);
  const costs = await repository.listCosts(scope, ids);
  const tasks = await repository.listOpenTasks(scope, ids);
  return rows.map((row) => ({
    ...asSource(row),
    costs: costs.get(row.record.id) ?? [],
    tasks: tasks.get(row.record.id) ?? [],
  }));
}

function asSource({ record, goals, test }: ListedInitiative) {
  const helped = sumOf(goals, ({ strength }) => (strength > 0 ? 1 : 0));
  return {
    id: record.id satisfies ProjectId,
    number: record.number,
    version: record.version,
    name: record.name,
    // Only these two were asked for.
    state: record.state as 'considered' | 'proposed',
    startOn: record.start_on,
    endOn: record.end_on,
    goals: goals.map((link) => ({
      goalId: link.goal_id,
      name: link.name,
      strength: link.strength,
    })),
    approvalGaps: approvalIssues(test, helped).map(({ message }) => message),
  };
}
