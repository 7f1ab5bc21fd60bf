import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { bubblesOf, timelineOf } from './model.ts';

const today = calendarDate('2026-06-15');

function row(part: Partial<InitiativeRow>): InitiativeRow {
  const plain = { state: 'executing', budget: null, valueScore: null, effortScore: null };
  // The views read no other field.
  return { ...plain, startOn: null, endOn: null, ...part } as InitiativeRow;
}

describe('value and effort (ST-40)', () => {
  test('more value stands higher, more effort further right, what has no score beside', () => {
    const best = row({ valueScore: 10, effortScore: 1, budget: 100 });
    const worst = row({ valueScore: 1, effortScore: 10, state: 'shelved' });
    const { bubbles, unscored } = bubblesOf([worst, best, row({ valueScore: 3 })]);
    expect(bubbles.map(({ row: shown, left, top }) => [shown, left, top])).toEqual([
      [best, 7, 7],
      [worst, 93, 93],
    ]);
    expect(bubbles.map(({ isQuiet }) => isQuiet)).toEqual([false, true]);
    expect(unscored).toHaveLength(1);
  });

  test('of two with the same scores none hides the other', () => {
    const same = { valueScore: 5, effortScore: 5 };
    const [first, second] = bubblesOf([row(same), row(same)]).bubbles;
    expect(first?.left).not.toBe(second?.left);
  });
});

describe('the timeline (ST-40)', () => {
  test('covers whole months with today among them, and leaves out what has no date', () => {
    const dates = { startOn: calendarDate('2026-07-10'), endOn: calendarDate('2026-08-31') };
    const timeline = timelineOf([row(dates), row({})], today);
    expect(timeline.months.map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2026-08']);
    const [bar] = timeline.bars;
    expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeCloseTo(100);
    expect(bar?.passed).toBe(0);
    expect(timeline.undated).toHaveLength(1);
  });

  test('fills a bar as far as its time has passed', () => {
    const dates = { startOn: calendarDate('2026-06-01'), endOn: calendarDate('2026-06-28') };
    expect(timelineOf([row(dates)], today).bars[0]?.passed).toBe(50);
  });
});
