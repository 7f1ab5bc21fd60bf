import type { KpiActual, KpiRow, KpiView } from '@evenkeel/contract/kpis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { measuredKpi } from '@evenkeel/core/strategy/measured-kpi';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ActualRecord } from './actuals/service.ts';
import type { KpiRecord, ListedKpi } from './repository.ts';

export function presentKpiRow(
  { kpi, latest }: { kpi: ListedKpi; latest: ActualRecord | null },
  today: CalendarDate,
): KpiRow {
  const { lineStartsOn, lineEndsOn, dueOn, pace } = measuredKpi(kpi, today);
  return {
    id: kpi.id,
    number: kpi.number,
    version: kpi.version,
    name: kpi.name,
    goal: { id: kpi.goalId, name: kpi.goalName },
    objective: referenceOf(kpi.objectiveId, kpi.objectiveName),
    plan: { id: kpi.planId, name: kpi.planName },
    perspective: kpi.perspective,
    unit: kpi.unit,
    direction: kpi.direction,
    frequency: kpi.frequency,
    baseline: kpi.baseline,
    target: kpi.target,
    startOn: kpi.startOn,
    deadline: kpi.deadline,
    lineStartsOn,
    lineEndsOn,
    interimTargets: kpi.interimTargets,
    owner: referenceOf(kpi.ownerId, kpi.ownerName),
    position: kpi.position,
    latest: latest && presentActual(latest),
    series: kpi.series,
    dueOn,
    pace,
  };
}

export function presentKpi(
  { kpi, actuals }: { kpi: KpiRecord; actuals: readonly ActualRecord[] },
  today: CalendarDate,
): KpiView {
  return {
    ...presentKpiRow({ kpi, latest: actuals[0] ?? null }, today),
    notes: kpi.notes,
    actuals: actuals.map(presentActual),
    createdAt: moment(kpi.createdAt),
    deletedAt: optionalMoment(kpi.deletedAt),
  };
}

function presentActual(actual: ActualRecord): KpiActual {
  return {
    on: actual.on_date,
    // Went in as a number of the contract.
    value: Number(actual.value),
    comment: actual.comment,
    author: referenceOf(actual.author_id, actual.author_name),
    enteredBy: referenceOf(actual.entered_by, actual.enterer_name),
    enteredAt: moment(actual.entered_at),
  };
}
