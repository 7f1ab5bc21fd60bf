import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MapItem, mapLanes, placeOnMap } from './strategy-map.ts';

const item = (id: string, lane: MapItem['lane'], ...parents: string[]): MapItem => ({
  id,
  lane,
  parents,
});

describe('a strategy map', () => {
  test('puts goals side by side and everything under what it hangs from', () => {
    const places = placeOnMap([
      item('grow', 'goals'),
      item('stay', 'goals'),
      item('care', 'objectives', 'stay'),
      item('known', 'objectives', 'grow'),
      item('both', 'initiatives', 'grow', 'stay'),
      item('alone', 'initiatives'),
    ]);
    const column = (id: string) => places.find((place) => place.id === id)?.column;
    expect(['grow', 'stay', 'known', 'care', 'both', 'alone'].map(column)).toEqual([
      0, 1, 0, 1, 0.5, 1.5,
    ]);
  });

  test('centres those that hang from one under it', () => {
    const places = placeOnMap([
      item('left', 'goals'),
      item('middle', 'goals'),
      item('right', 'goals'),
      ...['a', 'b', 'c'].map((id) => item(id, 'initiatives', 'middle')),
    ]);
    expect(places.slice(3).map(({ column }) => column)).toEqual([0, 1, 2]);
  });

  test('never lays two items of a lane over each other, nor left of the edge', () => {
    const any = fc.array(
      fc.record({
        lane: fc.constantFrom(...mapLanes),
        parents: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 3 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (given) => {
        const items = given.map((one, index) =>
          item(`i${index}`, one.lane, ...one.parents.map((parent) => `i${parent}`)),
        );
        const places = placeOnMap(items);
        expect(places).toHaveLength(items.length);
        for (const lane of mapLanes) {
          const columns = places.filter((place) => place.lane === lane).map(({ column }) => column);
          columns.forEach((column, index) => {
            expect(column).toBeGreaterThanOrEqual(-1e-9);
            const next = columns[index + 1];
            if (next !== undefined) expect(next - column).toBeGreaterThanOrEqual(1 - 1e-9);
          });
        }
      }),
    );
  });
});
