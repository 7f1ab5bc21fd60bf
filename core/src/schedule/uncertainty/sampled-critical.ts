import { at, bump } from '../column.ts';
import { backwardSpan, forwardSpan } from '../spans.ts';
import type { Block } from './block.ts';
import type { Ends } from './ends.ts';
import { setStretch } from './engine-pass.ts';
import { laggedDate } from './sampled-pass.ts';

/** Marks: a later start, or a later finish, of the task would move the end. */
const [byStart, byFinish] = [1, 2];

/** Which tasks the ends hang on in each sample of a block; `critical` counts samples by task. */
export type CriticalMarks = {
  readonly marks: Uint8Array;
  /** Whether a task has a mark in any sample of the block. */
  readonly isMarked: Uint8Array;
  readonly critical: Int32Array;
};

/** Room for the marks of blocks of `width` samples. */
export function marksOf(count: number, width: number): CriticalMarks {
  return {
    marks: new Uint8Array(count * width),
    isMarked: new Uint8Array(count),
    critical: new Int32Array(count),
  };
}

/**
 * Walks back from the tasks that are last to those that hold them where they are, in each sample: the
 * tasks without slack towards an end. A summary is critical where something below it is.
 * O((tasks + links) × width) at worst; tasks no end hangs on cost nothing.
 */
export function markCritical(
  block: Block,
  ends: Ends,
  {
    marks: found,
    latest,
    order = block.sampled.network.order,
  }: {
    readonly marks: CriticalMarks;
    readonly latest: Float64Array;
    /** With people's limits: in which order tasks were placed. */
    readonly order?: Int32Array | undefined;
  },
): void {
  const { network } = block.sampled;
  found.marks.fill(0);
  found.isMarked.fill(0);
  markEnds(block, ends, { found, latest });
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const node = at(order, place);
    const task = node >= network.count ? node - network.count : node;
    if (at(network.isSummary, task) !== 1) {
      if (node < network.count && at(found.isMarked, node) === 1) {
        markSources(block, found, node);
        markHolders(block, found, node);
      }
    } else if (node >= network.count) markBelow(block, found, task);
    else markSummary(block, found, task);
  }
  countMarks(block, found);
}

function markEnds(
  { width, finish }: Block,
  ends: Ends,
  { found, latest }: { readonly found: CriticalMarks; readonly latest: Float64Array },
): void {
  ends.tasks.forEach((tasks, end) => {
    for (const task of tasks)
      for (let i = 0; i < width; i += 1)
        if (at(finish, task * width + i) >= at(latest, end * width + i))
          mark(found, width, { task, i, by: byFinish });
  });
}

/** What holds a task's start where it is, its own links and those of the summaries above it. */
function markSources(block: Block, found: CriticalMarks, node: number): void {
  const { network } = block.sampled;
  if (network.values.placement[node]?.isPinned) return;
  for (let to = node; to >= 0; to = at(network.parent, to))
    for (let k = at(network.incoming.starts, to); k < at(network.incoming.starts, to + 1); k += 1) {
      const link = at(network.incoming.items, k);
      if (at(network.values.isActive, at(network.links.from, link)) === 1)
        markSource(block, found, { node, link });
    }
}

/** With people's limits: the task on which its people were before. */
function markHolders({ width, heldBy }: Block, found: CriticalMarks, node: number): void {
  for (let i = 0; i < width; i += 1) {
    const task = at(heldBy, node * width + i);
    if (task >= 0 && at(found.marks, node * width + i) > 0)
      mark(found, width, { task, i, by: byFinish });
  }
}

function markSource(
  block: Block,
  found: CriticalMarks,
  { node, link }: { readonly node: number; readonly link: number },
): void {
  const { sampled, width, start, finish, stretch } = block;
  const { links } = sampled.network;
  const source = at(links.from, link);
  const type = at(links.type, link);
  const isByFinish = type === 0 || type === 2;
  for (let i = 0; i < width; i += 1) {
    if (at(found.marks, node * width + i) === 0) continue;
    const place = source * width + i;
    const date = at(isByFinish ? finish : start, place);
    const bound = laggedDate(block, link, date, at(stretch, place));
    if (isHeldBy(block, node, { i, bound, isStart: type < 2 }))
      mark(found, width, { task: source, i, by: isByFinish ? byFinish : byStart });
  }
}

/** Whether the bound alone would put the task as late as it stands. */
function isHeldBy(
  { sampled, width, start, stretch, scratch }: Block,
  node: number,
  { i, bound, isStart }: { readonly i: number; readonly bound: number; readonly isStart: boolean },
): boolean {
  const actual = at(start, node * width + i);
  if (Number.isNaN(bound)) return false;
  if (isStart && bound >= actual) return true;
  setStretch(sampled, scratch.network, node, at(stretch, node * width + i));
  const span = isStart
    ? forwardSpan(scratch.network, node, bound)
    : backwardSpan(scratch.network, node, bound);
  return span.start >= actual;
}

/** A summary that holds something: so do those below it that are its first or last. */
function markBelow({ sampled, width, start, finish }: Block, found: CriticalMarks, task: number) {
  if (at(found.isMarked, task) !== 1) return;
  const { children, values } = sampled.network;
  for (let k = at(children.starts, task); k < at(children.starts, task + 1); k += 1) {
    const child = at(children.items, k);
    if (at(values.isActive, child) !== 1) continue;
    for (let i = 0; i < width; i += 1) {
      const by = at(found.marks, task * width + i);
      const [own, above] = [child * width + i, task * width + i];
      if ((by & byFinish) !== 0 && at(finish, own) >= at(finish, above))
        mark(found, width, { task: child, i, by: byFinish });
      if ((by & byStart) !== 0 && at(start, own) <= at(start, above))
        mark(found, width, { task: child, i, by: byStart });
    }
  }
}

function markSummary({ sampled, width }: Block, found: CriticalMarks, task: number): void {
  const { children } = sampled.network;
  for (let k = at(children.starts, task); k < at(children.starts, task + 1); k += 1) {
    const child = at(children.items, k);
    if (at(found.isMarked, child) !== 1) continue;
    for (let i = 0; i < width; i += 1)
      if (at(found.marks, child * width + i) > 0) mark(found, width, { task, i, by: byFinish });
  }
}

function mark(
  { marks, isMarked }: CriticalMarks,
  width: number,
  of: { readonly task: number; readonly i: number; readonly by: number },
): void {
  const place = of.task * width + of.i;
  marks[place] = at(marks, place) | of.by;
  isMarked[of.task] = 1;
}

function countMarks({ sampled, width }: Block, { marks, isMarked, critical }: CriticalMarks): void {
  for (let task = 0; task < sampled.network.count; task += 1) {
    if (at(isMarked, task) !== 1) continue;
    let count = 0;
    for (let i = 0; i < width; i += 1) if (at(marks, task * width + i) > 0) count += 1;
    bump(critical, task, count);
  }
}
