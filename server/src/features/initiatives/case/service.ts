import type { BodyOf } from '@evenkeel/contract/endpoint';
import type {
  assumptions,
  benefits,
  costItems,
  stakeholders,
} from '@evenkeel/contract/initiative-case';
import { rateBook } from '@evenkeel/core/balance/rates';
import type {
  AssumptionId,
  BenefitId,
  CostItemId,
  ProjectId,
  StakeholderId,
} from '@evenkeel/core/id';
import { costByYear, sumByYear, type YearCost } from '@evenkeel/core/strategy/initiative-cost';
import { AppError, invalid } from '../../../platform/app-error.ts';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer, optionalInteger } from '../../../platform/db/values.ts';
import { hasPermission } from '../../../platform/http/permission.ts';
import { listStandardRates } from '../../people/roles/service.ts';
import { getProject, type ProjectRecord } from '../../projects/service.ts';
import * as repository from './repository.ts';

/** An item with what it costs by year; null where that is not known or not for the reader. */
export type CostedItem = {
  readonly item: repository.CostItemRecord;
  readonly years: readonly YearCost[] | null;
};

export type InitiativeCase = {
  readonly project: ProjectRecord;
  readonly benefits: readonly repository.BenefitRecord[];
  readonly costs: readonly CostedItem[];
  readonly costByYear: readonly YearCost[];
  readonly stakeholders: readonly repository.StakeholderRecord[];
  readonly assumptions: readonly repository.AssumptionRecord[];
};

export async function getCase(scope: Scope, id: ProjectId): Promise<InitiativeCase> {
  const project = await initiativeOf(scope, id);
  const costs = await costed(scope, project, await repository.listCostItems(scope, id));
  return {
    project,
    benefits: await repository.listBenefits(scope, id),
    costs,
    costByYear: sumByYear(costs.map(({ years }) => years ?? [])),
    stakeholders: await repository.listStakeholders(scope, id),
    assumptions: await repository.listAssumptions(scope, id),
  };
}

export async function addBenefit(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof benefits.create>,
): Promise<repository.BenefitRecord> {
  await openInitiative(scope, projectId);
  const fields = {
    ...draft,
    nature: draft.nature ?? ('other' as const),
    timing: draft.timing ?? ('direct' as const),
  };
  checkBenefit(fields);
  const id = await repository.insertPart<BenefitId>(scope, 'benefit', projectId, columnsOf(fields));
  return need(await repository.findBenefit(scope, id));
}

export async function updateBenefit(
  scope: Scope,
  key: { readonly id: BenefitId; readonly version: number },
  change: BodyOf<typeof benefits.update>,
): Promise<repository.BenefitRecord> {
  const before = need(await repository.findBenefit(scope, key.id));
  await openInitiative(scope, before.project_id);
  checkBenefit({
    nature: change.nature ?? before.nature,
    amount: change.amount === undefined ? optionalInteger(before.amount) : change.amount,
    actualAmount:
      change.actualAmount === undefined
        ? optionalInteger(before.actual_amount)
        : change.actualAmount,
  });
  await repository.updatePart(scope, 'benefit', key, columnsOf(change));
  return need(await repository.findBenefit(scope, key.id));
}

export async function addCostItem(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof costItems.create>,
): Promise<CostedItem> {
  const project = await openInitiative(scope, projectId);
  checkCost({ ...emptyCost, ...draft });
  const id = await repository.insertPart<CostItemId>(
    scope,
    'cost_item',
    projectId,
    columnsOf(draft),
  );
  return costedItem(scope, project, id);
}

export async function updateCostItem(
  scope: Scope,
  key: { readonly id: CostItemId; readonly version: number },
  change: BodyOf<typeof costItems.update>,
): Promise<CostedItem> {
  const before = need(await repository.findCostItem(scope, key.id));
  const project = await openInitiative(scope, before.project_id);
  checkCost({ ...fieldsOf(before), ...change });
  await repository.updatePart(scope, 'cost_item', key, columnsOf(change));
  return costedItem(scope, project, key.id);
}

export async function addStakeholder(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof stakeholders.create>,
): Promise<repository.StakeholderRecord> {
  await openInitiative(scope, projectId);
  const columns = columnsOf(draft);
  const id = await repository.insertPart<StakeholderId>(scope, 'stakeholder', projectId, columns);
  return need(await repository.findStakeholder(scope, id));
}

export async function updateStakeholder(
  scope: Scope,
  key: { readonly id: StakeholderId; readonly version: number },
  change: BodyOf<typeof stakeholders.update>,
): Promise<repository.StakeholderRecord> {
  const before = need(await repository.findStakeholder(scope, key.id));
  await openInitiative(scope, before.project_id);
  await repository.updatePart(scope, 'stakeholder', key, columnsOf(change));
  return need(await repository.findStakeholder(scope, key.id));
}

