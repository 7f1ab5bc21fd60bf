import { randomInteger, seededRandom } from '@evenkeel/core/random';
import { describe, expect, test } from 'vitest';
import { cellText } from './cell-text.ts';
import { isOver, laneLoad, loadBetween, minutesOn, nextOverDay } from './lane-load.ts';
import { bar, isWeekday, lane, monday } from './planner.fixture.ts';

const range = { first: monday - 14, last: monday + 27 };
function weekdays(from: number, to: number): number {
  let count = 0;
  for (let day = from; day <= to; day += 1) if (isWeekday(day)) count += 1;
  return count;
}

const week = (load: ReturnType<typeof laneLoad>) => loadBetween(load, monday, monday + 6);

describe('how full a lane is (U11)', () => {
  test.each([
    ['free', []],
    ['part', [bar('a')]],
    ['full', [bar('a'), bar('b')]],
    ['over', [bar('a'), bar('b'), bar('c', { end: monday })]],
  ] as const)('a week is %s', (level, bars) => {
    expect(week(laneLoad(lane('ada'), bars, range)).level).toBe(level);
  });

  test('a share is a share of what can be worked, and nothing is worked on leave', () => {
    const away = lane('ada', {
      capacityOn: (day) => (isWeekday(day) && day !== monday ? 480 : 0),
      awayOn: (day) => (day === monday ? 'leave' : null),
    });
    const half = bar('a', { effort: { by: 'share', basisPoints: 5_000 } });
    expect(week(laneLoad(away, [half], range))).toMatchObject({
      capacity: 4 * 480,
      allocated: 4 * 240,
      leaveDays: 1,
    });
    expect(minutesOn({ by: 'day', minutesPerDay: 240 }, 0)).toBe(0);
  });

  test('too much on one day frees nothing on another, and is marked within a week that holds', () => {
    const load = laneLoad(
      lane('ada'),
      [bar('a', { end: monday, effort: { by: 'day', minutesPerDay: 600 } })],
      range,
    );
    expect(week(load)).toMatchObject({ level: 'part', overDays: 1, free: 4 * 480 });
    expect(isOver(load)).toBe(true);
    expect(nextOverDay(load, monday - 3)).toBe(monday);
    expect(nextOverDay(load, monday + 1)).toBeNull();
  });

  test('tentative time is told apart and counts', () => {
    const load = laneLoad(lane('ada'), [bar('a', { certainty: 'tentative' })], range);
    expect(week(load)).toMatchObject({ tentative: 1_200, confirmed: 0, allocated: 1_200 });
  });

  test('the load of any stretch is the sum of its days', () => {
    const random = seededRandom(3);
    const bars = Array.from({ length: 12 }, (_, nth) => {
      const start = range.first + randomInteger(random, -5, 40);
      return bar(`b${nth}`, { start, end: start + randomInteger(random, 0, 12) });
    });
    const load = laneLoad(lane('ada'), bars, range);
    for (let from = range.first; from <= range.last; from += 3) {
      const to = Math.min(range.last, from + randomInteger(random, 0, 20));
      const allocated = bars.reduce((sum, { start, end }) => {
        const worked = weekdays(Math.max(from, start), Math.min(to, end));
        return sum + worked * 240;
      }, 0);
      expect(loadBetween(load, from, to).allocated).toBe(allocated);
    }
  });
});

describe('what a cell says, readable without colour', () => {
  const of = (...bars: Parameters<typeof laneLoad>[1]) => week(laneLoad(lane('ada'), bars, range));

  test('hours allocated, free or as a share; what is too much always with a plus', () => {
    expect(cellText(of(bar('a')), 'allocated', 54)).toBe('20');
    expect(cellText(of(bar('a')), 'free', 54)).toBe('20');
    expect(cellText(of(bar('a')), 'share', 54)).toBe('50%');
    expect(cellText(of(bar('a'), bar('b'), bar('c')), 'free', 54)).toBe('+20');
    expect(cellText(of(bar('a'), bar('b'), bar('c')), 'free', 12)).toBe('+');
    expect(cellText(of(bar('a')), 'allocated', 12)).toBe('');
  });

  test('a week away is named', () => {
    const away = lane('ada', {
      capacityOn: () => 0,
      awayOn: (day) => (isWeekday(day) ? 'holiday' : null),
    });
    const load = week(laneLoad(away, [], range));
    expect(cellText(load, 'allocated', 70)).toBe('Holiday');
    expect(cellText(load, 'allocated', 30)).toBe('H');
  });
});
