import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { isReadyForHandOff, moveStage, weightedValue } from './pipeline.ts';

const today = calendarDate('2026-11-23');
const stage = (outcome: 'open' | 'won' | 'lost') => ({ id: outcome, probability: 5_000, outcome });

describe('moving a deal (CR-05)', () => {
  test('that is decided closes it today, unless it had closed before', () => {
    const open = { closeOn: calendarDate('2027-01-10'), lostReason: null, reasonId: null };
    expect(moveStage(open, stage('won'), today).closeOn).toBe(today);
    expect(moveStage({ ...open, closeOn: null }, stage('lost'), today).closeOn).toBe(today);
    const past = { closeOn: calendarDate('2026-10-01'), lostReason: null, reasonId: null };
    expect(moveStage(past, stage('won'), today).closeOn).toBe('2026-10-01');
  });

  test('that opens again keeps its close date and loses its lost reason', () => {
    const lost = { closeOn: calendarDate('2026-10-01'), lostReason: 'Price', reasonId: 'r' };
    expect(moveStage(lost, stage('open'), today)).toEqual({
      stageSince: today,
      closeOn: '2026-10-01',
      lostReason: null,
      reasonId: null,
    });
    expect(moveStage(lost, stage('lost'), today).lostReason).toBe('Price');
  });
});

test('the weighted value is value times probability, rounded to whole minor units', () => {
  expect(weightedValue({ value: 99_999 }, 5_500)).toBe(54_999);
  expect(weightedValue({ value: 1 }, 5_000)).toBe(1);
  expect(weightedValue({ value: 500 }, 0)).toBe(0);
});

test('a hand-off is due when a deal is won and its contract is signed, never before (CR-06)', () => {
  for (const outcome of ['open', 'won', 'lost'] as const) {
    for (const contractSignedOn of [null, today]) {
      const isReady = outcome === 'won' && contractSignedOn !== null;
      expect(isReadyForHandOff({ outcome, contractSignedOn })).toBe(isReady);
    }
  }
});
