import { at } from '../column.ts';
import { nextWorkStart } from '../work-clock.ts';
import type { Block } from './block.ts';
import {
  type Booked,
  type Booking,
  book,
  type Clash,
  clashIn,
  emptyBooking,
  wholeShare,
} from './booking.ts';
import { planOrder } from './plan-order.ts';
import type { SampledNetwork } from './sampled-network.ts';
import { placeAt, placeNode, rollUpBlock } from './sampled-pass.ts';
import { stretchedMinutes } from './stretched-task.ts';

/** How much of somebody's time a task takes while it is worked on: basis points, above 0 up to 10,000. */
export type TaskDemand = { readonly worker: string; readonly share: number };

/** By task id; tasks without take nobody's time. */
export type PeopleLimits = ReadonlyMap<string, readonly TaskDemand[]>;

/** Limits made ready for many passes. */
export type LevelledPass = {
  /** In which order people's time is given out. */
  readonly order: Int32Array;
  readonly workers: number;
  /** By node: whose time it takes. */
  readonly demands: readonly (readonly Demand[])[];
  /** Whether a node may be put off: it has not begun, and nobody has fixed it. */
  readonly isFree: readonly boolean[];
};

type Demand = { readonly worker: number; readonly share: number };

/** Finds the order of the plan: by its dates without uncertainty and limits. */
export function levelledPass(
  sampled: SampledNetwork,
  limits: PeopleLimits,
  planned: Float64Array,
): LevelledPass {
  const { network } = sampled;
  const numbers = new Map<string, number>();
  const numberOf = (worker: string): number => {
    const known = numbers.get(worker) ?? numbers.size;
    numbers.set(worker, known);
    return known;
  };
  const demands = network.project.tasks.map(({ id }, node) =>
    at(network.isSummary, node) === 1 || at(network.values.isActive, node) !== 1
      ? []
      : (limits.get(id) ?? []).map(({ worker, share }) => ({
          worker: numberOf(worker),
          share: Math.min(wholeShare, Math.max(1, Math.round(share))),
        })),
  );
  return {
    order: planOrder(network, planned),
    workers: numbers.size,
    demands,
    isFree: network.project.tasks.map(
      ({ progress }, node) =>
        progress?.actualStart === undefined && network.values.placement[node]?.isPinned !== true,
    ),
  };
}

/**
 * One sample after the other by the serial scheme (J. Kelley, 1963): in the order of the plan each task
 * takes the first time from where its links allow in which all its people have room. What is fixed is
 * booked before all else, and stands whatever it is booked on; what has begun goes on. Fills in who
 * held each task back, for the criticality.
 */
export function passLevelled(block: Block, pass: LevelledPass): void {
  const { network } = block.sampled;
  const bookings = Array.from({ length: pass.workers * block.width }, emptyBooking);
  const run = { block, pass, bookings };
  block.heldBy.fill(-1);
  for (let node = 0; node < network.count; node += 1)
    if (isFixed(run, node)) placeAndBook(run, node);
  for (const node of pass.order) {
    if (node >= network.count) rollUpBlock(block, node - network.count);
    else if (!isFixed(run, node)) placeAndBook(run, node);
  }
}

type Run = {
  readonly block: Block;
  readonly pass: LevelledPass;
  /** By worker, then sample. */
  readonly bookings: readonly Booking[];
};

/** Where it lies hangs on nothing. */
function isFixed({ block, pass }: Run, node: number): boolean {
  return (pass.demands[node]?.length ?? 0) > 0 && block.sampled.kinds[node] === 'pinned';
}

function placeAndBook(run: Run, node: number): void {
  const { block, pass } = run;
  placeNode(block, node);
  const demands = pass.demands[node] ?? [];
  if (demands.length === 0) return;
  for (let i = 0; i < block.width; i += 1) {
    if (pass.isFree[node]) putOff(run, node, i);
    demands.forEach((demand, part) => {
      const booking = run.bookings[demand.worker * block.width + i];
      if (booking) book(booking, stretchOf(block, node, { part, i, share: demand.share }), node);
    });
  }
}

/** Moves a task behind whatever its people are booked with, until all have room. */
function putOff(run: Run, node: number, i: number): void {
  const { block } = run;
  const place = node * block.width + i;
  for (;;) {
    const clash = clashOf(run, node, i);
    const before = at(block.start, place);
    if (clash === null || !(clash.until > before)) return;
    placeAt(block, node, i, clash.until);
    // What must lie where it lies is not moved by anything.
    if (!(at(block.start, place) > before)) return;
    block.heldBy[place] = clash.ender;
  }
}

function clashOf({ block, pass, bookings }: Run, node: number, i: number): Clash | null {
  const demands = pass.demands[node] ?? [];
  for (let part = 0; part < demands.length; part += 1) {
    const { worker = 0, share = 0 } = demands[part] ?? {};
    const booking = bookings[worker * block.width + i];
    const clash = booking && clashIn(booking, stretchOf(block, node, { part, i, share }));
    if (clash) return clash;
  }
  return null;
}

/** When one of its people works on a task: up to their next working time, so that nothing is left between. */
function stretchOf(
  block: Block,
  node: number,
  { part, i, share }: { readonly part: number; readonly i: number; readonly share: number },
): Booked {
  const { sampled, width } = block;
  const place = node * width + i;
  const parts = sampled.kinds[node] === 'work' ? (sampled.parts[node] ?? []) : [];
  const own = parts.length > 1 ? parts[part] : undefined;
  const start = at(block.start, place);
  const finish = at(block.finish, place);
  if (own === undefined) {
    const clock = parts[0]?.clock ?? sampled.network.clocks[node];
    return { start, finish: clock ? nextWorkStart(clock, finish) : finish, share };
  }
  const work = own.clock.workBefore(start);
  const length = stretchedMinutes(own.minutes, at(block.stretch, place));
  const end = own.clock.finishAt(Math.round((work + length) * 10) / 10);
  return { start: own.clock.startAt(work), finish: nextWorkStart(own.clock, end), share };
}
