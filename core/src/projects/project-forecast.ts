import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { ProjectId, TaskId } from '../id.ts';
import type { ScheduleProject } from '../schedule/model.ts';
import { asOf } from '../schedule/uncertainty/as-of.ts';
import {
  chanceBy,
  finishAt,
  type HistogramBar,
  histogramOf,
} from '../schedule/uncertainty/finishes.ts';
import { forwardProject } from '../schedule/uncertainty/forward-project.ts';
import { type SimulationResult, simulate } from '../schedule/uncertainty/simulate.ts';
import type { Spread } from '../schedule/uncertainty/spread.ts';
import { peopleLimits } from './forecast-limits.ts';
import { dayOfFinish, type ScheduledPlan, schedulePlan } from './schedule-dates.ts';
import type { PlanTask, SchedulePlan } from './schedule-plan.ts';

/** Where a task's spread comes from: three estimates, the firm's own past, or nowhere. */
export const spreadSources = ['estimates', 'past', 'none'] as const;
/** Where a task's spread comes from. */
export type SpreadSource = (typeof spreadSources)[number];

/** What is known of how far a task may be off. */
export type TaskUncertainty = {
  readonly taskId: TaskId;
  /** Effort at best and at worst, beside the estimate; both or neither count. */
  readonly optimisticMinutes: number | null;
  readonly pessimisticMinutes: number | null;
  /** How work of its kind has turned out before; null without enough of a past. */
  readonly past: Spread | null;
};

/** What a forecast is made of. */
export type ForecastProblem = {
  /** The project with all that hang together with it. */
  readonly plan: SchedulePlan;
  readonly projectId: ProjectId;
  readonly promisedOn: CalendarDate | null;
  readonly uncertainties: readonly TaskUncertainty[];
  /** How far tasks run over together, 0 to below 1. */
  readonly correlation: number;
  readonly today: CalendarDate;
  readonly samples: number;
  readonly seed: number;
  /** Whether nobody works on more than fits: the plan then holds all that its people work on. */
  readonly isLevelled: boolean;
};

/** When something is reached: in half, four fifths and nineteen twentieths of all samples. */
export type TargetForecast = {
  /** As the plan says today. */
  readonly plannedOn: CalendarDate;
  readonly p50On: CalendarDate;
  readonly p80On: CalendarDate;
  readonly p95On: CalendarDate;
  readonly promisedOn: CalendarDate | null;
  /** Share of samples that keep the promise, 0 to 1; null without a promise. */
  readonly chance: number | null;
};

/** A milestone or task in the forecast. */
export type TaskForecast = TargetForecast & {
  readonly taskId: TaskId;
  readonly isMilestone: boolean;
  /** Share of samples in which it holds the project's end where it is. */
  readonly criticality: number;
  readonly source: SpreadSource;
};

/** What drives the spread of the project's end. */
export type ForecastDriver = {
  readonly taskId: TaskId;
  readonly projectId: ProjectId;
  readonly rankCorrelation: number;
  readonly sensitivity: number;
  readonly criticality: number;
  readonly source: SpreadSource;
};

/** The forecast of one project; `end` is null when nothing of it has a place in time. */
export type ProjectForecast = {
  readonly samples: number;
  /** Whether people's limits count. */
  readonly isLevelled: boolean;
  /** With people's limits: the end without them, from the same draws. Null without. */
  readonly unlimited: Pick<TargetForecast, 'p50On' | 'p80On' | 'p95On'> | null;
  readonly end: (TargetForecast & { readonly histogram: readonly HistogramBar[] }) | null;
  /** Its tasks that are not done, milestones among them; at most `mostTasks`. */
  readonly tasks: readonly TaskForecast[];
  readonly drivers: readonly ForecastDriver[];
  /** Open tasks by where their spread comes from. */
  readonly sources: Readonly<Record<SpreadSource, number>>;
};

const mostTasks = 2_000;
const mostDrivers = 100;

/**
 * Forecasts the end of a project and of its milestones by simulation of its whole network, from today
 * on: what is not done lies on or after today. With people's limits each sample is levelled over all
 * of the plan, and the network alone is simulated beside it. Same problem, same forecast.
 */
export function forecastProject(
  problem: ForecastProblem,
  ties: Pick<Parameters<typeof simulate>[0], 'shouldStop' | 'onProgress'> = {},
): ProjectForecast {
  const scheduled = schedulePlan(problem.plan);
  const { projectId, samples, seed, correlation } = problem;
  const sources = sourcesOf(problem, scheduled.problem);
  const own = problem.plan.tasks.filter(
    (task) => task.projectId === projectId && scheduled.dates.has(task.id),
  );
  const watched = own.filter((task) => task.state !== 'done').slice(0, mostTasks);
  const simulation = {
    project: asOf(forwardProject(scheduled.problem), dayNumber(problem.today) * 1440),
    spreads: new Map([...sources].map(([id, { spread }]) => [id, spread])),
    targets: [
      { id: endId, taskIds: own.map(({ id }) => id), isEnd: true },
      ...watched.map(({ id }) => ({ id, taskIds: [id], isEnd: false })),
    ],
    samples,
    seed,
    correlation,
  };
  const parts = { scheduled, sources, watched, own };
  if (!problem.isLevelled)
    return summary(problem, parts, { result: simulate({ ...simulation, ...ties }), free: null });
  // Half of the way each, as far as progress goes.
  const half = (isSecond: boolean) => (done: number, of: number) =>
    ties.onProgress?.(Math.round((done + (isSecond ? of : 0)) / 2), of);
  const end = simulation.targets.slice(0, 1);
  const free = simulate({ ...simulation, ...ties, targets: end, onProgress: half(false) });
  const limits = peopleLimits(scheduled);
  const result = simulate({ ...simulation, ...ties, limits, onProgress: half(true) });
  return summary(problem, parts, { result, free });
}

