import { describe, expect, it } from 'vitest';
import { instantOf } from '../schedule/minute.ts';
import { compareDates } from './compare.ts';
import { dates, file, link, read, row } from './file.fixture.ts';
import { toScheduleProject } from './to-schedule.ts';

const stored = (from: string, to: string) =>
  `<Start>2026-03-${from}:00</Start><Finish>2026-03-${to}:00</Finish>`;

describe('PM-08 tasks that wait for another project', () => {
  const abroad = link(99).replace('<Type>', '<CrossProject>1</CrossProject><Type>');
  const text = file(
    row(1, stored('09T08:00', '09T17:00') + abroad) +
      row(2, stored('10T08:00', '10T17:00') + link(1)),
  );

  it('begin where the other project has put them, and what waits for them follows', () => {
    expect(dates(text)).toEqual({
      1: '2026-03-09T08:00 2026-03-09T17:00',
      2: '2026-03-10T08:00 2026-03-10T17:00',
    });
  });

  it('are compared without the date that was read', () => {
    const [waiting, following] = compareDates(read(text));
    expect(waiting).toMatchObject({ isSame: false, reason: 'externalPredecessor' });
    expect(instantOf(waiting?.calculated.start ?? 0)).toBe('2026-03-02T08:00');
    expect(following).toMatchObject({ isSame: true, reason: null });
  });

  it('keep a constraint of their own, and forget the date where that is wanted', () => {
    const own = text.replace(
      abroad,
      `<ConstraintType>4</ConstraintType><ConstraintDate>2026-03-04T08:00:00</ConstraintDate>${abroad}`,
    );
    expect(dates(own)[1]).toBe('2026-03-04T08:00 2026-03-04T17:00');
    const forgetting = toScheduleProject(read(text), { keepsDatesFromAbroad: false });
    expect(forgetting.tasks[0]?.constraint).toEqual({ type: 'asSoonAsPossible' });
  });
});

describe('PM-08 an inserted project', () => {
  it('begins at a start of its own, not at that of the plan round it', () => {
    const below = (text: string) => text.replace('<OutlineLevel>1', '<OutlineLevel>2');
    const text = file(
      row(1) +
        row(
          2,
          `<Summary>1</Summary><IsSubproject>1</IsSubproject>${stored('11T08:00', '12T17:00')}`,
        ) +
        below(row(3, '')) +
        below(row(4, link(3))),
    );
    expect(dates(text)).toEqual({
      1: '2026-03-02T08:00 2026-03-02T17:00',
      2: '2026-03-11T08:00 2026-03-12T17:00',
      3: '2026-03-11T08:00 2026-03-11T17:00',
      4: '2026-03-12T08:00 2026-03-12T17:00',
    });
  });
});

describe('PM-08 levelling delays', () => {
  // From Friday the 6th: a day of delay is a day of the clock, in whatever unit it is shown.
  it.each<[string, number, number, string]>([
    ['a working day', 4800, 7, '2026-03-09T08:00'],
    ['an elapsed day', 14_400, 8, '2026-03-09T08:00'],
    ['an estimated working day', 4800, 39, '2026-03-09T08:00'],
    ['two hours', 1200, 5, '2026-03-06T10:00'],
    ['a week', 24_000, 9, '2026-03-13T08:00'],
  ])('of %s', (_, tenths, format, start) => {
    const delayed = `<LevelingDelay>${tenths}</LevelingDelay><LevelingDelayFormat>${format}</LevelingDelayFormat>`;
    const found = dates(file(row(1, '', 4) + row(2, delayed + link(1))));
    expect(found[2]?.slice(0, 16)).toBe(start);
  });
});

