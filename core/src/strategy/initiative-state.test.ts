import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import {
  approvalIssues,
  initiativeMoves,
  initiativeStates,
  isCommitted,
  moveIssues,
  needsReason,
} from './initiative-state.ts';
import { testInitiative } from './initiative-test.ts';

const three = testInitiative({
  name: 'New office',
  scope: 'Lease and fit-out',
  organisation: 'Operations',
  budget: 100,
});
const two = testInitiative({ name: 'New office', scope: 'Lease', organisation: 'Operations' });

describe('approving an initiative (ST-03, ST-14)', () => {
  test('needs three of five criteria and one goal, and lists every field that is missing', () => {
    expect(approvalIssues(three, 1)).toEqual([]);
    expect(approvalIssues(three, 0).map(({ path }) => path[0])).toEqual(['goals']);
    expect(approvalIssues(two, 1).map(({ path }) => path[0])).toEqual([
      'ownerId',
      'projectManagerId',
      'budget',
      'startOn',
      'endOn',
      'goals',
    ]);
  });

  test('says once that a goal is missing, though both rules ask for it', () => {
    const fields = approvalIssues(two, 0).map(({ path }) => path[0]);
    expect(fields.filter((field) => field === 'goals')).toHaveLength(1);
  });

  test('is asked for wherever the firm binds itself anew, from every state', () => {
    for (const from of initiativeStates) {
      for (const to of initiativeMoves(from)) {
        const issues = moveIssues(from, to, { test: two, goalCount: 1, reason: 'because' });
        expect(issues.length > 0, `${from} to ${to}`).toBe(isCommitted(to) && !isCommitted(from));
        expect(moveIssues(from, to, { test: three, goalCount: 1, reason: 'because' })).toEqual([]);
      }
    }
  });

  test('is not asked again of what is approved, so that a lost criterion does not stop the work', () => {
    expect(moveIssues('approved', 'executing', { test: two, goalCount: 0, reason: '' })).toEqual(
      [],
    );
    const again = moveIssues('shelved', 'executing', { test: two, goalCount: 1, reason: '' });
    expect(again.length).toBeGreaterThan(0);
  });
});

describe('the funnel of initiatives (ST-39)', () => {
  test('keeps the reason of what is shelved or rejected: without one it stays where it is', () => {
    for (const to of ['shelved', 'rejected'] as const) {
      expect(needsReason(to)).toBe(true);
      const [problem] = moveIssues('proposed', to, { test: three, goalCount: 1, reason: '  ' });
      expect(problem).toMatchObject({ path: ['reason'], code: 'needed' });
    }
  });

  test('lets every step be taken back', () => {
    for (const from of initiativeStates) {
      for (const to of initiativeMoves(from)) {
        expect(initiativeMoves(to), `${from} to ${to} and back`).toContain(from);
      }
    }
  });

  test('refuses what skips the decision', () => {
    const ready = { test: three, goalCount: 1, reason: 'because' };
    for (const [from, to] of [
      ['considered', 'executing'],
      ['considered', 'completed'],
      ['rejected', 'executing'],
      ['approved', 'completed'],
      ['approved', 'approved'],
    ] as const) {
      expect(moveIssues(from, to, ready)[0]?.code, `${from} to ${to}`).toBe('wrong-state');
    }
  });

  test('lets a whole initiative run from considered to completed', () => {
    const ready = { test: testInitiative({}), goalCount: 0, reason: '' };
    expect(moveIssues('considered', 'proposed', ready)).toEqual([]);
    const whole = testInitiative({
      name: 'Office',
      purpose: 'Room to grow',
      budget: 1,
      startOn: calendarDate('2026-01-01'),
      endOn: calendarDate('2026-02-01'),
    });
    expect(moveIssues('proposed', 'approved', { ...ready, test: whole, goalCount: 1 })).toEqual([]);
  });
});
