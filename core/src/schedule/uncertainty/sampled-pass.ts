import { at } from '../column.ts';
import { emptyDates, type Pass } from '../dates.ts';
import { forwardAt } from '../forward.ts';
import type { Network } from '../network.ts';
import type { Placement } from '../placement.ts';
import { lagUnits } from '../values.ts';
import { addWork } from '../work-clock.ts';
import type { Draws } from './draws.ts';
import { milestoneDate, placedWork, type SampledNetwork } from './sampled-network.ts';
import { spreadQuantile } from './spread.ts';
import { stretchedMinutes, stretchedPlacement, stretchOf } from './stretched-task.ts';

/** Dates of every task in a block of samples: those of one task lie side by side, `width` of them. */
export type Block = {
  readonly sampled: SampledNetwork;
  readonly width: number;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** How many times as long as planned the whole task takes. */
  readonly stretch: Float64Array;
  /** Shares, then bounds, of the node at hand. */
  readonly bound: Float64Array;
  /** The engine's own columns and a network whose values may be changed, for one sample at a time. */
  readonly scratch: Pass;
};

/** Room for blocks of `width` samples. */
export function blockOf(sampled: SampledNetwork, width: number): Block {
  const { network } = sampled;
  const column = () => new Float64Array(network.count * width);
  const values = {
    ...network.values,
    duration: network.values.duration.slice(),
    placement: network.values.placement.slice(),
  };
  return {
    sampled,
    width,
    start: column(),
    finish: column(),
    stretch: column(),
    bound: new Float64Array(width),
    scratch: {
      network: { ...network, values },
      dates: emptyDates(network.count),
      isSecond: false,
    },
  };
}

/**
 * The forward pass for the samples from `first` on, node by node and within each node sample by sample:
 * what is the same for all samples is looked up once. O((tasks + links) × width).
 */
export function passForward(block: Block, draws: Draws, first: number): void {
  const { network } = block.sampled;
  for (let node = 0; node < network.count; node += 1) drawStretches(block, draws, node, first);
  for (const node of network.order) {
    if (node >= network.count) rollUpBlock(block, node - network.count);
    else placeNode(block, node);
  }
}

function drawStretches(block: Block, draws: Draws, node: number, first: number): void {
  const { sampled, width, stretch, bound } = block;
  const spread = sampled.spreads[node];
  const from = node * width;
  const task = sampled.network.project.tasks[node];
  if (!spread || !task) {
    stretch.fill(1, from, from + width);
    return;
  }
  draws.fill(at(sampled.streams, node), first, bound);
  for (let i = 0; i < width; i += 1)
    stretch[from + i] = stretchOf(task, spreadQuantile(spread, at(bound, i)));
}

function placeNode(block: Block, node: number): void {
  const { sampled, width, start, finish } = block;
  switch (sampled.kinds[node]) {
    case 'work':
      boundNode(block, node);
      placeWork(block, node);
      return;
    case 'open': {
      const from = node * width;
      start.fill(Number.NEGATIVE_INFINITY, from, from + width);
      finish.fill(Number.NEGATIVE_INFINITY, from, from + width);
      return;
    }
    case 'pinned': {
      const span = sampled.network.values.placement[node]?.forward(sampled.network.origin);
      const from = node * width;
      start.fill(span?.start ?? Number.NaN, from, from + width);
      finish.fill(span?.finish ?? Number.NaN, from, from + width);
      return;
    }
    default:
      for (let i = 0; i < width; i += 1) placeByEngine(block, node, i);
  }
}

/** The latest of what links and the summaries above ask of the start. */
function boundNode(block: Block, node: number): void {
  const { sampled, width, start, bound } = block;
  const { incoming, links, values, parent } = sampled.network;
  const above = at(parent, node) * width;
  const floor = at(sampled.floors, node);
  for (let i = 0; i < width; i += 1)
    bound[i] = above < 0 ? floor : Math.max(floor, at(start, above + i));
  for (let i = at(incoming.starts, node); i < at(incoming.starts, node + 1); i += 1) {
    const link = at(incoming.items, i);
    if (at(values.isActive, at(links.from, link)) === 1) boundByLink(block, link);
  }
}

function boundByLink(block: Block, link: number): void {
  const { width, bound, start, finish } = block;
  const { links } = block.sampled.network;
  const source = at(links.from, link) * width;
  const dates = at(links.type, link) === 0 ? finish : start;
  if (at(links.lag, link) === 0) {
    for (let i = 0; i < width; i += 1) {
      const date = at(dates, source + i);
      if (date > at(bound, i)) bound[i] = date;
    }
    return;
  }
  for (let i = 0; i < width; i += 1) {
    const date = laggedDate(block, link, at(dates, source + i), at(block.stretch, source + i));
    if (date > at(bound, i)) bound[i] = date;
  }
}

/** A date moved by a link's lag; shares of the predecessor's duration follow what was drawn for it. */
export function laggedDate(block: Block, link: number, date: number, stretch: number): number {
  const { links, values, clocks } = block.sampled.network;
  const amount = at(links.lag, link);
  if (amount === 0 || Number.isNaN(date)) return date;
  const unit = at(links.lagUnit, link);
  const source = at(links.from, link);
  const isShare = unit === lagUnits.percent || unit === lagUnits.elapsedPercent;
  const minutes = isShare
    ? amount * stretchedMinutes(at(values.duration, source), stretch)
    : amount;
  const isElapsed =
    unit === lagUnits.elapsed ||
    unit === lagUnits.elapsedPercent ||
    (isShare && at(values.isElapsed, source) === 1);
  const clock = clocks[at(links.to, link)];
  return isElapsed || !clock ? date + minutes : addWork(clock, date, minutes);
}

