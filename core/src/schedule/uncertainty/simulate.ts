import { at } from '../column.ts';
import type { Minute, ScheduleProject } from '../model.ts';
import { type Block, blockOf } from './block.ts';
import { drawsOf } from './draws.ts';
import { type Driver, driversOf } from './drivers.ts';
import { type ForecastTarget, placesOfTargets } from './ends.ts';
import { forwardProject } from './forward-project.ts';
import {
  type LevelledPass,
  levelledPass,
  type PeopleLimits,
  passLevelled,
} from './people-limits.ts';
import { type CriticalMarks, markCritical, marksOf } from './sampled-critical.ts';
import { type SampledNetwork, sampledNetwork } from './sampled-network.ts';
import { drawLengths, passForward } from './sampled-pass.ts';
import type { Spread } from './spread.ts';

/** What is simulated, and how. */
export type Simulation = {
  readonly project: ScheduleProject;
  /** By task id; tasks without one take what is planned. */
  readonly spreads: ReadonlyMap<string, Spread>;
  readonly targets: readonly ForecastTarget[];
  /** 1,000 when missing. */
  readonly samples?: number;
  /** The same seed gives the same figures. */
  readonly seed: number;
  /** How far tasks run over together, 0 to below 1; 0 when missing. */
  readonly correlation?: number;
  /** Whose time tasks take: each sample is then levelled. Without, nobody is ever short of time. */
  readonly limits?: PeopleLimits;
  /** Asked between blocks: the samples done so far count, the rest is left. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (done: number, of: number) => void;
};

/** What came of a simulation. */
export type SimulationResult = {
  /** Samples done: fewer than asked for when it was stopped. */
  readonly samples: number;
  readonly targets: readonly TargetFinishes[];
  /** Tasks in the order of the project. */
  readonly tasks: readonly SimulatedTask[];
  /** For each target that is an end, what drives its spread, most first. */
  readonly drivers: ReadonlyMap<string, readonly Driver[]>;
};

/** When a target is reached over all samples, earliest first. Empty without tasks. */
export type TargetFinishes = { readonly id: string; readonly finishes: Float64Array };

/** A task over all samples. */
export type SimulatedTask = {
  readonly id: string;
  /**
   * Share of samples in which the task holds an end where it is, 0 to 1: the criticality index.
   * Source: R. M. Van Slyke (1963), Monte Carlo methods and the PERT problem.
   */
  readonly criticality: number;
};

/** Room for so many dates in a block; two columns and the stretches. */
const datesInBlock = 1_000_000;

/**
 * Monte Carlo over a whole plan: each sample draws a length for every task and runs the engine's forward
 * pass. People's calendars, links and dates hold in each; with limits nobody works on more than fits
 * either, by one pass of serial generation in the order of the plan. For the same seed a sample with
 * limits is never done before the one without: every task starts where its links allow, or later.
 * O(samples × (tasks + links)).
 */
export function simulate(simulation: Simulation): SimulationResult {
  const { samples = 1_000, seed, correlation = 0, onProgress } = simulation;
  const sampled = sampledNetwork(forwardProject(simulation.project), simulation.spreads, seed);
  const draws = drawsOf(seed, samples, correlation);
  const count = sampled.network.count;
  const width = Math.max(1, Math.min(samples, 128, Math.floor(datesInBlock / Math.max(1, count))));
  const levelled =
    simulation.limits && levelledPass(sampled, simulation.limits, plannedStarts(sampled));
  const run = runOf(simulation, sampled, { samples, width, levelled });
  let done = 0;
  while (done < samples && !simulation.shouldStop?.()) {
    const size = Math.min(width, samples - done);
    if (size < run.block.width) run.resize(size);
    drawLengths(run.block, draws, done);
    if (levelled) passLevelled(run.block, levelled);
    else passForward(run.block);
    run.collect(done);
    done += size;
    onProgress?.(done, samples);
  }
  const tasks = simulation.project.tasks.map(({ id }, task) => ({
    id,
    criticality: done === 0 ? 0 : run.critical(task) / done,
  }));
  return {
    samples: done,
    targets: run.targets.map(({ id, finishes }) => ({
      id,
      finishes: finishes.slice(0, done).toSorted(),
    })),
    tasks,
    drivers: driversOf({ sampled, draws, samples: done, tasks, ends: run.ends() }),
  };
}

/** When each task starts without uncertainty and limits. */
function plannedStarts(sampled: SampledNetwork): Float64Array {
  const block = blockOf(sampled, 1);
  block.stretch.fill(1);
  passForward(block);
  return block.start;
}

/** One target while samples come in. */
type Collected = { readonly id: string; readonly isEnd: boolean; readonly finishes: Float64Array };

function runOf(
  { targets }: Simulation,
  sampled: SampledNetwork,
  {
    samples,
    width,
    levelled,
  }: {
    readonly samples: number;
    readonly width: number;
    readonly levelled: LevelledPass | undefined;
  },
) {
  const { network } = sampled;
  const known = placesOfTargets(network, targets);
  const inUse = targets.map((target, i) => ({
    ...target,
    places: known.tasks[i] ?? new Int32Array(),
  }));
  const filled = inUse.filter(({ places }) => places.length > 0);
  const collected: Collected[] = filled.map(({ id, isEnd }) => ({
    id,
    isEnd,
    finishes: new Float64Array(samples),
  }));
  const ends = { tasks: filled.filter(({ isEnd }) => isEnd).map(({ places }) => places) };
  const critical = new Int32Array(network.count);
  const run = {
    block: blockOf(sampled, width),
    marks: marksOf(network.count, width),
    targets: collected,
    critical: (task: number) => at(critical, task),
    ends: () =>
      filled.flatMap(({ id, isEnd, places }, i) =>
        isEnd ? [{ id, places, finishes: collected[i]?.finishes ?? new Float64Array() }] : [],
      ),
    resize: (size: number) => {
      run.block = blockOf(sampled, size);
      run.marks = marksOf(network.count, size);
    },
    collect: (first: number) => {
      const { block, marks } = run;
      const latest = new Float64Array(ends.tasks.length * block.width);
      let end = 0;
      filled.forEach(({ places, isEnd }, i) => {
        const finishes = latestOf(block, places);
        collected[i]?.finishes.set(finishes, first);
        if (isEnd) latest.set(finishes, block.width * end++);
      });
      markCritical(block, ends, { marks, latest, order: levelled?.order });
      addCounts(critical, marks);
    },
  };
  return run;
}

function addCounts(critical: Int32Array, marks: CriticalMarks): void {
  for (let task = 0; task < critical.length; task += 1)
    critical[task] = at(critical, task) + at(marks.critical, task);
  marks.critical.fill(0);
}

/** The last finish of some tasks in each sample of a block. */
function latestOf({ width, finish }: Block, places: Int32Array): Float64Array {
  const latest = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (const place of places)
    for (let i = 0; i < width; i += 1) {
      const date: Minute = at(finish, place * width + i);
      if (date > at(latest, i)) latest[i] = date;
    }
  return latest;
}
