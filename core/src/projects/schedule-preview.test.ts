import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { DependencyId, PersonId, ProjectId, TaskId } from '../id.ts';
import { schedulePlan } from './schedule-dates.ts';
import { editedTask } from './schedule-edit.ts';
import type { PlanTask, SchedulePlan } from './schedule-plan.ts';
import { planPreview, spansMoved } from './schedule-preview.ts';

const first = '2026-03-02' as CalendarDate;
const projectId = 'p' as ProjectId;
const personId = 'a' as PersonId;

function task(place: number, fields: Partial<PlanTask> = {}): PlanTask {
  return {
    id: `t${place}` as TaskId,
    phaseId: null,
    projectId,
    parentId: null,
    name: `T${place}`,
    state: 'open',
    isMilestone: place % 5 === 4,
    estimateMinutes: place % 3 === 0 ? 1_200 : null,
    startOn: null,
    dueOn: null,
    doneOn: null,
    scheduling: 'automatic',
    constraintType: 'as-soon-as-possible',
    constraintOn: null,
    constraintMinute: null,
    splits: [],
    typedDueOn: null,
    durationMinutes: 480 * (1 + (place % 4)),
    taskType: 'fixed-duration',
    deadlineOn: null,
    percentComplete: 0,
    actualStartOn: null,
    calendarId: null,
    priority: 500,
    ...fields,
  };
}

/** Twelve tasks under two, each waiting for one or two before it, half of them with a person on leave. */
function plan(): SchedulePlan {
  const tasks = [
    ...Array.from({ length: 12 }, (_, place) =>
      task(place, { parentId: `s${place % 2}` as TaskId }),
    ),
    ...[0, 1].map((place) => task(0, { id: `s${place}` as TaskId, durationMinutes: null })),
  ];
  const dependencies = Array.from({ length: 11 }, (_, place) => ({
    id: `l${place}` as DependencyId,
    predecessorId: `t${place}` as TaskId,
    successorId: `t${Math.min(11, place + 1 + (place % 2))}` as TaskId,
    type: place % 4 === 3 ? ('start-start' as const) : ('finish-start' as const),
    lagMinutes: 0,
    lagUnit: 'working' as const,
    lagPercent: 0,
  }));
  return {
    calendars: [],
    people: [
      {
        id: personId,
        calendarId: null,
        terms: [{ validFrom: null, weeklyMinutes: 2_400, weekMinutes: null }],
        leaves: [
          {
            startOn: '2026-03-11' as CalendarDate,
            endOn: '2026-03-13' as CalendarDate,
            isHalf: false,
          },
        ],
      },
    ],
    projects: [
      {
        id: projectId,
        startOn: first,
        endOn: null,
        createdOn: first,
        calendarId: null,
        scheduleFrom: 'start',
        honoursConstraints: true,
        statusOn: null,
      },
    ],
    tasks,
    dependencies,
    assignments: tasks
      .filter((_, place) => place % 2 === 0 && place < 12)
      .map(({ id }) => ({ taskId: id, personId, units: 10_000 })),
  };
}

const base = schedulePlan(plan());
/** As the server keeps them: with the days that were computed. */
const standing = plan().tasks.map((one) => {
  const dates = base.dates.get(one.id);
  return { ...one, startOn: dates?.startOn ?? null, dueOn: dates?.dueOn ?? null };
});
const kept = schedulePlan({ ...plan(), tasks: standing });
const look = planPreview(kept);

describe('the preview of one edited task', () => {
  test('says what a full pass says, for moves, lengths and progress (PM-07)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom('move', 'stretch', 'progress', 'length'),
        fc.integer({ min: 0, max: 40 }),
        (place, kind, days) => {
          const before = standing[place];
          if (!before) return;
          const startOn = addDays(first, days);
          const edit = {
            move: before.isMilestone ? { dueOn: startOn } : { startOn },
            stretch: { dueOn: addDays(before.startOn ?? first, days) },
            progress: { percentComplete: days },
            length: { durationMinutes: 480 * (days + 1) },
          }[kind as 'move'];
          const edited = editedTask(before, edit, first);
          if (!edited.ok) return;
          const next = { ...before, ...edited.task };
          const tasks = standing.map((one) => (one.id === next.id ? next : one));
          const full = spansMoved(kept, schedulePlan({ ...plan(), tasks }));
          expect(new Map([...look(next)].toSorted())).toEqual(new Map([...full].toSorted()));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('moves what waits for it, and nothing before it', () => {
    const before = standing[3];
    const edited = before && editedTask(before, { startOn: addDays(first, 60) }, first);
    if (!before || !edited?.ok) throw new Error('the edit is one that can be made');
    const moved = look({ ...before, ...edited.task });
    expect(moved.has('t3' as TaskId)).toBe(true);
    expect(moved.has('t0' as TaskId)).toBe(false);
  });
});
