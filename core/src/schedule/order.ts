import { at, bump } from './column.ts';
import type { ScheduleIssue } from './model.ts';

/** Edges between nodes; those of a link can be left out to break a cycle, those of the outline cannot. */
export type Graph = {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Place of the link in the project's list, -1 for an edge of the outline. */
  readonly link: Int32Array;
  /** Task of each node, by its place. */
  readonly taskOf: (node: number) => number;
  readonly idOf: (task: number) => string;
};

/** Nodes so that each comes after those it waits for, and the links left out to make that possible. */
export type Order = {
  readonly nodes: Int32Array;
  readonly dropped: ReadonlySet<number>;
  readonly issues: readonly ScheduleIssue[];
};

/**
 * Topological order (A. B. Kahn, 1962), O(nodes + edges). Where nothing is free any more, a circle is
 * found by walking back along what is waited for, named, and broken at the link into its task of the
 * smallest id, so that the same plan in another order gives the same dates.
 */
export function topologicalOrder(graph: Graph): Order {
  const { nodeCount, from, to } = graph;
  const outgoing = adjacency(nodeCount, from);
  const waiting = new Int32Array(nodeCount);
  for (let edge = 0; edge < to.length; edge += 1) bump(waiting, at(to, edge), 1);
  const nodes = new Int32Array(nodeCount);
  const dropped = new Set<number>();
  const issues: ScheduleIssue[] = [];
  let filled = 0;
  const release = (node: number) => {
    nodes[filled] = node;
    filled += 1;
  };
  const cross = (edge: number) => {
    const target = at(to, edge);
    if (bump(waiting, target, -1) === 0) release(target);
  };
  for (let node = 0; node < nodeCount; node += 1) if (at(waiting, node) === 0) release(node);
  const breaker = cycleBreaker(graph, waiting, dropped);
  for (let next = 0; next < nodeCount; next += 1) {
    while (next === filled) {
      const { issue, edge } = breaker();
      issues.push(issue);
      cross(edge);
    }
    const node = at(nodes, next);
    for (let i = at(outgoing.starts, node); i < at(outgoing.starts, node + 1); i += 1) {
      const edge = at(outgoing.items, i);
      if (!dropped.has(at(graph.link, edge))) cross(edge);
    }
  }
  return { nodes, dropped, issues };
}

/** Items grouped by key, keys from 0 to `count` - 1: `items` from `starts[key]` to `starts[key + 1]`. */
export type Groups = { readonly starts: Int32Array; readonly items: Int32Array };

/** Places of `keys` grouped by their value, negative ones left out. O(n). */
export function adjacency(count: number, keys: Int32Array): Groups {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i += 1) {
    const key = at(keys, i);
    if (key >= 0) bump(starts, key + 1, 1);
  }
  for (let key = 0; key < count; key += 1) bump(starts, key + 1, at(starts, key));
  const items = new Int32Array(at(starts, count));
  const next = starts.slice(0, count);
  for (let i = 0; i < keys.length; i += 1) {
    const key = at(keys, i);
    if (key >= 0) items[bump(next, key, 1) - 1] = i;
  }
  return { starts, items };
}

type Broken = { readonly issue: ScheduleIssue; readonly edge: number };

function cycleBreaker(graph: Graph, waiting: Int32Array, dropped: Set<number>): () => Broken {
  let incoming: Groups | null = null;
  let candidates: number[] | null = null;
  let next = 0;
  const isOpen = (edge: number) =>
    at(waiting, at(graph.from, edge)) > 0 && !dropped.has(at(graph.link, edge));
  return () => {
    incoming ??= adjacency(graph.nodeCount, graph.to);
    candidates ??= nodesById(graph);
    while (at(waiting, candidates[next] ?? 0) === 0) next += 1;
    const path = circleFrom(candidates[next] ?? 0, (node) => {
      const edges = edgesInto(incoming, node).filter(isOpen);
      return smallest(edges, (edge) => nameOf(graph, at(graph.from, edge)));
    });
    return breakCircle(graph, path, dropped);
  };

  function edgesInto(groups: Groups | null, node: number): number[] {
    if (!groups) return [];
    return [...groups.items.subarray(at(groups.starts, node), at(groups.starts, node + 1))];
  }

  /** Edges of a circle, each edge's target being the source of the one before it. */
  function circleFrom(start: number, edgeInto: (node: number) => number): number[] {
    const placeOf = new Map<number, number>();
    const path: number[] = [];
    let node = start;
    while (!placeOf.has(node)) {
      placeOf.set(node, path.length);
      const edge = edgeInto(node);
      path.push(edge);
      node = at(graph.from, edge);
    }
    return path.slice(placeOf.get(node));
  }
}

function breakCircle(graph: Graph, path: readonly number[], dropped: Set<number>): Broken {
  const isLink = (edge: number) => at(graph.link, edge) >= 0;
  const broken = smallest(path.filter(isLink), (edge) => nameOf(graph, at(graph.to, edge)));
  const link = at(graph.link, broken);
  dropped.add(link);
  const forward = [...path].reverse();
  const place = forward.indexOf(broken);
  const turned = [...forward.slice(place + 1), ...forward.slice(0, place + 1)];
  const tasks = turned.map((edge) => graph.taskOf(at(graph.from, edge)));
  const taskIds = tasks.filter((task, i) => task !== tasks[i - 1]).map(graph.idOf);
  return { issue: { kind: 'cycle', taskIds, link }, edge: broken };
}

function nodesById(graph: Graph): number[] {
  const names = Array.from({ length: graph.nodeCount }, (_, node) => nameOf(graph, node));
  return names
    .map((_, node) => node)
    .sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
}

function nameOf(graph: Graph, node: number): string {
  return `${graph.idOf(graph.taskOf(node))}\u0000${node >= graph.nodeCount / 2 ? 1 : 0}`;
}

function smallest(items: readonly number[], nameOfItem: (item: number) => string): number {
  let best = items[0] ?? 0;
  for (const item of items) if (nameOfItem(item) < nameOfItem(best)) best = item;
  return best;
}
