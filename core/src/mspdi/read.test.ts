import { describe, expect, it } from 'vitest';
import { compareDates } from './compare.ts';
import { dates, file, link, read, row } from './file.fixture.ts';
import { readMspdi } from './read.ts';
import { toScheduleProject } from './to-schedule.ts';

function bytes(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

describe('readMspdi', () => {
  const named = file(row(1, '').replace('Task 1', 'Käse'));
  const nameOf = (source: string | Uint8Array) => read(source).tasks[0]?.fields.get('Name');

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(asBytes(named))])],
    [
      'UTF-16, little end first',
      Uint8Array.from([0xff, 0xfe, ...bytes(named).flatMap((unit) => [unit & 255, unit >> 8])]),
    ],
    [
      'UTF-16, big end first',
      Uint8Array.from([0xfe, 0xff, ...bytes(named).flatMap((unit) => [unit >> 8, unit & 255])]),
    ],
    ['windows-1252', Uint8Array.from(bytes(named.replace('?>', ' encoding="windows-1252"?>')))],
  ])('reads %s', (_, source) => {
    expect(nameOf(source)).toBe('Käse');
  });

  it('reads round what is not well-formed, and says so', () => {
    const project = read(named.replace('Käse', 'K&#x1F;&unknown;\u0001ä').slice(0, -40));
    expect(project.tasks).toHaveLength(1);
    expect(project.faults.length).toBeGreaterThan(0);
  });

  it('reads elements with a prefix and unknown ones', () => {
    const prefixed = named.replace(/<(\/?)(\w)/g, '<$1p:$2').replace('xmlns=', 'xmlns:p=');
    expect(nameOf(prefixed.replace('<p:Tasks>', '<p:Odd/><p:Tasks>'))).toBe('Käse');
  });

  it('says what a file is that it cannot read', () => {
    expect(readMspdi('')).toEqual({ ok: false, reason: 'empty' });
    expect(readMspdi('PK no xml')).toEqual({ ok: false, reason: 'notXml' });
    expect(readMspdi('<APIBusinessObjects/>')).toMatchObject({ reason: 'otherXml' });
  });
});

