import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates } from './compare.ts';
import { readMspdi } from './read.ts';

/** Others' files stand beside the repository; where they are missing, our own samples are spoilt. */
const shared = new URL('../../../../shared/data/mspdi/', import.meta.url);
const own = new URL('./sample-files/', import.meta.url);

const texts = [own, shared].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.xml$/i.test(name))
        .map((name) => readFileSync(new URL(name, folder), 'utf8'))
        .filter((text) => text.length < 80_000)
    : [],
);

/** What a value may be in place of what Microsoft Project writes. */
const odd = [
  '',
  '-1',
  '0',
  '1',
  '7',
  '99',
  '1e9',
  '-99999999999',
  'abc',
  'PT0H0M0S',
  'PT99999999H0M0S',
  '-PT8H0M0S',
  'P1M',
  '1984-01-01T00:00:00',
  '2149-12-31T23:59:00',
  '9999-12-31T00:00:00',
  '2006-02-30T08:00:00',
  '08:00:00',
  '00:00:00',
  '25:61:00',
  '65535',
  '-65535',
  'true',
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('replace', 'remove', 'double'),
  value: fc.constantFrom(...odd),
});

function spoilt(text: string, changes: readonly { at: number; kind: string; value: string }[]) {
  const leaves = [...text.matchAll(/<(\w+)>[^<]*<\/\1>/g)];
  const picked = new Map(
    changes.map((own) => [Math.min(leaves.length - 1, Math.floor(own.at * leaves.length)), own]),
  );
  let place = -1;
  return text.replace(/<(\w+)>[^<]*<\/\1>/g, (whole, name: string) => {
    place += 1;
    const own = picked.get(place);
    if (!own) return whole;
    if (own.kind === 'remove') return '';
    return own.kind === 'double' ? whole + whole : `<${name}>${own.value}</${name}>`;
  });
}

describe('PM-08 a Microsoft Project file with anything in it', () => {
  it('is read and scheduled, whatever stands in its fields', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: texts.length - 1 }),
        fc.array(change, { minLength: 1, maxLength: 60 }),
        (file, changes) => {
          const reading = readMspdi(spoilt(texts[file] ?? '', changes));
          if (!reading.ok) return;
          for (const { calculated } of compareDates(reading.project)) {
            expect(Number.isFinite(calculated.start)).toBe(true);
            expect(Number.isFinite(calculated.finish)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
