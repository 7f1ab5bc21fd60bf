import { expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { instant } from '../instant.ts';
import { formatsOf } from './formats.ts';

// What stands between a day and its hour differs between versions of ICU.
const plain = (text: string) =>
  text.replaceAll(/[\u00a0\u202f]/g, ' ').replace(/(,| at| um| à| a las)(?= \d+:)/, ' |');

it('writes days, moments and amounts as the reader does, in their time zone (CL-22)', () => {
  const moment = instant('2027-03-01T23:30:00.000Z');
  const day = calendarDate('2027-03-01');
  const written = (['en', 'de', 'fr', 'es'] as const).map((language) => {
    const formats = formatsOf(language, 'Europe/Berlin');
    return [formats.day(day), formats.moment(moment), formats.money(1_234_50, 'EUR')].map(plain);
  });
  expect(written).toEqual([
    ['1 March 2027', '2 March 2027 | 00:30', '€1,234.50'],
    ['1. März 2027', '2. März 2027 | 00:30', '1.234,50 €'],
    ['1 mars 2027', '2 mars 2027 | 00:30', '1 234,50 €'],
    ['1 de marzo de 2027', '2 de marzo de 2027 | 0:30', '1234,50 €'],
  ]);
});

it('writes hours, shares and sizes short', () => {
  const { hours, percent, size } = formatsOf('de', 'UTC');
  expect([hours(750), percent(2_550), size(0), size(1_536_000)].map(plain)).toEqual([
    '12,5 h',
    '26 %',
    '0 Byte',
    '1,5 MB',
  ]);
});
