import { describe, expect, test } from 'vitest';
import {
  boardDefinitions,
  boardKinds,
  growthShareField,
  isSectionOf,
  levelsAfter,
} from './analysis-board.ts';

describe('the definitions of analysis boards (ST-37, XC-11)', () => {
  test.each(boardKinds)(
    '%s: every section stands on the grid, in one rectangle, and teaches',
    (kind) => {
      const { layout, sections, teaches } = boardDefinitions[kind];
      const rows = layout.map((row) => row.split(' '));
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      const placed = new Set(rows.flat().filter((cell) => cell !== '.'));
      expect([...placed].sort()).toEqual(sections.map(({ id }) => id).sort());
      for (const { id, asks } of sections) {
        expect(asks).toMatch(/[.?]$/);
        expect(isRectangle(rows, id)).toBe(true);
      }
      expect(teaches).toMatch(/\.$/);
    },
  );

  test('a section belongs to its own kind only', () => {
    expect(isSectionOf('swot', 'threats')).toBe(true);
    expect(isSectionOf('pestel', 'threats')).toBe(false);
  });
});

/** What CSS asks of a grid area: all cells of its bounding box, and no other. */
function isRectangle(rows: readonly string[][], id: string): boolean {
  const cells = rows.flatMap((row, y) => row.flatMap((cell, x) => (cell === id ? [{ x, y }] : [])));
  const xs = cells.map(({ x }) => x);
  const ys = cells.map(({ y }) => y);
  const width = Math.max(...xs) - Math.min(...xs) + 1;
  const height = Math.max(...ys) - Math.min(...ys) + 1;
  return cells.length === width * height;
}

test.each([
  [150, 1_200, 'stars'],
  [100, 1_000, 'stars'],
  [99, 1_000, 'questions'],
  [100, 999, 'cows'],
  [50, 0, 'dogs'],
  [null, 500, null],
  [50, null, null],
] as const)('share %s and growth %s: %s', (share, growth, field) => {
  expect(growthShareField(share, growth)).toBe(field);
});

describe('levels after a change of competitors', () => {
  const levels = { Us: 7, Rival: 4 };
  test('follow a new name, drop who is gone, and know nothing of who is new', () => {
    expect(levelsAfter(levels, ['Us', 'Rival'], ['Us', 'Rival Ltd'])).toEqual({
      Us: 7,
      'Rival Ltd': 4,
    });
    expect(levelsAfter(levels, ['Us', 'Rival'], ['Us'])).toEqual({ Us: 7 });
    expect(levelsAfter(levels, ['Us', 'Rival'], ['Rival', 'Us'])).toEqual({ Us: 7, Rival: 4 });
    expect(levelsAfter(levels, ['Us', 'Rival'], ['Us', 'Rival', 'New'])).toEqual(levels);
  });
});
