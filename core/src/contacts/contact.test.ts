import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { nextContact } from './cadence.ts';
import { emailKey, isEmailAddress, phoneKey } from './channel.ts';
import { lifecycleOf } from './lifecycle.ts';

const today = calendarDate('2026-06-15');
const day = (offset: number) => addDays(today, offset);

describe('the next contact with an account (CL-03)', () => {
  const none = { cadenceDays: null, lastContactOn: null, plannedOn: null, since: day(-100) };
  test.each([
    ['nothing set', none, { dueOn: null, standing: 'none', daysOverdue: 0 }],
    [
      'a cadence and no contact yet: from the beginning on',
      { ...none, cadenceDays: 30 },
      { dueOn: day(-70), standing: 'overdue', daysOverdue: 70 },
    ],
    [
      'a cadence after the last contact',
      { ...none, cadenceDays: 30, lastContactOn: day(-10) },
      { dueOn: day(20), standing: 'fine', daysOverdue: 0 },
    ],
    [
      'a day somebody set comes first',
      { ...none, cadenceDays: 30, lastContactOn: day(-10), plannedOn: day(3) },
      { dueOn: day(3), standing: 'soon', daysOverdue: 0 },
    ],
    [
      'a day that was met counts no more',
      { ...none, cadenceDays: 10, lastContactOn: day(-10), plannedOn: day(-11) },
      { dueOn: today, standing: 'due', daysOverdue: 0 },
    ],
  ])('%s', (_, facts, expected) => {
    expect(nextContact(facts, today)).toEqual(expected);
  });

  test('a contact never brings the next one nearer, and with a cadence there is always a day', () => {
    const offset = fc.integer({ min: -400, max: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), offset, offset, (cadenceDays, one, two) => {
        const [earlier, later] = one < two ? [one, two] : [two, one];
        const facts = (last: number) => ({ ...none, cadenceDays, lastContactOn: day(last) });
        const before = nextContact(facts(earlier), today);
        const after = nextContact(facts(later), today);
        expect(before.dueOn && after.dueOn && before.dueOn <= after.dueOn).toBe(true);
        expect(after.daysOverdue).toBeLessThanOrEqual(before.daysOverdue);
      }),
    );
  });
});

describe('the life of an account (CR-02)', () => {
  test.each([
    ['work running', { decided: null, runningProjects: 1, lastWorkOn: null }, 'client'],
    ['won last year', { decided: null, runningProjects: 0, lastWorkOn: day(-300) }, 'client'],
    ['long gone', { decided: null, runningProjects: 0, lastWorkOn: day(-800) }, 'former'],
    ['nothing yet', { decided: null, runningProjects: 0, lastWorkOn: null }, 'prospect'],
    ['decided otherwise', { decided: 'former', runningProjects: 1, lastWorkOn: null }, 'former'],
  ] as const)('%s', (_, facts, expected) => {
    expect(lifecycleOf(facts, today)).toBe(expected);
  });
});

describe('addresses', () => {
  test.each([
    ['anna@example.com', true],
    ['a.b+c@mail.example.co.uk', true],
    ['jörg@müller.example', true],
    ['anna@example', false],
    ['anna@@example.com', false],
    ['Anna <anna@example.com>', false],
    ['anna@example..com', false],
    ['', false],
  ])('%s is one: %s', (text, expected) => {
    expect(isEmailAddress(text)).toBe(expected);
  });

  test('the same address however it is typed', () => {
    expect(emailKey(' Anna@Example.COM ')).toBe('anna@example.com');
    expect(phoneKey('+49 30 12-34')).toBe(phoneKey('0049 (30) 1234'));
  });
});
