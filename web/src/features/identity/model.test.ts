import { expect, it } from 'vitest';
import { nextAddress } from '../../lib/next-address.ts';
import { typedSecret } from './model.ts';

it.each([
  ['?next=%2Fdeals%3Fview%3Dboard', '/deals?view=board'],
  ['', '/'],
  ['?next=https%3A%2F%2Fevil.example', '/'],
  ['?next=%2F%2Fevil.example', '/'],
  ['?next=%2F%5Cevil.example', '/'],
  ['?next=javascript%3Aalert(1)', '/'],
])('goes from %s to %s', (search, address) => {
  expect(nextAddress(search)).toBe(address);
});

it('groups the key of the authenticator app for typing', () => {
  expect(typedSecret('otpauth://totp/Evenkeel:a@b.c?secret=JBSWY3DPEHPK3PXP&issuer=Evenkeel')).toBe(
    'JBSW Y3DP EHPK 3PXP',
  );
});