describe('toScheduleProject', () => {
  it('PM-08 reads links, lags in tenths of minutes, percentages and elapsed ones', () => {
    const found = dates(
      file(
        row(1, '', 2) +
          row(2, link(1)) +
          row(3, link(1, 3, 4800)) +
          row(4, link(1, 3, 50, 19)) +
          row(5, link(1, 1, 14_400, 8)),
      ),
    );
    expect(found).toMatchObject({
      2: '2026-03-04T08:00 2026-03-04T17:00',
      3: '2026-03-03T08:00 2026-03-03T17:00',
      4: '2026-03-03T08:00 2026-03-03T17:00',
      5: '2026-03-05T08:00 2026-03-05T17:00',
    });
  });

  it('forgets the dates of automatic tasks and keeps those of manual and ghost tasks', () => {
    const stored = '<Start>2026-05-04T08:00:00</Start><Finish>2026-05-04T17:00:00</Finish>';
    const found = dates(
      file(
        row(1, stored) +
          row(2, `<Manual>1</Manual>${stored}`) +
          row(3, `<ExternalTask>1</ExternalTask>${stored}`),
      ),
    );
    expect(found[1]).toBe('2026-03-02T08:00 2026-03-02T17:00');
    expect(found[2]).toBe('2026-05-04T08:00 2026-05-04T17:00');
    expect(found[3]).toBe(found[2]);
  });

  it('counts a ghost of another project in no summary, an inserted project in its own', () => {
    const stored = '<Start>2026-05-04T08:00:00</Start><Finish>2026-05-04T17:00:00</Finish>';
    const at = (level: number, text: string) =>
      text.replace('<OutlineLevel>1', `<OutlineLevel>${level}`);
    const found = dates(
      file(
        row(1, '') +
          at(2, row(2, '')) +
          at(2, row(3, `<ExternalTask>1</ExternalTask>${stored}`)) +
          row(4, '') +
          at(2, row(5, `<IsSubproject>1</IsSubproject>${stored}`)),
      ),
    );
    expect(found[1]).toBe('2026-03-02T08:00 2026-03-02T17:00');
    expect(found[4]).toBe('2026-05-04T08:00 2026-05-04T17:00');
  });

  it('takes a date that stands for none as none', () => {
    const none =
      '<PercentComplete>0</PercentComplete><ActualStart>2000-01-01T00:00:00</ActualStart><ActualFinish>2000-01-01T00:00:00</ActualFinish>';
    expect(dates(file(row(1, none)))[1]).toBe('2026-03-02T08:00 2026-03-02T17:00');
  });

  it('leaves out blank rows, and puts an empty project at its start', () => {
    const blank = '<Task><UID>5</UID><ID>5</ID><IsNull>1</IsNull></Task>';
    expect(Object.keys(dates(file(row(1, '') + blank)))).toEqual(['1']);
    const saturday = file('<Task><UID>0</UID><OutlineLevel>0</OutlineLevel></Task>').replace(
      '2026-03-02',
      '2026-03-07',
    );
    expect(dates(saturday)[0]).toBe('2026-03-07T08:00 2026-03-07T08:00');
  });

  it('reads pauses from time-phased work, and work spread by hand by its length', () => {
    const value = (from: string, to: string, hours: number) =>
      `<TimephasedData><Type>1</Type><Start>${from}T08:00:00</Start><Finish>${to}T08:00:00</Finish><Value>PT${hours}H0M0S</Value></TimephasedData>`;
    const assigned = (task: number, contour: number, finish: string, values = '') =>
      `<Assignment><TaskUID>${task}</TaskUID><ResourceUID>-65535</ResourceUID><WorkContour>${contour}</WorkContour>
        <Start>2026-03-02T08:00:00</Start><Finish>${finish}T17:00:00</Finish><Units>1</Units>${values}</Assignment>`;
    const paused =
      value('2026-03-02', '2026-03-03', 8) +
      value('2026-03-03', '2026-03-05', 0) +
      value('2026-03-05', '2026-03-06', 8);
    const assignments = assigned(1, 0, '2026-03-05', paused) + assigned(2, 8, '2026-03-06');
    const text = file(row(1, '', 2) + row(2, '', 2), {
      more: `<Assignments>${assignments}</Assignments>`,
    });
    const [first] = toScheduleProject(read(text)).tasks;
    expect(first?.splits).toEqual([{ afterMinutes: 480, gapMinutes: 960 }]);
    const found = dates(text);
    expect(found[1]).toBe('2026-03-02T08:00 2026-03-05T17:00');
    expect(found[2]).toBe('2026-03-02T08:00 2026-03-06T17:00');
  });

  it('reads exceptions of both forms, recurring ones and work weeks', () => {
    const calendar = `<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar>
      <WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
        <FromDate>2026-03-02T00:00:00</FromDate><ToDate>2026-03-02T23:59:00</ToDate></TimePeriod></WeekDay>
        ${[2, 3, 4, 5, 6].map((type) => `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking></WeekDay>`).join('')}</WeekDays>
      <Exceptions><Exception><Type>6</Type><Period>2</Period><DaysOfWeek>8</DaysOfWeek><DayWorking>0</DayWorking><TimePeriod>
        <FromDate>2026-03-02T00:00:00</FromDate><ToDate>2026-12-31T23:59:00</ToDate></TimePeriod></Exception></Exceptions>
      <WorkWeeks><WorkWeek><Name>Short</Name><TimePeriod><FromDate>2026-03-09T00:00:00</FromDate><ToDate>2026-03-15T23:59:00</ToDate></TimePeriod>
        <WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>10:00:00</FromTime><ToTime>14:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar>`;
    const text = file(row(1, '', 4), { calendars: calendar });
    // Off: Monday by the old form, every other Wednesday; Monday the 9th has four hours.
    expect(dates(text)[1]).toBe('2026-03-03T08:00 2026-03-10T12:00');
  });
});

describe('compareDates', () => {
  it('names why a task is elsewhere', () => {
    const stored = (from: string, to: string) =>
      `<Start>2026-03-${from}:00</Start><Finish>2026-03-${to}:00</Finish>`;
    const cross = link(99).replace('<Type>', '<CrossProject>1</CrossProject><Type>');
    const reasons = compareDates(
      read(
        file(
          row(1, stored('02T08:00', '02T17:00')) +
            row(2, stored('02T08:00', '04T17:00')) +
            row(3, stored('03T08:00', '03T17:00')) +
            row(4, stored('02T08:00', '02T17:00') + link(3)) +
            row(5, stored('09T08:00', '09T17:00') + cross) +
            row(6, stored('04T08:00', '04T17:00') + link(3)),
        ),
      ),
    ).map(({ reason }) => reason);
    expect(reasons).toEqual([
      null,
      'pausesNotInFile',
      'startDiffers',
      'storedBreaksLink',
      'externalPredecessor',
      'followsDifference',
    ]);
  });
});

/** UTF-8 bytes of a text as letters of one byte each. */
function asBytes(text: string): string {
  return text.replaceAll('ä', '\u00c3\u00a4');
}
