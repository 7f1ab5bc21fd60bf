import { expect, it } from 'vitest';
import { currencyChoices, likelyCurrency, timeZoneChoices } from './model.ts';

it.each([
  [['de-CH', 'de'], 'CHF'],
  [['en-GB'], 'GBP'],
  [['de'], 'EUR'],
  [['en'], 'USD'],
  [['la-AQ', 'sv'], 'SEK'],
  [['la-AQ'], 'EUR'],
  [['en-US@posix', 'de-CH'], 'CHF'],
  [[], 'EUR'],
])('offers readers of %j the currency %s', (languages, currency) => {
  expect(likelyCurrency(languages)).toBe(currency);
});

it('offers each currency and time zone once, the own zone always', () => {
  const currencies = currencyChoices().map(({ value }) => value);
  expect(currencies).toContain('CHF');
  expect(new Set(currencies).size).toBe(currencies.length);
  const zones = timeZoneChoices('Etc/Nowhere').map(({ value }) => value);
  expect(zones).toContain('Etc/Nowhere');
  expect(zones).toContain('Europe/Vienna');
  expect(new Set(zones).size).toBe(zones.length);
});
