import { at } from '../column.ts';
import type { Network } from '../network.ts';

/** What is forecast: the last finish of a set of tasks (a project), or of one (a milestone). */
export type ForecastTarget = {
  readonly id: string;
  /** Every task of the plan when missing. */
  readonly taskIds?: readonly string[];
  /** Whether tasks that move it count as critical, and are tried for how far they drive it. */
  readonly isEnd: boolean;
};

/** Targets by the places of their tasks: leaves that are active. */
export type Ends = { readonly tasks: readonly Int32Array[] };

/** Places of the targets' tasks. A summary stands for all below it; ids that are not there are left out. */
export function placesOfTargets(network: Network, targets: readonly ForecastTarget[]): Ends {
  return {
    tasks: targets.map(({ taskIds }) => {
      if (!taskIds) return leaves(network, [...network.project.tasks.keys()]);
      const places = taskIds.flatMap((id) => network.places.get(id) ?? []);
      return leaves(network, withBelow(network, places));
    }),
  };
}

function leaves({ isSummary, values }: Network, places: readonly number[]): Int32Array {
  const isLast = (place: number) => at(isSummary, place) !== 1 && at(values.isActive, place) === 1;
  return Int32Array.from([...new Set(places)].filter(isLast));
}

function withBelow({ children }: Network, places: readonly number[]): number[] {
  const all = [...places];
  for (const place of all)
    all.push(
      ...children.items.subarray(at(children.starts, place), at(children.starts, place + 1)),
    );
  return all;
}
