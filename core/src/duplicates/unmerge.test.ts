import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsAsTheyWere } from './unmerge.ts';

describe('taking a change back (CR-10)', () => {
  test.each([
    ['nobody touched it', { a: 2, b: 'x' }, { a: 1, b: null }, true],
    ['one column was changed since', { a: 3, b: 'x' }, { b: null }, false],
    ['all of it was', { a: 3, b: 'y' }, {}, false],
  ])('%s', (_, now, columns, isWhole) => {
    const change = { before: { a: 1, b: null }, after: { a: 2, b: 'x' }, now };
    expect(columnsAsTheyWere(change)).toEqual({ columns, isWhole });
  });

  test('of a row that is as the change left it gives the row before', () => {
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue());
    fc.assert(
      fc.property(row, row, (before, after) => {
        const names = Object.keys(before);
        const written = Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
        expect(columnsAsTheyWere({ before, after: written, now: written })).toEqual({
          columns: before,
          isWhole: true,
        });
      }),
    );
  });
});