describe('PM-07 progress', () => {
  const begun = (fields: string) =>
    `<ActualStart>2026-03-02T08:00:00</ActualStart><PercentComplete>50</PercentComplete>
     <ActualDuration>PT16H0M0S</ActualDuration><RemainingDuration>PT16H0M0S</RemainingDuration>${fields}`;

  it('the rest lasts as long as it remains from where it goes on, whatever lay before', () => {
    // Two days were done in four: it stopped on Thursday evening and goes on the Tuesday after.
    const moved = '<Stop>2026-03-05T17:00:00</Stop><Resume>2026-03-10T08:00:00</Resume>';
    expect(dates(file(row(1, begun(moved), 4)))[1]).toBe('2026-03-02T08:00 2026-03-11T17:00');
  });

  it('of several people each goes on where they stopped, with what remains of their own work', () => {
    const person = (uid: number) =>
      `<Resource><UID>${uid}</UID><Name>P${uid}</Name><Type>1</Type></Resource>`;
    const assigned = (person: number, fields: string) =>
      `<Assignment><UID>${person}</UID><TaskUID>1</TaskUID><ResourceUID>${person}</ResourceUID><Units>1</Units>
        <ActualStart>2026-03-02T08:00:00</ActualStart>${fields}</Assignment>`;
    const more = `<Resources>${person(1)}${person(2)}</Resources><Assignments>${
      assigned(
        1,
        '<Work>PT8H0M0S</Work><RemainingWork>PT0H0M0S</RemainingWork><ActualFinish>2026-03-03T17:00:00</ActualFinish>',
      ) +
      assigned(
        2,
        '<Work>PT24H0M0S</Work><RemainingWork>PT16H0M0S</RemainingWork><Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume>',
      )
    }</Assignments>`;
    const stopped = '<Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume>';
    expect(dates(file(row(1, begun(stopped), 4), { more }))[1]).toBe(
      '2026-03-02T08:00 2026-03-06T17:00',
    );
  });

  it.each<[string, readonly number[]]>([
    ['one person', [1]],
    ['two people', [1, 2]],
  ])(
    'work of %s spread by hand ends where it was drawn, also when its rest was moved',
    (_, people) => {
      const assigned = people.map(
        (
          person,
        ) => `<Assignment><UID>${person}</UID><TaskUID>1</TaskUID><ResourceUID>${person}</ResourceUID>
        <Units>1</Units><Work>PT16H0M0S</Work><RemainingWork>PT8H0M0S</RemainingWork><WorkContour>8</WorkContour>
        <Start>2026-03-02T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish>
        <ActualStart>2026-03-02T08:00:00</ActualStart>
        <Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume></Assignment>`,
      );
      const known = people.map(
        (person) => `<Resource><UID>${person}</UID><Type>1</Type></Resource>`,
      );
      const more = `<Resources>${known.join('')}</Resources><Assignments>${assigned.join('')}</Assignments>`;
      const moved = '<Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume>';
      const half = begun(moved).replaceAll('PT16H', 'PT8H');
      expect(dates(file(row(1, half, 2), { more }))[1]).toBe('2026-03-02T08:00 2026-03-05T17:00');
    },
  );

  it('a finished task without an actual start begins its length before its finish', () => {
    const none = '2000-01-01T00:00:00';
    const done = `<PercentComplete>100</PercentComplete><ActualStart>${none}</ActualStart>
      <ActualFinish>2026-03-05T17:00:00</ActualFinish><ConstraintType>0</ConstraintType>
      <ConstraintDate>${none}</ConstraintDate><Deadline>${none}</Deadline>`;
    expect(dates(file(row(1, done, 2)))[1]).toBe('2026-03-04T08:00 2026-03-05T17:00');
  });
});

describe('PM-08 stored dates that nobody calculated', () => {
  it('are named where they contradict what the file says was done', () => {
    const actual =
      '<PercentComplete>100</PercentComplete><ActualStart>2026-03-03T08:00:00</ActualStart><ActualFinish>2026-03-03T17:00:00</ActualFinish>';
    const [task] = compareDates(read(file(row(1, stored('04T08:00', '04T17:00') + actual))));
    expect(task).toMatchObject({ isSame: false, reason: 'storedBreaksActuals' });
  });
});
