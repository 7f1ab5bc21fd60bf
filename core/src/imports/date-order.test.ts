import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFromDayNumber } from '../calendar-date.ts';
import { type DateOrder, dateOrders, inferDateOrder, parseDate } from './date-order.ts';
import { facts, salesTable } from './sales-files.fixture.ts';

describe('parseDate', () => {
  it.each([
    ['2016-10-20', 'year-month-day', '2016-10-20'],
    ['2016/1/2', 'year-month-day', '2016-01-02'],
    ['20161020', 'year-month-day', '2016-10-20'],
    ['2016-10-20T23:59:59.000Z', 'year-month-day', '2016-10-20'],
    ['20-10-2016', 'day-month-year', '2016-10-20'],
    ['1.3.2017', 'day-month-year', '2017-03-01'],
    ['01/03/17', 'day-month-year', '2017-03-01'],
    ['01/03/85', 'day-month-year', '1985-03-01'],
    ['01/03/2017 08:15', 'day-month-year', '2017-03-01'],
    ['10/20/2016', 'month-day-year', '2016-10-20'],
    ['10/20/2016 1:05 PM', 'month-day-year', '2016-10-20'],
    ['20 Oct 2016', 'month-day-year', '2016-10-20'],
    ['October 20, 2016', 'day-month-year', '2016-10-20'],
    ['Thu, 20 Oct 2016', 'year-month-day', '2016-10-20'],
    ['29.02.2024', 'day-month-year', '2024-02-29'],
  ] as const)('reads %s as %s', (text, order, date) => {
    expect(parseDate(text, order)).toBe(date);
  });

  it.each([
    ['31-02-2016', 'day-month-year'],
    ['29.02.2023', 'day-month-year'],
    ['20-10-2016', 'month-day-year'],
    ['20-10/2016', 'day-month-year'],
    ['2016-10-20', 'day-month-year'],
    ['20 Okt 2016', 'day-month-year'],
    ['1/2/3', 'day-month-year'],
    ['soon', 'day-month-year'],
    ['', 'year-month-day'],
  ] as const)('does not read %s as %s', (text, order) => {
    expect(parseDate(text, order)).toBeNull();
  });
});

describe('inferDateOrder', () => {
  const day = fc.integer({ min: 10_000, max: 25_000 }).map(dateFromDayNumber);
  const writing = fc.record({
    order: fc.constantFrom(...dateOrders),
    mark: fc.constantFrom('-', '/', '.'),
    days: fc.array(day, { minLength: 1, maxLength: 30 }),
  });

  it('is never certain of a wrong order, and reads back every date once it is certain', () => {
    fc.assert(
      fc.property(writing, ({ order, mark, days }) => {
        const cells = days.map((date) => written(date, order, mark));
        const inferred = inferDateOrder(cells);
        expect(inferred.state === 'certain' || inferred.state === 'ambiguous').toBe(true);
        if (inferred.state === 'ambiguous') expect(inferred.orders).toContain(order);
        if (inferred.state !== 'certain') return;
        expect(inferred.order).toBe(order);
        expect(cells.map((cell) => parseDate(cell, inferred.order))).toEqual(days);
      }),
    );
  });

  it('names the value that settles it', () => {
    const inferred = inferDateOrder(['01-03-2017', '', '18-03-2017', '25-03-2017']);
    expect(inferred).toEqual({
      state: 'certain',
      order: 'day-month-year',
      evidence: '18-03-2017',
    });
  });

  it('leaves the choice to people when every day is 12 or less', () => {
    expect(inferDateOrder(['01/03/2017', '12/11/2016'])).toEqual({
      state: 'ambiguous',
      orders: ['day-month-year', 'month-day-year'],
      example: '01/03/2017',
    });
  });

  it('counts the values that no order reads', () => {
    expect(inferDateOrder(['18/03/2017', '19/03/2017', 'tomorrow'])).toMatchObject({
      state: 'mostly',
      order: 'day-month-year',
      misfits: 1,
    });
  });

  it('finds no date where there is none', () => {
    expect(inferDateOrder(['', 'Acme', '550'])).toEqual({ state: 'none' });
    expect(inferDateOrder([])).toEqual({ state: 'none' });
  });

  it('is certain of both sales files and reads the same days from them', () => {
    for (const column of ['engage_date', 'close_date']) {
      const [iso, dayFirst] = (['iso', 'day-first'] as const).map((dates) => {
        const table = salesTable('sales_pipeline', dates);
        return table.rows.map((row) => row[table.header.indexOf(column)] ?? '');
      });
      expect(iso).toHaveLength(facts.deals);
      expect(inferDateOrder(iso ?? [])).toMatchObject({
        state: 'certain',
        order: 'year-month-day',
      });
      expect(inferDateOrder(dayFirst ?? [])).toMatchObject({
        state: 'certain',
        order: 'day-month-year',
      });
      expect(dayFirst?.map((cell) => parseDate(cell, 'day-month-year'))).toEqual(
        iso?.map((cell) => parseDate(cell, 'year-month-day')),
      );
    }
  });
});

function written(date: string, order: DateOrder, mark: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (order === 'year-month-day') return [year, month, day].join(mark);
  return (order === 'day-month-year' ? [day, month, year] : [month, day, year]).join(mark);
}
