import { at } from '../column.ts';
import type { Placement } from '../placement.ts';
import { lagUnits } from '../values.ts';
import { addWork } from '../work-clock.ts';
import type { Block } from './block.ts';
import type { Draws } from './draws.ts';
import { placeByEngine } from './engine-pass.ts';
import { milestoneDate, placedWork } from './sampled-network.ts';
import { spreadQuantile } from './spread.ts';
import { stretchedMinutes, stretchOf } from './stretched-task.ts';

/**
 * The forward pass for the samples whose lengths are drawn, node by node and within each node sample by sample:
 * what is the same for all samples is looked up once. O((tasks + links) × width).
 */
export function passForward(block: Block): void {
  const { network } = block.sampled;
  for (const node of network.order) {
    if (node >= network.count) rollUpBlock(block, node - network.count);
    else placeNode(block, node);
  }
}

/** Draws the lengths of all tasks for the samples from `first` on. */
export function drawLengths(block: Block, draws: Draws, first: number): void {
  const { count } = block.sampled.network;
  for (let node = 0; node < count; node += 1) drawStretches(block, draws, node, first);
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

/** Places a node in each sample as soon as its links allow. */
export function placeNode(block: Block, node: number): void {
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

/** Places a node in one sample again, no earlier than `floor`. */
export function placeAt(block: Block, node: number, i: number, floor: number): void {
  const { sampled, scratch } = block;
  if (sampled.kinds[node] === 'work') {
    placeWorkAt(block, node, i, floor);
    return;
  }
  scratch.floor.today = Math.max(floor, sampled.network.setting.today);
  placeByEngine(block, node, i);
  scratch.floor.today = sampled.network.setting.today;
}

function placeWork(block: Block, node: number): void {
  const { sampled, width, bound } = block;
  if (sampled.parts[node]?.length === 0) {
    placeMilestone(block, node);
    return;
  }
  for (let i = 0; i < width; i += 1) placeWorkAt(block, node, i, at(bound, i));
}

function placeWorkAt(block: Block, node: number, i: number, bound: number): void {
  const { sampled, width, start, finish, stretch } = block;
  const parts = sampled.parts[node] ?? [];
  const [only, second] = parts;
  const place = node * width + i;
  if (!only) return;
  if (second) {
    const span = placedWork(parts, bound, at(stretch, place));
    start[place] = span.start;
    finish[place] = span.finish;
    return;
  }
  const { clock, minutes } = only;
  const work = clock.workBefore(bound);
  const length = stretchedMinutes(minutes, at(stretch, place));
  start[place] = clock.startAt(work);
  finish[place] = clock.finishAt(Math.round((work + length) * 10) / 10);
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

/** Start and finish of a summary out of those below it. */
export function rollUpBlock(block: Block, task: number): void {
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
