import { describe, expect, it } from 'vitest';
import { calendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import { hoursOf } from '../schedule/day-hours.ts';
import { calendarsOf } from './calendars.ts';
import { file, read } from './file.fixture.ts';

type Period = { readonly from?: string; readonly to?: string | null };

function exception(
  fields: string,
  { from = '2026-01-01', to = '2026-12-31' }: Period = {},
): string {
  const last = to === null ? '' : `<ToDate>${to}T23:59:00</ToDate>`;
  const period = `<TimePeriod><FromDate>${from}T00:00:00</FromDate>${last}</TimePeriod>`;
  const isWorking = fields.includes('WorkingTimes');
  return `<Exception>${period}${fields}<DayWorking>${isWorking ? 1 : 0}</DayWorking></Exception>`;
}

/** The days of the year on which hours are not those of the week without exceptions. */
function odd(exceptions: string, until = '2026-12-31'): string[] {
  const calendars = (inner: string) =>
    `<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><Exceptions>${inner}</Exceptions></Calendar>`;
  const hours = (inner: string) => {
    const [calendar] = calendarsOf(read(file('', { calendars: calendars(inner) })).calendars, '1');
    return calendar ? hoursOf(calendar, new Map()) : () => [];
  };
  const [plain, own] = [hours(''), hours(exceptions)];
  const found: string[] = [];
  for (
    let day = dayNumber(calendarDate('2026-01-01'));
    day <= dayNumber(calendarDate(until));
    day += 1
  )
    if (JSON.stringify(plain(day)) !== JSON.stringify(own(day))) found.push(dateFromDayNumber(day));
  return found.map((date) => date.slice(5));
}

const works =
  '<WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>10:00:00</ToTime></WorkingTime></WorkingTimes>';

describe('U14 recurring exceptions of Microsoft Project calendars', () => {
  it.each<[string, string, string[]]>([
    [
      'every third day',
      exception('<Type>7</Type><Period>3</Period>', { to: '2026-01-12' }),
      ['01-01', '01-07'],
    ],
    [
      'every other week on Tuesday and Friday',
      exception('<Type>6</Type><Period>2</Period><DaysOfWeek>36</DaysOfWeek>', {
        to: '2026-01-31',
      }),
      ['01-02', '01-13', '01-16', '01-27', '01-30'],
    ],
    [
      'the 31st of every second month, the last day of shorter ones',
      exception('<Type>4</Type><Period>2</Period><MonthDay>31</MonthDay>', { from: '2026-02-01' }),
      ['04-30', '06-30', '08-31', '12-31'],
    ],
    [
      'the last Friday of a month',
      exception(
        '<Type>5</Type><Period>6</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>',
      ),
      ['01-30', '07-31'],
    ],
    [
      'the 24th of December',
      exception('<Type>2</Type><Month>11</Month><MonthDay>24</MonthDay>'),
      ['12-24'],
    ],
    [
      'the fourth Thursday of November',
      exception(
        '<Type>3</Type><Month>10</Month><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition>',
      ),
      ['11-26'],
    ],
    [
      'the first day of every third month',
      exception(
        '<Type>5</Type><Period>3</Period><MonthItem>0</MonthItem><MonthPosition>0</MonthPosition>',
      ),
      ['01-01', '04-01', '07-01', '10-01'],
    ],
    [
      'the last weekday of every quarter',
      exception(
        '<Type>5</Type><Period>3</Period><MonthItem>1</MonthItem><MonthPosition>4</MonthPosition>',
        {
          from: '2026-03-01',
        },
      ),
      ['03-31', '06-30', '09-30', '12-31'],
    ],
    [
      'work on the first weekend day of May',
      exception(
        `<Type>3</Type><Month>4</Month><MonthItem>2</MonthItem><MonthPosition>0</MonthPosition>${works}`,
      ),
      ['05-02'],
    ],
  ])('%s', (_, text, expected) => {
    expect(odd(text)).toEqual(expected);
  });

  it('end after their occurrences where no last day is given', () => {
    const text = exception(
      '<EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>3</Occurrences><Type>6</Type><Period>1</Period><DaysOfWeek>2</DaysOfWeek>',
      { from: '2026-01-05', to: null },
    );
    expect(odd(text)).toEqual(['01-05', '01-12', '01-19']);
  });

  // Source: MPXJ, issues 498, 501 and 503.
  it.each<[string, string, string]>([
    ['one without recurrence', '', '<Type>7</Type><Period>2</Period>'],
    [
      'a daily one',
      '<Type>7</Type><Period>2</Period>',
      '<Type>2</Type><Month>0</Month><MonthDay>5</MonthDay>',
    ],
    [
      'a yearly one',
      '<Type>2</Type><Month>0</Month><MonthDay>5</MonthDay>',
      '<Type>4</Type><Period>1</Period><MonthDay>5</MonthDay>',
    ],
    [
      'a monthly one',
      '<Type>4</Type><Period>1</Period><MonthDay>5</MonthDay>',
      '<Type>6</Type><Period>1</Period><DaysOfWeek>2</DaysOfWeek>',
    ],
  ])('%s holds against the next kind, whichever comes first in the file', (_, strong, weak) => {
    const from = { from: '2026-01-05', to: '2026-01-31' };
    const [off, work] = [exception(strong, from), exception(weak + works, from)];
    for (const text of [off + work, work + off]) expect(hoursOn(text, '2026-01-05')).toBe(0);
  });
});

function hoursOn(exceptions: string, date: string): number {
  const calendars = `<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><Exceptions>${exceptions}</Exceptions></Calendar>`;
  const [calendar] = calendarsOf(read(file('', { calendars })).calendars, '1');
  if (!calendar) return Number.NaN;
  const hours = hoursOf(calendar, new Map())(dayNumber(calendarDate(date)));
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}
