import { at } from '../column.ts';
import { forwardAt } from '../forward.ts';
import type { Network } from '../network.ts';
import type { Block } from './block.ts';
import type { SampledNetwork } from './sampled-network.ts';
import { stretchedMinutes, stretchedPlacement } from './stretched-task.ts';

/** One node in one sample by the engine itself, on its columns with the dates it reads put in. */
export function placeByEngine(block: Block, node: number, i: number): void {
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
