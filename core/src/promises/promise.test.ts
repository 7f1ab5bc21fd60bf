import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import type { Id, PromiseId } from '../id.ts';
import { instant } from '../instant.ts';
import { keptRate, promiseState } from './kept.ts';
import {
  type PromiseContent,
  type PromiseVersion,
  promiseChannels,
  promiseKey,
  silentChannels,
  standing,
  standingAt,
  tell,
} from './promise.ts';
import { shownDates } from './shown-dates.ts';

const start = calendarDate('2026-03-02');
const at = (minute: number) => instant(new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString());

const content = fc.record({
  day: fc.option(fc.nat(60).map((days) => addDays(start, days))),
  amount: fc.option(fc.nat(1_000)),
  wording: fc.constantFrom('Concept', 'Roll-out', 'Training'),
  doneOn: fc.option(fc.nat(60).map((days) => addDays(start, days))),
  isShown: fc.boolean(),
});
const act = fc.record({
  subject: fc.nat(3),
  content,
  channel: fc.constantFrom(...promiseChannels),
  isAgreed: fc.boolean(),
});

/** Tells things one after the other, a minute apart, as the server does. */
function told(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]) {
  const versions: PromiseVersion[] = [];
  const acted = acts.map(({ subject, content: next, channel, isAgreed }, minute) => {
    const id = `${subject}` as Id<string>;
    const own = versions.filter((version) => version.subject.id === id);
    const current: PromiseContent | null = own.at(-1) ?? null;
    const outcome = tell(current, next, { channel, isAgreed });
    if (outcome === 'new') {
      versions.push({
        ...next,
        id: `v${minute}` as PromiseId,
        subject: { kind: 'task', id },
        what: 'date',
        number: own.length + 1,
        channel,
        toldAt: at(minute),
      });
    }
    return { current, next, channel, isAgreed, outcome };
  });
  return { versions, acted };
}

describe('the promise ledger (B08, CL-24)', () => {
  test('a date that the client knows moves by no channel that only repeats (B07)', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        for (const { current, next, channel, isAgreed, outcome } of told(acts).acted) {
          const isMoved = current !== null && current.day !== null && current.day !== next.day;
          if (isMoved && !isAgreed && silentChannels.includes(channel)) {
            expect(outcome).toBe('needs-notice');
          } else expect(outcome).not.toBe('needs-notice');
        }
      }),
    );
  });

  test('the same told again adds nothing, and versions are numbered without a gap', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { versions } = told(acts);
        for (const { current, history } of standing(versions)) {
          expect(history.map(({ number }) => number)).toEqual(history.map((_, place) => place + 1));
          expect(tell(current, current, { channel: 'portal', isAgreed: false })).toBe('same');
        }
      }),
    );
  });

  test('what stood at any moment is built again from the ledger, whatever was told later and in whatever order rows come', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.nat(40), fc.nat(), (acts, minute, seed) => {
        const { versions: all } = told(acts);
        const { versions: until } = told(acts.slice(0, minute));
        const moment = at(Math.max(0, minute - 1));
        const shuffled = all.toSorted(
          (a, b) => ((a.number * 7 + seed) % 11) - ((b.number * 7 + seed) % 11),
        );
        if (minute === 0) return;
        expect(JSON.stringify(shownDates(shuffled, moment))).toBe(
          JSON.stringify(shownDates(until, moment)),
        );
        expect(standingAt(shuffled, moment).map(promiseKey).toSorted()).toEqual(
          standing(until)
            .map(({ current }) => promiseKey(current))
            .toSorted(),
        );
      }),
    );
  });

  test('a shown date keeps the days told before it, each once', () => {
    const base = { subject: { kind: 'task', id: 'a' as Id<string> }, what: 'date' } as const;
    const version = (number: number, day: string, wording = 'Concept'): PromiseVersion => ({
      ...base,
      id: `${number}` as PromiseId,
      number,
      day: calendarDate(day),
      amount: null,
      wording,
      doneOn: null,
      isShown: true,
      channel: number === 1 ? 'quote' : 'notice',
      toldAt: at(number),
    });
    const found = shownDates(
      [
        version(1, '2026-04-01'),
        version(2, '2026-04-01', 'The concept'),
        version(3, '2026-04-09', 'Concept'),
      ],
      at(9),
    );
    expect(found).toEqual([
      {
        subject: base.subject,
        wording: 'Concept',
        day: '2026-04-09',
        doneOn: null,
        toldAt: at(3),
        history: [{ day: '2026-04-01', toldAt: at(1), channel: 'quote' }],
      },
    ]);
  });
});

describe('kept, broken or open (B08)', () => {
  const date = { what: 'date', amount: null, actualAmount: null, isClosed: false } as const;
  const today = calendarDate('2026-04-10');

  test.each([
    ['done on the day', '2026-04-08', '2026-04-08', 'kept'],
    ['done a day late', '2026-04-08', '2026-04-09', 'broken'],
    ['due today and not done', '2026-04-10', null, 'open'],
    ['due yesterday and not done', '2026-04-09', null, 'broken'],
    ['due later', '2026-05-01', null, 'open'],
    ['done before a later day', '2026-05-01', '2026-04-09', 'kept'],
  ])('a date %s', (_, day, doneOn, state) => {
    const judged = {
      ...date,
      day: calendarDate(day),
      doneOn: doneOn === null ? null : calendarDate(doneOn),
    };
    expect(promiseState(judged, today)).toBe(state);
  });

  test.each([
    [100_00, 100_00, false, 'open'],
    [100_00, 100_01, false, 'broken'],
    [100_00, 99_00, true, 'kept'],
    [100_00, null, true, 'kept'],
  ])('an amount of %i when the work costs %s', (amount, actualAmount, isClosed, state) => {
    const judged = {
      what: 'amount',
      day: null,
      doneOn: null,
      amount,
      actualAmount,
      isClosed,
    } as const;
    expect(promiseState(judged, today)).toBe(state);
  });

  test('the rate counts what was due, as counted by hand', () => {
    expect(keptRate(['kept', 'kept', 'broken', 'open', 'open'])).toEqual({
      kept: 2,
      broken: 1,
      open: 2,
      rate: 6_667,
    });
    expect(keptRate(['open']).rate).toBeNull();
  });
});
