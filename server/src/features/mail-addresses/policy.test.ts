import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './policy.ts';

const signing = { domain: 'in.keel.example', key: 'a key that nobody knows' };

test('an address gives back its id, whatever a mail server does to its case, and fits a local part', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('reply', 'record'), (id, purpose) => {
      const address = writeAddress(purpose, id, signing);
      expect(address.indexOf('@')).toBeLessThanOrEqual(64);
      expect(readAddress(address, signing)).toBe(id);
      expect(readAddress(address.toUpperCase(), signing)).toBe(id);
    }),
  );
});

test('an address that somebody changed, made up or signed with another key is none of ours', () => {
  const address = writeAddress('reply', '0199aaaa-0000-7000-8000-000000000001', signing);
  expect(readAddress(address, { ...signing, key: 'another' })).toBeNull();
  expect(readAddress(address, { ...signing, domain: 'other.example' })).toBeNull();
  expect(readAddress('reply+abc@in.keel.example', signing)).toBeNull();
  expect(readAddress('ada@in.keel.example', signing)).toBeNull();
  const at = 'reply+'.length;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 41 }),
      fc.constantFrom(...'abcdefgh234'),
      (place, letter) => {
        fc.pre(address[at + place] !== letter);
        const changed = address.slice(0, at + place) + letter + address.slice(at + place + 1);
        expect(readAddress(changed, signing)).toBeNull();
      },
    ),
  );
});
