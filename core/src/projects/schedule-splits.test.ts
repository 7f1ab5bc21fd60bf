import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../calendar-date.ts';
import { day, planOf, taskId } from './schedule.fixture.ts';
import { schedulePlan } from './schedule-dates.ts';
import { editedTask } from './schedule-edit.ts';
import { partsOfTask } from './schedule-parts.ts';
import type { PlanTask } from './schedule-plan.ts';
import { planPreview } from './schedule-preview.ts';
import { clockOfWork } from './schedule-problem.ts';
import { keptSplits, partMoved, pauseMinutes, splitBetween } from './schedule-splits.ts';

const dayMinutes = 480;
const at = (date: string, hour: number) => dayNumber(day(date)) * 1440 + hour * 60;
/** Four days from Monday, then a day's pause of two days after the first two. */
const pausing: Partial<PlanTask> & { readonly name: string } = {
  name: 'Build',
  constraintType: 'start-no-earlier-than',
  constraintOn: day('2026-06-01'),
  startOn: day('2026-06-01'),
  durationMinutes: 4 * dayMinutes,
  splits: [{ afterMinutes: 2 * dayMinutes, gapMinutes: 2 * dayMinutes }],
};

describe('a task that pauses (PM-03, PM-07)', () => {
  test('ends later by its pauses, and its parts lie round them', () => {
    const scheduled = schedulePlan(planOf({ tasks: [pausing] }));
    expect(scheduled.dates.get(taskId('Build'))).toMatchObject({
      startOn: '2026-06-01',
      dueOn: '2026-06-08',
    });
    expect(partsOfTask(scheduled, taskId('Build'))).toEqual([
      { start: at('2026-06-01', 8), finish: at('2026-06-02', 17) },
      { start: at('2026-06-05', 8), finish: at('2026-06-08', 17) },
    ]);
  });

  test('lets what waits for it begin after its last part', () => {
    const plan = planOf({
      tasks: [pausing, { name: 'Test', durationMinutes: 480 }],
      links: [['Build', 'Test']],
    });
    expect(schedulePlan(plan).dates.get(taskId('Test'))?.startOn).toBe('2026-06-09');
  });

  test('ends on the day that somebody typed, pauses within it', () => {
    const typed = {
      ...pausing,
      durationMinutes: null,
      typedDueOn: day('2026-06-10'),
      dueOn: day('2026-06-10'),
    };
    const found = schedulePlan(planOf({ tasks: [typed] })).dates.get(taskId('Build'));
    expect(found).toMatchObject({ dueOn: '2026-06-10', durationMinutes: 6 * dayMinutes });
  });

  test('pauses by the hours of whoever does it', () => {
    const plan = planOf({
      tasks: [pausing],
      people: [{ name: 'Ada', weekMinutes: [480, 480, 480, 480, 0, 0, 0] }],
      staff: [['Build', 'Ada']],
    });
    const parts = partsOfTask(schedulePlan(plan), taskId('Build'));
    expect(parts.map(({ start }) => start)).toEqual([at('2026-06-01', 8), at('2026-06-08', 8)]);
  });

  test('shows no parts once it is done, held by hand, or without a pause', () => {
    const tasks = [
      { ...pausing, name: 'a', state: 'done' as const, doneOn: day('2026-06-08') },
      { ...pausing, name: 'b', scheduling: 'manual' as const, dueOn: day('2026-06-08') },
      { ...pausing, name: 'c', splits: [] },
    ];
    const scheduled = schedulePlan(planOf({ tasks }));
    expect(tasks.map(({ name }) => partsOfTask(scheduled, taskId(name)).length)).toEqual([0, 0, 0]);
  });
});

