import type { CustomerMetricView, MilestoneView } from '@evenkeel/contract/milestones';
import { isReached, kpiProgress } from '@evenkeel/core/strategy/kpi';
import type { MilestoneRecord } from './service.ts';

export function presentMilestone(row: MilestoneRecord): MilestoneView {
  return {
    id: row.id,
    name: row.name,
    dueOn: row.due_on,
    doneOn: row.done_on,
    isDone: row.is_done,
    isClientVisible: row.is_client_visible,
    asksSatisfaction: row.asks_satisfaction,
    metric: row.metric_id === null ? null : presentMetric(row.metric_id, row),
  };
}

function presentMetric(id: CustomerMetricView['id'], row: MilestoneRecord): CustomerMetricView {
  const [baseline, target, measured] = [row.baseline, row.target, row.measured].map(numberOf);
  const plan = { baseline: baseline ?? null, target: target ?? null, direction: row.direction };
  return {
    ...plan,
    id,
    version: row.metric_version,
    name: row.metric_name,
    unit: row.unit,
    measured: measured ?? null,
    measuredOn: row.measured_on,
    isClientVisible: row.is_metric_visible,
    progress: kpiProgress(plan, measured ?? null),
    isReached: isReached(plan, measured ?? null),
  };
}

function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}