export async function addAssumption(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof assumptions.create>,
): Promise<repository.AssumptionRecord> {
  await openInitiative(scope, projectId);
  const columns = columnsOf(draft);
  const id = await repository.insertPart<AssumptionId>(scope, 'assumption', projectId, columns);
  return need(await repository.findAssumption(scope, id));
}

export async function updateAssumption(
  scope: Scope,
  key: { readonly id: AssumptionId; readonly version: number },
  change: BodyOf<typeof assumptions.update>,
): Promise<repository.AssumptionRecord> {
  const before = need(await repository.findAssumption(scope, key.id));
  await openInitiative(scope, before.project_id);
  await repository.updatePart(scope, 'assumption', key, columnsOf(change));
  return need(await repository.findAssumption(scope, key.id));
}

export async function removePart(
  scope: Scope,
  table: repository.CaseTable,
  id: string,
): Promise<void> {
  if (!(await repository.deletePart(scope, table, id))) throw new AppError('not-found');
}

async function costedItem(scope: Scope, project: ProjectRecord, id: CostItemId) {
  const [item] = await costed(scope, project, [need(await repository.findCostItem(scope, id))]);
  return need(item);
}

/** What people cost is said to those only who may see rates: their hours beside it would tell them. */
async function costed(
  scope: Scope,
  project: ProjectRecord,
  items: readonly repository.CostItemRecord[],
): Promise<CostedItem[]> {
  const { roles, rates } = await listStandardRates(scope);
  const book = rateBook({ people: [], roles, rates });
  const maySeeRates = hasPermission(scope.actor, 'manage');
  const setting = { startOn: project.start_on, endOn: project.end_on, rates: book };
  return items.map((item) => ({
    item,
    years: item.kind === 'people' && !maySeeRates ? null : costByYear(fieldsOf(item), setting),
  }));
}

function fieldsOf(item: repository.CostItemRecord) {
  return {
    kind: item.kind,
    amount: item.amount === null ? null : integer(item.amount),
    period: item.period,
    roleId: item.role_id,
    minutes: item.minutes,
    startsOn: item.starts_on,
    endsOn: item.ends_on,
  };
}

const emptyCost = {
  amount: null,
  period: null,
  roleId: null,
  minutes: null,
  startsOn: null,
  endsOn: null,
} as const;

type CostFields = BodyOf<typeof costItems.update>;

/** What each kind of cost needs and what it cannot have. */
function checkCost(cost: CostFields): void {
  const isPeople = cost.kind === 'people';
  checkPresence('minutes', cost.minutes, isPeople, 'say how many hours in all');
  checkPresence('amount', cost.amount, !isPeople, 'say how much a payment is');
  checkPresence('period', cost.period, cost.kind === 'recurring', 'say how often it is paid');
  if (!isPeople && cost.roleId) {
    throw invalid(['roleId'], 'not-here', 'belongs to the time of people only');
  }
  if (cost.startsOn && cost.endsOn && cost.endsOn < cost.startsOn) {
    throw invalid(['endsOn'], 'too-early', 'is before the start');
  }
}

function checkPresence(field: string, value: unknown, isNeeded: boolean, words: string): void {
  const isThere = value !== null && value !== undefined;
  if (isNeeded && !isThere) throw invalid([field], 'needed', words);
  if (!isNeeded && isThere) {
    throw invalid([field], 'not-here', 'does not belong to this kind of cost');
  }
}

function checkBenefit(benefit: {
  readonly nature: 'money' | 'other';
  readonly amount?: number | null | undefined;
  readonly actualAmount?: number | null | undefined;
}): void {
  if (benefit.nature === 'money') return;
  const path = (benefit.amount ?? null) === null ? 'actualAmount' : 'amount';
  if ((benefit.amount ?? benefit.actualAmount ?? null) === null) return;
  throw invalid([path], 'not-here', 'belongs to a benefit in money only');
}

async function initiativeOf(scope: Scope, id: ProjectId): Promise<ProjectRecord> {
  const { project } = await getProject(scope, id);
  if (project.kind !== 'initiative')
    throw new AppError('not-found', 'There is no such initiative.');
  return project;
}

/** The initiative, when it can be written on. */
async function openInitiative(scope: Scope, id: ProjectId): Promise<ProjectRecord> {
  const project = await initiativeOf(scope, id);
  if (project.deleted_at === null) return project;
  throw new AppError('wrong-state', 'It is in the trash. Restore it first.');
}

function need<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new AppError('not-found');
  return found;
}