describe('an edit of parts', () => {
  const scheduled = schedulePlan(planOf({ tasks: [{ ...pausing, splits: [] }] }));
  const task = scheduled.index.tasks.get(taskId('Build')) as PlanTask;
  const clock = clockOfWork(scheduled.index, task);
  const span = { start: at('2026-06-01', 8), finish: at('2026-06-04', 17) };

  test('splits at an instant, for as long as is worked until another', () => {
    const pause = { from: at('2026-06-03', 8), to: at('2026-06-05', 8) };
    const splits = splitBetween(clock, { span, splits: [] }, pause);
    expect(splits).toEqual([{ afterMinutes: 960, gapMinutes: 960 }]);
    const look = planPreview(scheduled);
    expect(look({ ...task, splits: splits ?? [] }).get(task.id)?.finish).toBe(at('2026-06-08', 17));
  });

  test('splits again after a pause that is there', () => {
    const known = [{ afterMinutes: 480, gapMinutes: 480 }];
    const later = { start: span.start, finish: at('2026-06-05', 17) };
    const pause = { from: at('2026-06-04', 8), to: at('2026-06-05', 8) };
    const splits = splitBetween(clock, { span: later, splits: known }, pause);
    expect(splits).toEqual([...known, { afterMinutes: 960, gapMinutes: 480 }]);
  });

  test('takes no pause before the begin, after the end or at a pause', () => {
    const none = (from: number) =>
      splitBetween(clock, { span, splits: [] }, { from, to: from + 2880 });
    expect(none(span.start)).toBeNull();
    expect(none(span.finish)).toBeNull();
  });

  test('moves a part, what follows with it; moved onto the one before it is joined', () => {
    const splits = [{ afterMinutes: 960, gapMinutes: 960 }];
    const parts = [
      { start: at('2026-06-01', 8), finish: at('2026-06-02', 17) },
      { start: at('2026-06-05', 8), finish: at('2026-06-08', 17) },
    ];
    const moved = partMoved(clock, { parts, splits }, { part: 1, to: at('2026-06-04', 8) });
    expect(moved).toEqual([{ afterMinutes: 960, gapMinutes: 480 }]);
    expect(partMoved(clock, { parts, splits }, { part: 1, to: at('2026-06-03', 8) })).toEqual([]);
  });

  test('drops pauses that a shorter duration leaves behind; refuses those that leave no part', () => {
    const edit = (change: object) =>
      editedTask({ ...task, ...pausing } as PlanTask, change, day('2026-06-01'));
    expect(edit({ durationMinutes: 480 })).toMatchObject({ ok: true, task: { splits: [] } });
    expect(edit({ splits: [{ afterMinutes: 4 * dayMinutes, gapMinutes: 60 }] })).toMatchObject({
      ok: false,
      field: 'splits',
    });
    expect(edit({ isMilestone: true })).toMatchObject({ ok: true, task: { splits: [] } });
  });

  test('keeps parts and pauses in order, none shorter than a quarter of an hour', () => {
    const split = fc.record({
      afterMinutes: fc.integer({ min: 0, max: 2_000 }),
      gapMinutes: fc.integer({ min: 0, max: 1_000 }),
    });
    fc.assert(
      fc.property(fc.array(split, { maxLength: 8 }), (splits) => {
        const kept = keptSplits(splits, 1_920);
        const places = [0, ...kept.map(({ afterMinutes }) => afterMinutes), 1_920];
        for (let n = 1; n < places.length; n += 1) {
          expect((places[n] ?? 0) - (places[n - 1] ?? 0)).toBeGreaterThanOrEqual(15);
        }
        const later = schedulePlan(planOf({ tasks: [{ ...pausing, splits: kept }] }));
        const found = partsOfTask(later, taskId('Build'));
        expect(found.length).toBe(kept.length === 0 ? 0 : kept.length + 1);
        const worked = found.reduce(
          (sum, part) => sum + clock.workBefore(part.finish) - clock.workBefore(part.start),
          0,
        );
        if (kept.length > 0) expect(Math.round(worked)).toBe(1_920);
        const end = later.dates.get(taskId('Build'))?.scheduled.finish ?? 0;
        expect(Math.round(clock.workBefore(end) - clock.workBefore(span.start))).toBe(
          1_920 + pauseMinutes(kept),
        );
      }),
    );
  });
});

describe('a bound on a minute of a day', () => {
  const bound = { ...pausing, splits: [], durationMinutes: 240, constraintMinute: 10 * 60 };
  const spanOf = (given: Partial<PlanTask>) => {
    const task = { ...bound, ...given };
    const { scheduled } = schedulePlan(planOf({ tasks: [task] })).dates.get(taskId('Build')) ?? {};
    return [scheduled?.start, scheduled?.finish];
  };

  test('holds from that minute on, at a break from its end', () => {
    expect(spanOf({})).toEqual([at('2026-06-01', 10), at('2026-06-01', 15)]);
    expect(spanOf({ constraintMinute: 12 * 60 + 30 })[0]).toBe(at('2026-06-01', 13));
    const finish = { constraintType: 'must-finish-on' as const, constraintMinute: 15 * 60 };
    expect(spanOf(finish)).toEqual([at('2026-06-01', 10), at('2026-06-01', 15)]);
  });

  test('is for the whole day again once a day alone is typed', () => {
    const task = schedulePlan(planOf({ tasks: [bound] })).index.tasks.get(taskId('Build'));
    const edited = (change: object) => editedTask(task as PlanTask, change, day('2026-06-01'));
    expect(edited({ startOn: day('2026-06-03') })).toMatchObject({
      task: { constraintMinute: null },
    });
    const both = { startOn: day('2026-06-03'), constraintMinute: 900 };
    expect(edited(both)).toMatchObject({
      task: { constraintOn: '2026-06-03', constraintMinute: 900 },
    });
    expect(edited({ constraintType: 'as-soon-as-possible' })).toMatchObject({
      task: { constraintMinute: null },
    });
  });
});
