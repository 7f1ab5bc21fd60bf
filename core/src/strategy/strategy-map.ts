/** The lanes of a strategy map, from the top down. */
export const mapLanes = ['goals', 'objectives', 'initiatives', 'client-projects'] as const;
export type MapLane = (typeof mapLanes)[number];

/** Something on the map, and what it hangs from in the lanes above, the most important first. */
export type MapItem = {
  readonly id: string;
  readonly lane: MapLane;
  readonly parents: readonly string[];
};

/** Where an item stands: its column within its lane, counted in item widths from the left. */
export type MapPlace = { readonly id: string; readonly lane: MapLane; readonly column: number };

/**
 * Places items in fixed lanes so that lines stay short: each stands under the mean of what it hangs
 * from (barycentre method, Sugiyama 1981), items of a lane side by side at least one width apart.
 * What hangs from nothing stands at the end. The same items give the same map. O(n log n) in a lane.
 */
export function placeOnMap(items: readonly MapItem[]): readonly MapPlace[] {
  const columns = new Map<string, number>();
  return mapLanes.flatMap((lane) => {
    const own = items
      .filter((item) => item.lane === lane)
      .map((item, index) => ({ item, index, wished: wishedColumn(item, columns) }))
      .toSorted((a, b) => order(a.wished) - order(b.wished) || a.index - b.index);
    return spread(own.map(({ wished }) => wished)).flatMap((column, index) => {
      const item = own[index]?.item;
      if (!item) return [];
      columns.set(item.id, column);
      return [{ id: item.id, lane, column }];
    });
  });
}

function wishedColumn(item: MapItem, columns: ReadonlyMap<string, number>): number | null {
  const known = item.parents.flatMap((id) => columns.get(id) ?? []);
  if (known.length === 0) return null;
  return known.reduce((sum, column) => sum + column, 0) / known.length;
}

function order(wished: number | null): number {
  return wished ?? Number.POSITIVE_INFINITY;
}

/**
 * Columns at least one apart, as near to the wishes as their order allows: neighbours that would
 * overlap form a group, which is centred on the mean of its wishes.
 */
function spread(wishes: readonly (number | null)[]): readonly number[] {
  const groups: { readonly wishes: number[]; start: number }[] = [];
  let end = 0;
  for (const wish of wishes) {
    const group = { wishes: [wish ?? end], start: wish ?? end };
    groups.push(group);
    joinOverlapping(groups);
    const last = groups.at(-1);
    end = last ? last.start + last.wishes.length : 0;
  }
  const least = Math.min(0, ...groups.map((group) => group.start));
  return groups.flatMap((group) => group.wishes.map((_, index) => group.start + index - least));
}

function joinOverlapping(groups: { readonly wishes: number[]; start: number }[]): void {
  for (;;) {
    const [before, last] = [groups.at(-2), groups.at(-1)];
    if (!before || !last || before.start + before.wishes.length <= last.start) return;
    before.wishes.push(...last.wishes);
    const mean =
      before.wishes.reduce((sum, wish, index) => sum + wish - index, 0) / before.wishes.length;
    before.start = mean;
    groups.pop();
  }
}
