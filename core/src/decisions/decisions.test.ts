import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../calendar-date.ts';
import type { Id } from '../id.ts';
import { instant } from '../instant.ts';
import { type DateWrite, dateTrace, type TraceAnchor } from './date-trace.ts';
import { type EffectChange, effectsOf } from './effects.ts';

const start = calendarDate('2026-05-01');
const at = (minute: number) => instant(new Date(Date.UTC(2026, 4, 1, 0, minute)).toISOString());
const decision: TraceAnchor = { kind: 'decision', id: 'd' as Id<string>, name: 'Two weeks more' };

/** Edits, undoings and redoings of one date, as writes of the change record. */
const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ to: fc.nat(20), isDecided: fc.boolean() }) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 2, arbitrary: fc.constant('redo' as const) },
  ),
  { maxLength: 30 },
);

type Act = typeof acts extends fc.Arbitrary<(infer A)[]> ? A : never;

/** Each value of the date with what it stands on, as somebody with a perfect memory would keep it. */
function played(list: readonly Act[]) {
  type Standing = { readonly day: CalendarDate; readonly on: 'decision' | 'first-plan' };
  const writes: DateWrite[] = [
    { at: at(0), by: null, from: null, to: start, isCreation: true, anchor: null },
  ];
  const past: Standing[] = [];
  const future: Standing[] = [];
  let now: Standing = { day: start, on: 'first-plan' };
  const write = (next: Standing, anchor: TraceAnchor | null) => {
    if (next.day !== now.day) {
      writes.push({
        at: at(writes.length),
        by: 'Ann',
        from: now.day,
        to: next.day,
        isCreation: false,
        anchor,
      });
    }
    now = next;
  };
  const step = (from: Standing[], to: Standing[]) => {
    const next = from.pop();
    if (!next) return;
    to.push(now);
    write(next, null);
  };
  const edit = ({ to, isDecided }: Exclude<Act, string>) => {
    const day = addDays(start, to);
    if (day === now.day) return;
    past.push(now);
    future.length = 0;
    write({ day, on: isDecided ? 'decision' : now.on }, isDecided ? decision : null);
  };
  for (const act of list) {
    if (act === 'undo') step(past, future);
    else if (act === 'redo') step(future, past);
    else edit(act);
  }
  return { writes, now };
}

describe('why is this date the 12th of May? (B10)', () => {
  test('whatever was done, undone and redone, the trace ends in a decision, a notice, a hand-off or the first plan, and begins at the date as it stands', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { writes, now } = played(list);
        const { steps, end } = dateTrace(writes);
        expect(steps[0]?.to).toBe(now.day);
        const last = steps.at(-1);
        expect(end === 'first-plan' ? last?.isCreation : last?.anchor !== null).toBe(true);
        // No date stands twice on the way: what was undone is not told.
        const days = steps.map(({ to }) => to);
        expect(new Set(days).size).toBe(days.length);
        // Each step begins where the next ends.
        steps.slice(0, -1).forEach((step, place) => {
          expect(steps[place + 1]?.to).toBe(step.from);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a date decided on, moved and moved back stands on the decision', () => {
    const days = ['2026-05-01', '2026-05-12', '2026-05-15', '2026-05-12'].map(calendarDate);
    const writes = days.map(
      (to, place): DateWrite => ({
        at: at(place),
        by: 'Ann',
        from: days[place - 1] ?? null,
        to,
        isCreation: place === 0,
        anchor: place === 1 ? decision : null,
      }),
    );
    expect(dateTrace(writes)).toMatchObject({ end: 'decision', steps: [{ anchor: decision }] });
    expect(dateTrace(writes.slice(0, 1)).end).toBe('first-plan');
  });
});

describe('what a decision changed (B10)', () => {
  const id = 't' as Id<string>;
  const move = (before: object, after: object): EffectChange => ({
    subject: 'task',
    subjectId: id,
    action: 'update',
    before: { ...before },
    after: { ...after },
  });

  test('is the value before the first write and after the last, and nothing for what came back', () => {
    expect(
      effectsOf([
        move({ due_on: '2026-05-01' }, { due_on: '2026-05-08' }),
        move({ due_on: '2026-05-08', name: 'A' }, { due_on: '2026-05-12', name: 'B' }),
        move({ estimate_minutes: 60 }, { estimate_minutes: 90 }),
        move({ estimate_minutes: 90 }, { estimate_minutes: 60 }),
      ]),
    ).toEqual([
      {
        area: 'schedule',
        subject: 'task',
        subjectId: id,
        field: 'due_on',
        before: '2026-05-01',
        after: '2026-05-12',
      },
    ]);
  });

  test('tells work added, work taken out, and the price', () => {
    const effects = effectsOf([
      {
        subject: 'task',
        subjectId: id,
        action: 'create',
        before: null,
        after: { estimate_minutes: 480 },
      },
      move({ deleted_at: null }, { deleted_at: '2026-05-02' }),
      {
        subject: 'project',
        subjectId: 'p' as Id<string>,
        action: 'update',
        before: { price: 100 },
        after: { price: 150 },
      },
    ]);
    expect(effects.map(({ area, field, before, after }) => [area, field, before, after])).toEqual([
      ['scope', 'estimate_minutes', null, 480],
      ['money', 'price', 100, 150],
    ]);
  });
});
