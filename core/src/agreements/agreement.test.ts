import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween } from '../calendar-date.ts';
import { contactDueOn, isAgreed, startedWithout, usualAgreement } from './agreement.ts';

const cadence = { everyDays: 7, weekday: 2, time: '10:00', how: '' };

describe('the working agreement', () => {
  test('holds once somebody of each side has acknowledged it (CL-02)', () => {
    expect(isAgreed([])).toBe(false);
    expect(isAgreed(['ours', 'ours'])).toBe(false);
    expect(isAgreed(['theirs', 'ours'])).toBe(true);
    expect(startedWithout('executing', false)).toBe(true);
    expect(startedWithout('approved', false)).toBe(false);
    expect(startedWithout('executing', true)).toBe(false);
  });

  test('starts from the phases of the project, with a part for each (CL-12)', () => {
    const facts = {
      purpose: '',
      responsibleOurs: 'Mara',
      responsibleTheirs: '',
      phases: ['A', 'B'],
    };
    expect(usualAgreement(facts).parts.map(({ stage }) => stage)).toEqual(['A', 'B']);
    expect(usualAgreement({ ...facts, phases: [] }).parts.length).toBeGreaterThan(0);
  });

  test('a weekly Tuesday stays a Tuesday, whenever the last contact was (CL-03)', () => {
    expect(contactDueOn(cadence, calendarDate('2026-11-27'))).toBe('2026-12-01');
    expect(contactDueOn(cadence, calendarDate('2026-12-01'))).toBe('2026-12-08');
    expect(contactDueOn({ ...cadence, everyDays: 14 }, calendarDate('2026-12-01'))).toBe(
      '2026-12-15',
    );
    expect(contactDueOn({ ...cadence, weekday: null }, calendarDate('2026-12-01'))).toBe(
      '2026-12-08',
    );
  });

  test('the next contact is after the last one, on the set weekday, and never later than a week past the cadence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.option(fc.integer({ min: 1, max: 7 })),
        fc.integer({ min: 0, max: 2_000 }),
        (everyDays, weekday, offset) => {
          const last = addDays(calendarDate('2026-01-01'), offset);
          const due = contactDueOn({ ...cadence, everyDays, weekday }, last);
          const days = daysBetween(last, due);
          expect(days).toBeGreaterThan(0);
          expect(days).toBeLessThanOrEqual(weekday === null ? everyDays : Math.max(everyDays, 7));
          if (weekday !== null) expect(new Date(due).getUTCDay()).toBe(weekday % 7);
        },
      ),
    );
  });
});