function placeWork(block: Block, node: number): void {
  const { sampled, width, start, finish, stretch, bound } = block;
  const parts = sampled.parts[node] ?? [];
  const [only, second] = parts;
  const from = node * width;
  if (!only) {
    placeMilestone(block, node);
    return;
  }
  const { clock, minutes } = only;
  for (let i = 0; i < width; i += 1) {
    const share = at(stretch, from + i);
    if (second) {
      const span = placedWork(parts, at(bound, i), share);
      start[from + i] = span.start;
      finish[from + i] = span.finish;
      continue;
    }
    const work = clock.workBefore(at(bound, i));
    const length = stretchedMinutes(minutes, share);
    start[from + i] = clock.startAt(work);
    finish[from + i] = clock.finishAt(Math.round((work + length) * 10) / 10);
  }
}

function placeMilestone(block: Block, node: number): void {
  const { sampled, width, start, finish, bound } = block;
  const clock = sampled.network.clocks[node];
  for (let i = 0; i < width; i += 1) {
    const date = clock ? milestoneDate(clock, at(bound, i)) : at(bound, i);
    start[node * width + i] = date;
    finish[node * width + i] = date;
  }
}

/** One node in one sample by the engine itself, on its columns with the dates it reads put in. */
function placeByEngine(block: Block, node: number, i: number): void {
  const { width, start, finish, scratch } = block;
  const { network, dates } = scratch;
  putInputs(block, node, i);
  forwardAt(scratch, node);
  const isBound = at(network.isSummary, node) === 1;
  start[node * width + i] = at(isBound ? dates.startBound : dates.earlyStart, node);
  finish[node * width + i] = at(isBound ? dates.finishBound : dates.earlyFinish, node);
}

function putInputs(block: Block, node: number, i: number): void {
  const { sampled, width, start, finish, scratch } = block;
  const { network, dates } = scratch;
  const { incoming, links, parent, values } = network;
  const above = at(parent, node);
  for (let k = at(incoming.starts, node); k < at(incoming.starts, node + 1); k += 1) {
    const source = at(links.from, at(incoming.items, k));
    // What an inactive task passes on is not among the dates: it is placed again for this sample.
    if (at(values.isActive, source) !== 1) {
      putInputs(block, source, i);
      forwardAt(scratch, source);
    }
    dates.earlyStart[source] = at(start, source * width + i);
    dates.earlyFinish[source] = at(finish, source * width + i);
    setStretch(sampled, network, source, at(block.stretch, source * width + i));
  }
  setStretch(sampled, network, node, at(block.stretch, node * width + i));
  if (above < 0) return;
  dates.startBound[above] = at(start, above * width + i);
  dates.finishBound[above] = at(finish, above * width + i);
}

/** Gives a task in the engine's columns the length drawn for it. */
export function setStretch(
  sampled: SampledNetwork,
  network: Network,
  node: number,
  stretch: number,
): void {
  if (!sampled.spreads[node]) return;
  const task = network.project.tasks[node];
  const minutes = at(sampled.network.values.duration, node);
  network.values.duration[node] = stretchedMinutes(minutes, stretch);
  if (task && sampled.network.values.placement[node])
    network.values.placement[node] = stretchedPlacement(
      task,
      { ...network.setting, book: sampled.book },
      stretch,
    );
}

/** Start and finish of a summary out of those below it. */
function rollUpBlock(block: Block, task: number): void {
  const { sampled, width, start, finish } = block;
  const { children, isSummary, values } = sampled.network;
  if (at(isSummary, task) !== 1) return;
  const placement = values.placement[task];
  const from = task * width;
  if (placement?.isPinned) {
    const span = placement.forward(sampled.network.origin);
    start.fill(span.start, from, from + width);
    finish.fill(span.finish, from, from + width);
    return;
  }
  start.fill(Number.POSITIVE_INFINITY, from, from + width);
  finish.fill(Number.NEGATIVE_INFINITY, from, from + width);
  for (let k = at(children.starts, task); k < at(children.starts, task + 1); k += 1) {
    const child = at(children.items, k);
    if (at(values.isActive, child) !== 1 && at(values.isActive, task) === 1) continue;
    for (let i = 0; i < width; i += 1) {
      const [early, late] = [at(start, child * width + i), at(finish, child * width + i)];
      if (early < at(start, from + i)) start[from + i] = early;
      if (late > at(finish, from + i)) finish[from + i] = late;
    }
  }
  if (placement) widen(block, from, placement);
  emptyToNaN(block, from);
}

/** What is said of a summary itself (begun, ended) widens it beyond those below. */
function widen({ width, start, finish }: Block, from: number, placement: Placement): void {
  for (let i = from; i < from + width; i += 1) {
    if (at(start, i) === Number.POSITIVE_INFINITY) continue;
    start[i] = placement.forward(at(start, i)).start;
    finish[i] = placement.backward(at(finish, i)).finish;
  }
}

function emptyToNaN({ width, start, finish }: Block, from: number): void {
  for (let i = from; i < from + width; i += 1) {
    if (at(start, i) === Number.POSITIVE_INFINITY) start[i] = Number.NaN;
    if (at(finish, i) === Number.NEGATIVE_INFINITY) finish[i] = Number.NaN;
  }
}
