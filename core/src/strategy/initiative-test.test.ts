import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import {
  criteriaNeeded,
  type InitiativeCriterion,
  initiativeCriteria,
  type StatedInitiative,
  testInitiative,
} from './initiative-test.ts';

const name = 'Enter the Polish market';

/** What makes each criterion met, and nothing else. */
const parts: Record<InitiativeCriterion, StatedInitiative> = {
  defined: { name, scope: 'An office, two people, five clients' },
  organisation: { organisation: 'Growth' },
  leadership: { leader: 'Ada', projectManager: 'Grace' },
  budget: { budget: 1 },
  'time-frame': {
    startOn: calendarDate('2026-01-01'),
    endOn: calendarDate('2026-12-31'),
    goalCount: 1,
  },
};

function combined(chosen: readonly InitiativeCriterion[]): StatedInitiative {
  return Object.assign({}, ...chosen.map((criterion) => parts[criterion]));
}

const combinations = Array.from({ length: 32 }, (_, bits) =>
  initiativeCriteria.filter((_criterion, index) => (bits >> index) % 2 === 1),
);

describe('the initiative-or-goal test (B04, ST-14, ST-15)', () => {
  test.each(combinations.map((chosen) => [chosen.join(' + ') || 'nothing', chosen] as const))(
    'with %s meets exactly these and is an initiative from three on',
    (_words, chosen) => {
      const result = testInitiative(combined(chosen));
      const met = result.criteria.filter(({ isMet }) => isMet).map(({ criterion }) => criterion);
      expect(met).toEqual(chosen);
      expect(result.metCount).toBe(chosen.length);
      expect(result.class).toBe(chosen.length >= 3 ? 'initiative' : 'goal-candidate');
    },
  );

  test('flips exactly at three: taking any one of three away makes it a goal candidate', () => {
    const threes = combinations.filter((chosen) => chosen.length === criteriaNeeded);
    expect(threes).toHaveLength(10);
    for (const chosen of threes) {
      expect(testInitiative(combined(chosen)).class).toBe('initiative');
      for (const dropped of chosen) {
        const rest = chosen.filter((criterion) => criterion !== dropped);
        expect(testInitiative(combined(rest)).class).toBe('goal-candidate');
      }
    }
  });

  test.each<[string, StatedInitiative, InitiativeCriterion, string]>([
    ['a name without scope or purpose', { name }, 'defined', 'scope'],
    ['a scope without a name', { scope: 'Offices' }, 'defined', 'name'],
    ['a name of spaces', { name: '   ', scope: 'Offices' }, 'defined', 'name'],
    ['a leader alone', { leader: 'Ada' }, 'leadership', 'projectManagerId'],
    ['a project manager alone', { projectManager: 'Grace' }, 'leadership', 'ownerId'],
    ['a budget of nothing', { budget: 0 }, 'budget', 'budget'],
    ['no end', { ...parts['time-frame'], endOn: null }, 'time-frame', 'endOn'],
    ['no start', { ...parts['time-frame'], startOn: null }, 'time-frame', 'startOn'],
    ['dates without an objective', { ...parts['time-frame'], goalCount: 0 }, 'time-frame', 'goals'],
    [
      'an end before the start',
      { ...parts['time-frame'], endOn: calendarDate('2025-12-31') },
      'time-frame',
      'endOn',
    ],
  ])('does not count %s, and names the field to fill', (_words, stated, criterion, field) => {
    const result = testInitiative(stated).criteria.find((entry) => entry.criterion === criterion);
    expect(result?.isMet).toBe(false);
    expect(result?.missing.map((entry) => entry.field)).toEqual([field]);
    expect(result?.missing[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  test('takes a written purpose for the objectives of a time-frame, and one person in both roles', () => {
    const { criteria } = testInitiative({
      name,
      purpose: 'A tenth of revenue from Poland',
      startOn: calendarDate('2026-01-01'),
      endOn: calendarDate('2026-01-01'),
      leader: 'Ada',
      projectManager: 'Ada',
    });
    const met = criteria.filter(({ isMet }) => isMet).map(({ criterion }) => criterion);
    expect(met).toEqual(['defined', 'leadership', 'time-frame']);
  });

  test('works on as little as a customer has said: nothing at all is a goal candidate', () => {
    const result = testInitiative({});
    expect(result).toMatchObject({ metCount: 0, class: 'goal-candidate' });
    expect(result.criteria.every(({ missing }) => missing.length > 0)).toBe(true);
  });

  test('never loses a criterion by learning more, and says something is missing exactly when unmet', () => {
    const text = fc.option(fc.constantFrom('', '  ', 'words'), { nil: null });
    const day = fc.option(fc.constantFrom('2026-01-01', '2026-06-30').map(calendarDate), {
      nil: null,
    });
    const stated = fc.record(
      {
        name: text,
        scope: text,
        purpose: text,
        organisation: text,
        leader: text,
        projectManager: text,
        budget: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        startOn: day,
        endOn: fc.constantFrom(null, calendarDate('2026-07-01')),
        goalCount: fc.integer({ min: 0, max: 2 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(stated, fc.constantFrom(...initiativeCriteria), (known, learned) => {
        const before = testInitiative(known);
        const after = testInitiative({ ...known, ...parts[learned] });
        expect(after.metCount).toBeGreaterThanOrEqual(before.metCount);
        expect(after.criteria.find((entry) => entry.criterion === learned)?.isMet).toBe(true);
        for (const { isMet, missing } of before.criteria) expect(isMet).toBe(missing.length === 0);
        expect(before.class === 'initiative').toBe(before.metCount >= criteriaNeeded);
      }),
    );
  });
});