const endId = 'end';

type Sourced = { readonly spread: Spread; readonly source: SpreadSource };

type Parts = {
  readonly scheduled: ScheduledPlan;
  readonly sources: ReadonlyMap<string, Sourced>;
  readonly watched: readonly PlanTask[];
  readonly own: readonly PlanTask[];
};

function summary(
  problem: ForecastProblem,
  parts: Parts,
  { result, free }: { readonly result: SimulationResult; readonly free: SimulationResult | null },
): ProjectForecast {
  const { scheduled, sources, watched, own } = parts;
  const finishes = new Map(result.targets.map((target) => [target.id, target.finishes]));
  const criticality = new Map(result.tasks.map((task) => [task.id, task.criticality]));
  const projects = new Map(problem.plan.tasks.map((task) => [task.id, task.projectId]));
  const sourceOf = (id: string) => sources.get(id)?.source ?? 'none';
  const planned = (ids: readonly PlanTask[]) =>
    Math.max(...ids.map(({ id }) => scheduled.dates.get(id)?.scheduled.finish ?? Number.NaN));
  const targetOf = (id: string, tasks: readonly PlanTask[], promisedOn: CalendarDate | null) => {
    const found = finishes.get(id);
    return found && found.length > 0 ? targetForecast(found, planned(tasks), promisedOn) : null;
  };
  const end = targetOf(endId, own, problem.promisedOn);
  return {
    samples: result.samples,
    isLevelled: problem.isLevelled,
    unlimited: free && percentiles(free.targets[0]?.finishes ?? new Float64Array()),
    end: end && { ...end, histogram: histogramOf(finishes.get(endId) ?? new Float64Array()) },
    tasks: watched.flatMap((task) => {
      const found = targetOf(task.id, [task], task.deadlineOn);
      if (!found) return [];
      const { id: taskId, isMilestone } = task;
      const share = criticality.get(taskId) ?? 0;
      return [{ taskId, isMilestone, criticality: share, source: sourceOf(taskId), ...found }];
    }),
    drivers: (result.drivers.get(endId) ?? []).slice(0, mostDrivers).map((driver) => {
      // The simulation was given these ids.
      const taskId = driver.taskId as TaskId;
      return {
        ...driver,
        taskId,
        projectId: projects.get(taskId) ?? problem.projectId,
        criticality: criticality.get(taskId) ?? 0,
        source: sourceOf(taskId),
      };
    }),
    sources: countSources(parts),
  };
}

function targetForecast(
  finishes: Float64Array,
  planned: number,
  promisedOn: CalendarDate | null,
): TargetForecast {
  const promised = promisedOn === null ? null : (dayNumber(promisedOn) + 1) * 1440;
  return {
    plannedOn: dayOfFinish(planned),
    ...percentiles(finishes),
    promisedOn,
    chance: promised === null ? null : chanceBy(finishes, promised),
  };
}

function percentiles(finishes: Float64Array): Pick<TargetForecast, 'p50On' | 'p80On' | 'p95On'> {
  const at = (share: number) => dayOfFinish(finishAt(finishes, share));
  return { p50On: at(0.5), p80On: at(0.8), p95On: at(0.95) };
}

/** Three estimates before the firm's past: who wrote them down knows this very task. */
function sourcesOf(problem: ForecastProblem, { tasks }: ScheduleProject): Map<string, Sourced> {
  const known = new Map(problem.plan.tasks.map((task) => [task.id as string, task]));
  const uncertain = new Map(problem.uncertainties.map((one) => [one.taskId as string, one]));
  const sources = new Map<string, Sourced>();
  for (const { id, duration } of tasks) {
    const task = known.get(id);
    const uncertainty = uncertain.get(id);
    if (!task || !uncertainty || task.isMilestone || duration.minutes === 0) continue;
    const estimated = threePoints(task, uncertainty);
    if (estimated) sources.set(id, { spread: estimated, source: 'estimates' });
    else if (uncertainty.past) sources.set(id, { spread: uncertainty.past, source: 'past' });
  }
  return sources;
}

function threePoints(
  { estimateMinutes: likely }: PlanTask,
  { optimisticMinutes: best, pessimisticMinutes: worst }: TaskUncertainty,
): Spread | null {
  if (likely === null || likely <= 0 || best === null || worst === null) return null;
  // An estimate that was changed beyond the other two has moved them along.
  const [optimistic, pessimistic] = [Math.min(best, likely), Math.max(worst, likely)];
  if (optimistic === pessimistic) return null;
  return {
    kind: 'betaPert',
    optimistic: optimistic / likely,
    likely: 1,
    pessimistic: pessimistic / likely,
  };
}

function countSources({ scheduled, sources, watched }: Parts): Record<SpreadSource, number> {
  const counts = { estimates: 0, past: 0, none: 0 };
  for (const { id, isMilestone } of watched) {
    if (isMilestone || scheduled.dates.get(id)?.isSummary) continue;
    counts[sources.get(id)?.source ?? 'none'] += 1;
  }
  return counts;
}
