import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, looseKey, nameIndex, nameKey, nearestName } from './name-match.ts';

describe('nameKey and looseKey', () => {
  it('forget what people type in different ways', () => {
    expect(nameKey('  Gekko  &  CO ')).toBe('gekko & co');
    expect(looseKey('GTX-Pro')).toBe(looseKey('gtx pró'));
    expect(looseKey('Gekko & Co.')).toBe(looseKey('Gekko and co'));
  });
});

describe('editDistance', () => {
  it.each([
    ['technolgy', 'technology', 1],
    ['philipines', 'philippines', 1],
    ['martha', 'marhta', 1],
    ['abc', 'abc', 0],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('counts the slips between %s and %s', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance);
  });

  it('agrees with the recurrence written out, and stops above its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(byDefinition(a, b), limit + 1));
      }),
    );
  });
});

describe('nearestName', () => {
  const products = nameIndex(['GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'MG Special']);

  it('finds a name that differs in spaces only', () => {
    expect(nearestName(products, 'GTXPro')).toEqual({
      name: 'GTX Pro',
      likeness: 'spelling',
      distance: 0,
    });
  });

  it('finds a slip of the pen, and nothing that is too far', () => {
    expect(nearestName(products, 'MG Specail')).toMatchObject({ name: 'MG Special', distance: 1 });
    expect(nearestName(products, 'Hammer')).toBeNull();
  });

  it('does not choose between two that are equally near', () => {
    expect(nearestName(nameIndex(['Marten', 'Martin']), 'Martyn')).toBeNull();
  });

  it('never takes another number for a slip', () => {
    const numbered = nameIndex(['GTK 500', 'Company 1042']);
    expect(nearestName(numbered, 'GTK 600')).toBeNull();
    expect(nearestName(numbered, 'Compnay 1042')).toMatchObject({ name: 'Company 1042' });
  });

  it('finds what a search of every name finds', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      minLength: 4,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), name, (names, value) => {
        const limit = value.length <= 7 ? 1 : 2;
        const distances = names.map((known) => byDefinition(known, value));
        const least = Math.min(...distances);
        const isSingle = distances.filter((distance) => distance === least).length === 1;
        const expected = least <= limit && isSingle ? names[distances.indexOf(least)] : undefined;
        expect(nearestName(nameIndex(names), value)?.name).toBe(expected);
      }),
    );
  });
});

/** The recurrence without any shortcut. */
function byDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const replaced = a.at(-1) === b.at(-1) ? 0 : 1;
  const isSwapped = a.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    byDefinition(shortA, b) + 1,
    byDefinition(a, shortB) + 1,
    byDefinition(shortA, shortB) + replaced,
    isSwapped ? byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
