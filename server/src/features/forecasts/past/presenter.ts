import type { AccuracyRow, AccuracyTask, AccuracyView } from '@evenkeel/contract/forecasts';
import { sumOf } from '@evenkeel/core/grouping';
import { spreadQuantile } from '@evenkeel/core/schedule/uncertainty/spread';
import { integer, referenceOf } from '../../../platform/db/values.ts';
import type { Accuracy, FinishedTask } from './service.ts';

export function presentAccuracy({ by, past, honesty, rows }: Accuracy): AccuracyView {
  return {
    count: past.count,
    ratio: past.ratio,
    correlation: past.correlation,
    honesty,
    rows: rows.map((row) => presentRow(by, row)),
  };
}

export function presentBehind(task: FinishedTask): AccuracyTask {
  const actual = integer(task.actual);
  return {
    task: { id: task.id, name: task.name },
    project: { id: task.project_id, name: task.project_name, kind: task.kind },
    doneOn: task.done_on,
    estimateMinutes: task.estimate,
    actualMinutes: actual,
    ratio: actual / task.estimate,
  };
}

function presentRow(by: Accuracy['by'], { ratio, tasks }: Accuracy['rows'][number]): AccuracyRow {
  const [first] = tasks;
  return {
    key: ratio.key,
    role: by === 'type' ? null : referenceOf(first?.role_id ?? null, first?.role_name ?? null),
    type: by === 'role' ? null : (first?.type ?? ''),
    count: ratio.count,
    estimateMinutes: sumOf(tasks, ({ estimate }) => estimate),
    actualMinutes: sumOf(tasks, ({ actual }) => integer(actual)),
    ownRatio: ratio.ownRatio,
    ratio: ratio.ratio,
    weight: ratio.weight,
    p80: spreadQuantile(ratio.spread, 0.8),
  };
}
