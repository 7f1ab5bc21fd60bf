import { describe, expect, it } from 'vitest';
import { compareDates } from './compare.ts';
import { dates, file, link, row } from './file.fixture.ts';
import { readMspdi } from './read.ts';

/** A plain plan of two tasks, one after the other. */
const plain = file(row(1) + row(2, link(1)));
const expected = {
  1: '2026-03-02T08:00 2026-03-02T17:00',
  2: '2026-03-03T08:00 2026-03-03T17:00',
};

function bytesOf(text: string, unit: (point: number) => readonly number[]): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => unit(letter.codePointAt(0) ?? 0)));
}

function namesOf(source: string | Uint8Array): string[] {
  const reading = readMspdi(source);
  if (!reading.ok) return [reading.reason];
  return reading.project.tasks.map(({ fields }) => fields.get('Name') ?? '');
}

function isScheduled(text: string): boolean {
  const reading = readMspdi(text);
  if (!reading.ok) return false;
  const stored = compareDates(reading.project).map(({ calculated }) => calculated);
  return stored.every(({ start, finish }) => Number.isFinite(start) && Number.isFinite(finish));
}

describe('PM-08 an odd Microsoft Project file', () => {
  it.each<[string, (text: string) => string]>([
    ['without a namespace', (text) => text.replace(/ xmlns="[^"]*"/, '')],
    ['in another namespace', (text) => text.replace(/xmlns="[^"]*"/, 'xmlns="urn:other"')],
    [
      'with a prefix',
      (text) =>
        text
          .replace('xmlns=', 'xmlns:p=')
          .replace(/<(\/?)(?=[A-Z])/g, '<$1p:')
          .replace('<p:?xml', '<?xml'),
    ],
    ['after blank lines', (text) => `\n\n  ${text}`],
    [
      'with comments and instructions',
      (text) => text.replace('<Tasks>', '<!-- x --><?y z?><Tasks>'),
    ],
    [
      'with a list of styles that is not there',
      (text) => text.replace('?>', '?><!DOCTYPE Project SYSTEM "none.dtd">'),
    ],
    ['without calendars', (text) => text.replace(/<Calendars>.*<\/Calendars>/s, '')],
    [
      'with a calendar that names itself as its base',
      (text) =>
        text
          .replace('</Calendar>', '<BaseCalendarUID>1</BaseCalendarUID></Calendar>')
          .replace('<IsBaseCalendar>1', '<IsBaseCalendar>0'),
    ],
    [
      'with a project calendar that is not there',
      (text) => text.replace('<CalendarUID>1', '<CalendarUID>77'),
    ],
    [
      'with a task calendar that is not there',
      (text) => text.replaceAll('<OutlineLevel>1', '<CalendarUID>77</CalendarUID><OutlineLevel>1'),
    ],
    [
      'with links to nothing and to itself',
      (text) => text.replace('</Task>', `${link(99)}${link(1)}</Task>`),
    ],
    ['with the same link twice', (text) => text.replace(link(1), link(1) + link(1))],
    [
      'with assignments of nobody to nothing',
      (text) =>
        text.replace(
          '</Project>',
          '<Assignments><Assignment><UID>1</UID><TaskUID>99</TaskUID><ResourceUID>-65535</ResourceUID></Assignment><Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>-1</ResourceUID><Units>0</Units><Work>PT80H0M0S</Work></Assignment></Assignments></Project>',
        ),
    ],
    ['with a tail that is cut off', (text) => text.slice(0, text.lastIndexOf('</Task>'))],
  ])('%s has the same dates', (_, odd) => {
    expect(dates(odd(plain))).toEqual(expected);
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-8 with a byte order mark', `\uFEFF${plain}`],
    ['UTF-16, little end first', bytesOf(`\uFEFF${plain}`, (point) => [point & 255, point >> 8])],
    ['UTF-16, big end first', bytesOf(`\uFEFF${plain}`, (point) => [point >> 8, point & 255])],
    ['UTF-16 without a mark', bytesOf(plain, (point) => [point & 255, point >> 8])],
  ])('in %s is read', (_, source) => {
    expect(namesOf(source)).toEqual(['Task 1', 'Task 2']);
  });

  it('gives its letters in windows-1252', () => {
    const named = plain
      .replace('?>', ' encoding="windows-1252"?>')
      .replace('<Name>Task 1', '<Name>Größe \u0080');
    expect(namesOf(bytesOf(named, (point) => [point]))[0]).toBe('Größe €');
  });
});

describe('PM-08 a hostile Microsoft Project file', () => {
  it('of entities within entities is not blown up', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    );
    const bomb = plain
      .replace('?>', `?><!DOCTYPE Project [<!ENTITY e0 "boom">${levels.join('')}]>`)
      .replace('<Name>Task 1', '<Name>&e30;');
    expect(namesOf(bomb)[0]?.length).toBeLessThan(100);
  });

  it('of files of this machine does not get them', () => {
    const nosy = plain
      .replace('?>', '?><!DOCTYPE Project [<!ENTITY own SYSTEM "file:///etc/hostname">]>')
      .replace('<Name>Task 1', '<Name>&own;');
    expect(namesOf(nosy)[0]).toBe('&own;');
  });

  it.each<[string, string]>([
    ['elements within elements', plain.replace('<Tasks>', `<Tasks>${'<a>'.repeat(100_000)}`)],
    ['numbers below nothing', file(row(-1) + row(-65535, link(-1)))],
    ['the same number for all tasks', file(row(1) + row(1, link(1)) + row(1))],
    ['a circle of links', file(row(1, link(3)) + row(2, link(1)) + row(3, link(2)))],
    ['leads beyond all dates', file(row(1) + row(2, link(1, 1, -9e15)))],
    ['lags beyond all dates', file(row(1) + row(2, link(1, 0, 9e15, 8)))],
    ['durations of a million years', file(row(1, '', 365_000_000) + row(2, link(1)))],
    [
      'a calendar without any hour',
      file(row(1) + row(2, link(1)), {
        calendars:
          '<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><WeekDays><WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></Calendar>',
      }),
    ],
    [
      'an exception for ten thousand years',
      file(row(1), {
        calendars:
          '<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><Exceptions><Exception><TimePeriod><FromDate>1950-01-01T00:00:00</FromDate><ToDate>9999-12-31T23:59:00</ToDate></TimePeriod><Type>5</Type><Period>1</Period><MonthItem>1</MonthItem><MonthPosition>0</MonthPosition><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>',
      }),
    ],
  ])(
    'of %s ends, with dates that are dates',
    (_, text) => {
      expect(isScheduled(text)).toBe(true);
    },
    20_000,
  );
});
