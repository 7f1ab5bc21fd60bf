import { expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { standingOf, type VisibleStep } from './standing.ts';

const today = calendarDate('2027-03-10');
const past = calendarDate('2027-03-09');
const step = (change: Partial<VisibleStep>): VisibleStep => ({
  isMilestone: true,
  isDone: false,
  day: null,
  side: 'ours',
  ...change,
});

it.each([
  ['not-started', [step({})]],
  ['not-started', []],
  ['on-track', [step({ isDone: true, day: past }), step({ day: today })]],
  ['late', [step({ isDone: true }), step({ day: past })]],
  // What waits for the client is not the firm's delay.
  ['on-track', [step({ isDone: true }), step({ day: past, side: 'client' })]],
] as const)('stands %s by visible facts alone (CL-01)', (standing, steps) => {
  expect(standingOf(steps, { isCompleted: false, today }).standing).toBe(standing);
});

it('counts milestones where there are any, and is completed when the project is', () => {
  const steps = [step({ isDone: true }), step({}), step({ isMilestone: false })];
  expect(standingOf(steps, { isCompleted: true, today })).toEqual({
    standing: 'completed',
    lateCount: 0,
    stepCount: 2,
    doneCount: 1,
    progress: 5_000,
  });
  expect(standingOf([], { isCompleted: false, today }).progress).toBeNull();
});
