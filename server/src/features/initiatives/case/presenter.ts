import type {
  AssumptionView,
  BenefitView,
  CostItemView,
  InitiativeCaseView,
  StakeholderView,
} from '@evenkeel/contract/initiative-case';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { assumptionStanding } from '@evenkeel/core/strategy/assumption';
import { expectedMoney, isCheckDue } from '@evenkeel/core/strategy/benefit';
import { totalCost } from '@evenkeel/core/strategy/initiative-cost';
import { optionalInteger, referenceOf } from '../../../platform/db/values.ts';
import type { AssumptionRecord, BenefitRecord, StakeholderRecord } from './repository.ts';
import type { CostedItem, InitiativeCase } from './service.ts';

export function presentCase(whole: InitiativeCase, today: CalendarDate): InitiativeCaseView {
  const benefits = whole.benefits.map((benefit) => presentBenefit(benefit, today));
  return {
    benefits,
    expected: expectedMoney(benefits),
    costs: whole.costs.map(presentCostItem),
    costByYear: [...whole.costByYear],
    costTotal: totalCost(whole.costByYear),
    isCostComplete: whole.costs.every(({ years }) => years !== null),
    budget: optionalInteger(whole.project.budget),
    stakeholders: whole.stakeholders.map(presentStakeholder),
    assumptions: whole.assumptions.map(presentAssumption),
  };
}

export function presentBenefit(benefit: BenefitRecord, today: CalendarDate): BenefitView {
  return {
    id: benefit.id,
    version: benefit.version,
    name: benefit.name,
    nature: benefit.nature,
    timing: benefit.timing,
    amount: optionalInteger(benefit.amount),
    period: benefit.period,
    dueOn: benefit.due_on,
    measuredBy: benefit.measured_by,
    outcome: benefit.outcome,
    actualAmount: optionalInteger(benefit.actual_amount),
    outcomeNote: benefit.outcome_note,
    isCheckDue: isCheckDue({ dueOn: benefit.due_on, outcome: benefit.outcome }, today),
  };
}

export function presentCostItem({ item, years }: CostedItem): CostItemView {
  return {
    id: item.id,
    version: item.version,
    name: item.name,
    kind: item.kind,
    amount: optionalInteger(item.amount),
    period: item.period,
    role: referenceOf(item.role_id, item.role_name),
    minutes: item.minutes,
    startsOn: item.starts_on,
    endsOn: item.ends_on,
    total: years === null ? null : totalCost(years),
  };
}

export function presentStakeholder(row: StakeholderRecord): StakeholderView {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    person: referenceOf(row.person_id, row.person_name),
    stance: row.stance,
    influence: row.influence,
    concern: row.concern,
    response: row.response,
    adoptionMeasure: row.adoption_measure,
    adoptionTarget: row.adoption_target,
    adoptionActual: row.adoption_actual,
  };
}

export function presentAssumption(row: AssumptionRecord): AssumptionView {
  const threshold = row.threshold === null ? null : Number(row.threshold);
  const actual = row.actual === null ? null : Number(row.actual);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    kpi: referenceOf(row.living_kpi_id, row.kpi_name),
    unit: row.kpi_unit ?? '',
    operator: row.operator,
    threshold,
    note: row.note,
    actual,
    standing: assumptionStanding({ operator: row.operator, threshold, actual }),
  };
}
