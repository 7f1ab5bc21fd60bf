import { expect, test } from 'vitest';
import { dropReason, isForged } from './inbound.ts';

const head = (fields: Record<string, string>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));
const by = (fields: Record<string, string>, returnPath: string | null = 'ada@firm.example') =>
  dropReason(head(fields), { returnPath, domain: 'keel.example' });

test('an answer of a person is kept', () => {
  expect(by({ from: 'Ada <ada@firm.example>', 'auto-submitted': 'no' })).toBeNull();
  expect(by({ 'x-evenkeel': 'other.example' })).toBeNull();
});

test('what programs write by themselves is dropped, and so is our own mail that comes back (RFC 3834)', () => {
  expect(by({ 'auto-submitted': 'auto-replied' })).toBe('automatic');
  expect(by({ precedence: 'bulk' })).toBe('automatic');
  expect(by({ 'x-autoreply': 'yes' })).toBe('automatic');
  expect(by({ 'list-id': '<news.example>' })).toBe('automatic');
  expect(by({ 'x-evenkeel': 'keel.example' })).toBe('loop');
  expect(by({ from: 'MAILER-DAEMON@mail.example' })).toBe('bounce');
  expect(by({ 'content-type': 'multipart/report; report-type=delivery-status' })).toBe('bounce');
  expect(by({}, '')).toBe('bounce');
});

test('a sender whom the mail server before us did not believe is seen', () => {
  expect(isForged(head({ 'authentication-results': 'mx; spf=pass; dmarc=fail' }))).toBe(true);
  expect(isForged(head({ 'authentication-results': 'mx; dmarc=pass' }))).toBe(false);
});
