import { expect, it } from 'vitest';
import { passwordFault, passwordMaxLength } from './password.ts';

it.each([
  ['kite over the lake', null],
  ['ninechars', 'needs at least 10 characters'],
  ['x'.repeat(passwordMaxLength + 1), `has more than ${passwordMaxLength} characters`],
  ['aaaaaaaaaaaa', 'repeats too few characters; a short sentence is easy to keep'],
  ['Password123', 'is one of the most used passwords; a short sentence is better'],
  ['ada.lovelace@example.com', 'must not be your e-mail address'],
  ['Ada.Lovelace', 'must not be your e-mail address'],
])('says of the password %s: %s', (password, fault) => {
  expect(passwordFault(password, 'Ada.Lovelace@example.com')).toBe(fault);
});
