import type { PersonId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { isWhole, outcomeWords } from './shares.ts';

// Ids of a test need only be different; a brand has no run-time part.
const on = (name: string, units: number) => ({ id: name as PersonId, name, units });
const task = {
  assignees: [on('Ada', 10_000)],
  taskType: 'fixed-units',
  isEffortDriven: false,
  estimateMinutes: 960,
  durationMinutes: null,
} as const;

describe('shares of time in words (PM-07)', () => {
  test('say what becomes of work and length', () => {
    expect(outcomeWords({ ...task, assignees: [...task.assignees] }, [on('Ada', 5_000)])).toEqual([
      'The work stays 16 h.',
      'It takes 4 working days instead of 2 working days.',
    ]);
    const more = outcomeWords({ ...task, assignees: [...task.assignees] }, [
      on('Ada', 10_000),
      on('Bo', 10_000),
    ]);
    expect(more).toEqual([
      'The work becomes 32 h instead of 16 h.',
      'It takes 2 working days, as before.',
    ]);
  });

  test('of a fixed duration say how much of each day the work takes', () => {
    const fixed = { ...task, assignees: [...task.assignees], taskType: 'fixed-duration' as const };
    const words = outcomeWords({ ...fixed, durationMinutes: 4_800 }, [on('Ada', 5_000)]);
    expect(words.at(-1)).toMatch(/16 h in 10 working days take 20\s?% of each/);
  });

  test('are from one per cent to all of it', () => {
    expect([null, 0, 99, 100, 10_000, 10_001].map(isWhole)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
