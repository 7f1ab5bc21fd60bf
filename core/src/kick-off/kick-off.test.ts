import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate, isWeekdayDate } from '../calendar-date.ts';
import { kickOffPhases, usualKickOff, usualKickOffKeys } from './kick-off.ts';

const first = calendarDate('2026-01-01');
const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays(first, days));

test('the usual kick-off holds every item once, in the order of its parts and days (PM-19)', () => {
  fc.assert(
    fc.property(day, fc.option(day), fc.option(day), (today, startOn, meetingOn) => {
      const items = usualKickOff({ today, startOn, meetingOn });
      expect(items.map(({ key }) => key).toSorted()).toEqual([...usualKickOffKeys].toSorted());
      const order = items.map(({ phase }) => kickOffPhases.indexOf(phase));
      expect(order).toEqual(order.toSorted());
      for (const { dueOn } of items) {
        expect(dueOn >= today).toBe(true);
        expect(dueOn === today || isWeekdayDate(dueOn)).toBe(true);
      }
    }),
  );
});

test('what comes before the meeting is due by then, what comes after it later (PM-19)', () => {
  const meetingOn = calendarDate('2026-06-15');
  const items = usualKickOff({ today: calendarDate('2026-05-01'), startOn: null, meetingOn });
  const days = (phase: string) =>
    items.filter((one) => one.phase === phase).map((one) => one.dueOn);
  expect(days('before')).toEqual([
    '2026-06-05',
    '2026-06-08',
    '2026-06-10',
    '2026-06-12',
    '2026-06-12',
  ]);
  expect(new Set(days('during'))).toEqual(new Set(['2026-06-15']));
  expect(days('after')).toEqual(['2026-06-16', '2026-06-18', '2026-06-22']);
});
