import type { Arc } from './compile.ts';

/** Activities in an order in which every arc leads forward, lowest number first among equals. */
export function topologicalOrder(size: number, arcs: readonly Arc[]): Int32Array {
  const { order } = sorted(size, arcs);
  return order;
}

/** The activities of one circle of arcs, in their order; null when there is none. */
export function findCycle(size: number, arcs: readonly Arc[]): readonly number[] | null {
  const { count, open } = sorted(size, arcs);
  if (count === size) return null;
  // Every activity left open has an open predecessor: walking back must come round.
  const before = new Map<number, number>();
  for (const arc of arcs) if (open[arc.from] && open[arc.to]) before.set(arc.to, arc.from);
  let at = open.findIndex((isOpen) => isOpen > 0);
  const seen = new Map<number, number>();
  const path: number[] = [];
  while (!seen.has(at)) {
    seen.set(at, path.length);
    path.push(at);
    at = before.get(at) ?? at;
  }
  return path.slice(seen.get(at)).reverse();
}

function sorted(size: number, arcs: readonly Arc[]) {
  const waits = new Int32Array(size);
  const after: number[][] = Array.from({ length: size }, () => []);
  for (const arc of arcs) {
    waits[arc.to] = (waits[arc.to] ?? 0) + 1;
    after[arc.from]?.push(arc.to);
  }
  const order = new Int32Array(size);
  const open = new Uint8Array(size).fill(1);
  let count = 0;
  for (let index = 0; index < size; index += 1)
    if (waits[index] === 0) {
      order[count] = index;
      count += 1;
    }
  for (let next = 0; next < count; next += 1) {
    const done = order[next] ?? 0;
    open[done] = 0;
    for (const to of after[done] ?? []) {
      waits[to] = (waits[to] ?? 0) - 1;
      if (waits[to] !== 0) continue;
      order[count] = to;
      count += 1;
    }
  }
  return { order, count, open };
}
