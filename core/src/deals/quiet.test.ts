import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { isNextStepOverdue, isQuiet, lastMove, lastTouch, type Movement } from './quiet.ts';

const today = calendarDate('2026-06-30');
const ago = (days: number) => addDays(today, -days);
const deal: Movement = {
  outcome: 'open',
  quietAfterDays: 21,
  stageSince: ago(40),
  touchedOn: null,
  nextStepOn: null,
};

describe('a deal gone quiet (CR-05, CR-19)', () => {
  test.each([
    ['nothing moved for longer than the stage allows', {}, true],
    ['the last day of patience', { stageSince: ago(21) }, false],
    ['the day after it', { stageSince: ago(22) }, true],
    ['it was touched lately', { touchedOn: ago(3) }, false],
    [
      'it was touched long ago, yet moved lately',
      { touchedOn: ago(90), stageSince: ago(2) },
      false,
    ],
    ['a next step is planned', { nextStepOn: addDays(today, 9) }, false],
    ['the next step is today', { nextStepOn: today }, false],
    ['the next step has passed', { nextStepOn: ago(1) }, true],
    ['the stage has endless patience', { quietAfterDays: null }, false],
    ['it is won', { outcome: 'won' as const }, false],
    ['it is lost', { outcome: 'lost' as const }, false],
  ])('%s', (_, change, quiet) => {
    expect(isQuiet({ ...deal, ...change }, today)).toBe(quiet);
  });

  test.each([
    [null, null, null],
    [ago(3), null, ago(3)],
    [null, ago(5), ago(5)],
    [ago(3), ago(5), ago(3)],
    [ago(9), ago(5), ago(5)],
  ])('changed on %s, spoken about on %s, was touched on %s', (changed, spoken, touched) => {
    expect(lastTouch(changed, spoken)).toBe(touched);
  });

  test('is never woken by time alone: quiet today, quiet tomorrow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
        fc.integer({ min: 1, max: 90 }),
        (since, touched, patience) => {
          const one = {
            ...deal,
            stageSince: ago(since),
            touchedOn: touched === null ? null : ago(touched),
            quietAfterDays: patience,
          };
          expect(lastMove(one) <= today).toBe(true);
          if (isQuiet(one, today)) expect(isQuiet(one, addDays(today, 1))).toBe(true);
        },
      ),
    );
  });

  test('a next step before today is overdue while the deal is open', () => {
    expect(isNextStepOverdue({ outcome: 'open', nextStepOn: ago(1) }, today)).toBe(true);
    expect(isNextStepOverdue({ outcome: 'open', nextStepOn: today }, today)).toBe(false);
    expect(isNextStepOverdue({ outcome: 'won', nextStepOn: ago(1) }, today)).toBe(false);
  });
});
