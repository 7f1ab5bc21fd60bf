import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountLikeness,
  companyKey,
  contactLikeness,
  domainOf,
  duplicateAccounts,
  duplicateContacts,
  proposedFrom,
} from './likeness.ts';

const account = (id: string, name: string, website: string | null = null) => ({
  id,
  name,
  website,
});
const contact = (id: string, name: string, emails: string[] = [], accountIds: string[] = []) => ({
  id,
  name,
  emails,
  phones: [] as string[],
  accountIds,
});

test.each([
  ['Harbour Logistics GmbH', 'harbourlogistics'],
  ['Harbour  Logistics, Ltd.', 'harbourlogistics'],
  ['Müller & Söhne AG', 'mullerandsohne'],
  ['AG', 'ag'],
])('the key of %s', (name, key) => {
  expect(companyKey(name)).toBe(key);
});

test.each([
  ['https://www.harbour.example/about', 'harbour.example'],
  ['anna@harbour.example', 'harbour.example'],
  ['anna@gmail.com', null],
  ['not a site', null],
  ['', null],
])('the domain of %s', (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});

describe('likeness', () => {
  test.each([
    [
      'the legal form only',
      account('1', 'Harbour Logistics'),
      account('2', 'Harbour Logistics GmbH'),
      true,
    ],
    [
      'the same site',
      account('1', 'HL', 'https://hl.example'),
      account('2', 'Harbour', 'www.hl.example'),
      true,
    ],
    ['a slip of the pen', account('1', 'Velden Energy'), account('2', 'Veldn Energy'), false],
    ['nothing', account('1', 'Velden Energy'), account('2', 'Arctic Seafood'), false],
  ])('of accounts by %s', (_, a, b, isProposed) => {
    expect(accountLikeness(a, b).score >= proposedFrom).toBe(isProposed);
  });

  test.each([
    [
      'one address',
      contact('1', 'Katrin Vogel', ['k@x.example']),
      contact('2', 'K. Vogl', ['K@X.example']),
      true,
    ],
    [
      'name and account',
      contact('1', 'Jon Berg', [], ['a']),
      contact('2', 'Jón Berg', [], ['a']),
      true,
    ],
    ['the name only', contact('1', 'Jon Berg'), contact('2', 'Jon Berg'), false],
    [
      'nothing',
      contact('1', 'Jon Berg', ['a@x.example']),
      contact('2', 'Eva Lind', ['b@x.example']),
      false,
    ],
  ])('of contacts by %s', (_, a, b, isProposed) => {
    expect(contactLikeness(a, b).score >= proposedFrom).toBe(isProposed);
  });

  test('is the same from both sides, and whole for a record and itself', () => {
    const name = fc.stringMatching(/^[a-zA-Zäöü ]{1,20}$/);
    const any = fc.record({ id: fc.uuid(), name, website: fc.option(fc.webUrl()) });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(accountLikeness(a, b)).toEqual(accountLikeness(b, a));
        expect(accountLikeness(a, a).score).toBeGreaterThanOrEqual(proposedFrom);
      }),
    );
  });

  test('finds a pair whatever stands around it, once, and never a record with itself', () => {
    const others = fc.uniqueArray(fc.stringMatching(/^[B-Gb-g]{6,12}$/), { maxLength: 30 });
    fc.assert(
      fc.property(others, (names) => {
        const crowd = names.map((name, index) => account(`x${index}`, name));
        const found = duplicateAccounts([
          account('a', 'Zebra Foods'),
          ...crowd,
          account('b', 'Zebra Foods Ltd'),
        ]);
        expect(
          found.filter(({ firstId, secondId }) => firstId === 'a' && secondId === 'b'),
        ).toHaveLength(1);
        expect(found.every(({ firstId, secondId }) => firstId < secondId)).toBe(true);
      }),
    );
    expect(
      duplicateContacts([contact('1', 'A B', ['x@y.zz']), contact('2', 'C D', ['x@y.zz'])]),
    ).toEqual([{ firstId: '1', secondId: '2', score: 85, reasons: ['same-email'] }]);
  });
});
