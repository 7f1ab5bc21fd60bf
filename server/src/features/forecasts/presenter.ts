import type {
  ForecastDriverView,
  ForecastResultView,
  ForecastView,
  TaskForecastView,
} from '@evenkeel/contract/forecasts';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import type { ForecastDriver, TaskForecast } from '@evenkeel/core/projects/project-forecast';
import { moment } from '../../platform/db/values.ts';
import type { NamedForecast } from './service.ts';

export function presentForecast({ record, isOutdated, names }: NamedForecast): ForecastView {
  return {
    state: record?.state ?? null,
    done: record?.done ?? 0,
    samples: record?.samples ?? 0,
    isLevelled: record?.is_levelled ?? false,
    failure: record?.failure ?? null,
    isOutdated,
    result: record ? presentResult(record, names) : null,
  };
}

type Record = NamedForecast['record'] & object;

function presentResult(record: Record, names: NamedForecast['names']): ForecastResultView | null {
  const { result, made_at: madeAt, made_for: madeFor } = record;
  if (result === null || madeAt === null || madeFor === null) return null;
  const { samples, seed, correlation, pastCount, sources, end, isLevelled, unlimited } = result;
  return {
    ...{ samples, seed, correlation, pastCount, sources, isLevelled, unlimited },
    madeAt: moment(madeAt),
    madeFor,
    end: end && {
      ...end,
      histogram: end.histogram.map(({ firstDay, lastDay, count }) => ({
        firstOn: dateFromDayNumber(firstDay),
        lastOn: dateFromDayNumber(lastDay),
        count,
      })),
    },
    tasks: result.tasks.flatMap((task) => presentTask(task, names)),
    drivers: result.drivers.flatMap((driver) => presentDriver(driver, names)),
  };
}

/** Nothing for a task that is not there any more. */
function presentTask(
  { taskId, ...figures }: TaskForecast,
  names: NamedForecast['names'],
): TaskForecastView[] {
  const task = names.get(taskId);
  return task ? [{ ...figures, task: { id: task.id, name: task.name } }] : [];
}

function presentDriver(
  { taskId, projectId: _, ...figures }: ForecastDriver,
  names: NamedForecast['names'],
): ForecastDriverView[] {
  const task = names.get(taskId);
  if (!task) return [];
  const project = { id: task.project_id, name: task.project_name, kind: task.kind };
  return [{ ...figures, task: { id: task.id, name: task.name }, project }];
}
