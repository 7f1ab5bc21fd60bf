import { describe, expect, test } from 'vitest';
import { at } from './gantt.fixture.ts';
import { draggedMinutes, progressAt, shifted, steppedOver } from './gantt-edit.ts';

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
