import { describe, expect, test } from 'vitest';
import { at } from './gantt.fixture.ts';
import {
  draggedMinutes,
  middleOfWork,
  pauseAt,
  progressAt,
  shareBefore,
  shifted,
  steppedOver,
} from './gantt-edit.ts';

const span = { start: at(20_000), finish: at(20_004, 17) };
const day = 1440;
// 20,000 is a Friday.
const isWorking = (number: number) => (number + 3) % 7 < 5;

describe('an edit on a Gantt chart', () => {
  test('moves the whole bar and leaves its length', () => {
    expect(shifted(span, 'whole', { minutes: 3 * day, step: day })).toEqual({
      start: at(20_003),
      finish: at(20_007, 17),
    });
  });

  test('moves an end, but never past the other', () => {
    expect(shifted(span, 'finish', { minutes: 2 * day, step: day }).finish).toBe(at(20_006, 17));
    expect(shifted(span, 'finish', { minutes: -99 * day, step: day }).finish).toBe(at(20_000, 17));
    expect(shifted(span, 'start', { minutes: 99 * day, step: day }).start).toBe(at(20_004));
  });

  test('steps over days that are not worked', () => {
    const friday = { start: at(20_000), finish: at(20_000, 17) };
    const step = { minutes: day, step: day, isWorking };
    expect(steppedOver(friday, 'whole', step).start).toBe(at(20_003));
    const monday = steppedOver(friday, 'whole', step);
    expect(steppedOver(monday, 'whole', { ...step, minutes: -day })).toEqual(friday);
    expect(steppedOver(friday, 'finish', step).finish).toBe(at(20_003, 17));
  });

  test('counts whole steps of a drag and whole twentieths of progress', () => {
    expect(draggedMinutes(2.4, day)).toBe(2 * day);
    expect(draggedMinutes(-0.6, day)).toBe(-day);
    expect(progressAt(0.526)).toBe(0.55);
    expect(progressAt(-3)).toBe(0);
    expect(progressAt(7)).toBe(1);
  });
});

describe('a pause', () => {
  test('begins with a day of work and lasts to the next from afar, an hour from close by', () => {
    const afar = { step: day, from: 540, isWorking };
    expect(pauseAt(at(20_003, 14), afar)).toEqual({ from: at(20_003), to: at(20_004) });
    // 20,007 is the next Friday.
    expect(pauseAt(at(20_007), afar)).toEqual({ from: at(20_007), to: at(20_010) });
    expect(pauseAt(at(20_003, 14) + 20, { ...afar, step: 60 })).toEqual({
      from: at(20_003, 14),
      to: at(20_003, 15),
    });
  });

  test('that nobody points at lies at today within the work, else in its longest part', () => {
    const parts = [
      { start: at(20_000), finish: at(20_001) },
      { start: at(20_010), finish: at(20_014) },
    ];
    expect(middleOfWork(parts, at(20_013))).toBe(at(20_013));
    expect(middleOfWork(parts, at(20_005))).toBe(at(20_012));
    expect(middleOfWork([], 0)).toBeNull();
  });

  test('counts in no progress', () => {
    const stretches = [
      { x: 100, width: 50 },
      { x: 300, width: 50 },
    ];
    expect([90, 125, 200, 325, 900].map((x) => shareBefore(stretches, x))).toEqual([
      0, 0.25, 0.5, 0.75, 1,
    ]);
  });
});
