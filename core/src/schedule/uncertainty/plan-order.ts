import { at, bump } from '../column.ts';
import type { Network } from '../network.ts';
import { adjacency } from '../order.ts';

/**
 * The nodes of a network so that each comes after those it waits for and, among those that wait for
 * nothing any more, the one that starts first in the plan; ties by place. Summaries come as soon as they
 * can. The order in which people's time is given out. O((nodes + links) log nodes).
 */
export function planOrder(network: Network, starts: Float64Array): Int32Array {
  const { count, order, isSummary } = network;
  const { from, to } = edgesOf(network);
  const outgoing = adjacency(2 * count, from);
  const waiting = new Int32Array(2 * count);
  for (const node of to) bump(waiting, node, 1);
  const rankOf = ranks(network, starts);
  const ready = queueOf((node) => at(rankOf, node));
  for (const node of order) if (at(waiting, node) === 0) ready.push(node);
  const nodes = new Int32Array(order.length);
  for (let filled = 0; filled < nodes.length; filled += 1) {
    const node = ready.pop();
    nodes[filled] = node;
    for (let i = at(outgoing.starts, node); i < at(outgoing.starts, node + 1); i += 1) {
      const next = at(to, at(outgoing.items, i));
      if (bump(waiting, next, -1) === 0) ready.push(next);
    }
  }
  return nodes;

  function ranks({ position }: Network, dates: Float64Array): Int32Array {
    const isSoon = (node: number) => node >= count || at(isSummary, node) === 1;
    const key = (node: number) =>
      isSoon(node) ? Number.NEGATIVE_INFINITY : finite(at(dates, node));
    const sorted = [...order].sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      if (one === other) return at(position, a) - at(position, b);
      return one < other ? -1 : 1;
    });
    const rank = new Int32Array(2 * count);
    sorted.forEach((node, place) => {
      rank[node] = place;
    });
    return rank;
  }
}

function finite(date: number): number {
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
}

/** What a node waits for: links, the summary above, and for a summary's end all that is below it. */
function edgesOf({ count, parent, isSummary, links, incoming }: Network) {
  const from: number[] = [];
  const to: number[] = [];
  const edge = (source: number, target: number) => {
    from.push(source);
    to.push(target);
  };
  const endOf = (task: number) => (at(isSummary, task) === 1 ? count + task : task);
  for (let task = 0; task < count; task += 1) {
    for (let i = at(incoming.starts, task); i < at(incoming.starts, task + 1); i += 1)
      edge(endOf(at(links.from, at(incoming.items, i))), task);
    const above = at(parent, task);
    if (at(isSummary, task) === 1) edge(task, count + task);
    if (above < 0) continue;
    edge(above, task);
    edge(endOf(task), count + above);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** A binary heap: the node of the lowest rank comes first. */
function queueOf(rank: (node: number) => number) {
  const nodes: number[] = [];
  const node = (place: number) => nodes[place] ?? 0;
  const swap = (a: number, b: number) => {
    [nodes[a], nodes[b]] = [node(b), node(a)];
  };
  const leastOf = (place: number): number => {
    const below = [2 * place + 1, 2 * place + 2].filter((one) => one < nodes.length);
    return below.reduce((least, one) => (rank(node(one)) < rank(node(least)) ? one : least), place);
  };
  return {
    push(added: number): void {
      nodes.push(added);
      for (let place = nodes.length - 1; place > 0; ) {
        const above = (place - 1) >> 1;
        if (rank(node(above)) <= rank(node(place))) return;
        swap(above, place);
        place = above;
      }
    },
    pop(): number {
      const first = node(0);
      const last = nodes.pop() ?? 0;
      if (nodes.length === 0) return first;
      nodes[0] = last;
      for (let place = 0; ; ) {
        const least = leastOf(place);
        if (least === place) return first;
        swap(least, place);
        place = least;
      }
    },
  };
}
