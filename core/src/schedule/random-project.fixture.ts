import fc from 'fast-check';
import type { WorkCalendar } from './calendar-model.ts';
import { standardCalendar, standardWeek } from './day-hours.ts';
import { minuteOf } from './minute.ts';
import {
  constraintTypes,
  linkTypes,
  type ScheduleLink,
  type ScheduleProject,
  type ScheduleTask,
} from './model.ts';

const start = minuteOf('2026-03-02T08:00');

/** Three calendars: the standard one, one with holidays, and nights. */
export const calendars: readonly WorkCalendar[] = [
  standardCalendar('standard'),
  {
    id: 'holidays',
    baseId: 'standard',
    week: [null, null, [{ from: 540, to: 840 }], null, null, null, null],
    exceptions: [
      { from: Math.floor(start / 1440) + 3, to: Math.floor(start / 1440) + 9, hours: [] },
    ],
  },
  {
    id: 'nights',
    week: standardWeek.map((_, day) =>
      day < 5
        ? [
            { from: 0, to: 300 },
            { from: 1380, to: 1440 },
          ]
        : [],
    ),
  },
];

const minutes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4000 }));

function taskArbitrary(index: number, isPlain: boolean): fc.Arbitrary<ScheduleTask> {
  return fc
    .record({
      parent: fc.integer({ min: -1, max: Math.max(-1, index - 1) }),
      minutes,
      isElapsed: fc.integer({ min: 0, max: 9 }),
      calendar: fc.constantFrom(undefined, 'standard', 'holidays', 'nights'),
      constraint: fc.constantFrom(...constraintTypes),
      isFree: fc.integer({ min: 0, max: 3 }),
      date: fc.integer({ min: -3000, max: 30_000 }),
      oddity: fc.integer({ min: 0, max: 11 }),
    })
    .map((drawn) => {
      const date = start + drawn.date;
      const isBound =
        drawn.constraint !== 'asSoonAsPossible' && drawn.constraint !== 'asLateAsPossible';
      const constraint = isBound ? { type: drawn.constraint, date } : { type: drawn.constraint };
      return {
        id: `t${index}`,
        ...(drawn.parent < 0 ? {} : { parentId: `t${drawn.parent}` }),
        duration: { minutes: drawn.minutes, unit: drawn.isElapsed === 0 ? 'elapsed' : 'working' },
        ...(drawn.calendar ? { calendarId: drawn.calendar } : {}),
        // The two branches of the constraint were kept apart above.
        ...(isPlain || drawn.isFree > 0
          ? {}
          : { constraint: constraint as ScheduleTask['constraint'] & object }),
        ...(isPlain ? {} : oddity(drawn.oddity, date)),
      } satisfies ScheduleTask;
    });
}

function oddity(drawn: number, date: number): Partial<ScheduleTask> {
  if (drawn === 0) return { manual: { start: date, finish: date + 700 } };
  if (drawn === 1) return { isActive: false };
  if (drawn === 2) return { progress: { actualStart: date, percentComplete: 40 } };
  if (drawn === 3) return { deadline: date };
  return {};
}

const linkArbitrary = (count: number): fc.Arbitrary<ScheduleLink> =>
  fc.record({
    predecessorId: fc.integer({ min: 0, max: count - 1 }).map((place) => `t${place}`),
    successorId: fc.integer({ min: 0, max: count - 1 }).map((place) => `t${place}`),
    type: fc.constantFrom(...linkTypes),
    lag: fc.oneof(
      fc.record({
        minutes: fc.integer({ min: -600, max: 2000 }),
        unit: fc.constantFrom('working' as const, 'elapsed' as const),
      }),
      fc.record({
        percent: fc.integer({ min: -50, max: 150 }),
        unit: fc.constantFrom('percent' as const, 'elapsedPercent' as const),
      }),
    ),
  });

/** Projects of up to 16 tasks; plain ones have links and calendars only. */
export function projectArbitrary(isPlain: boolean): fc.Arbitrary<ScheduleProject> {
  return fc
    .integer({ min: 1, max: 16 })
    .chain((count) =>
      fc.record({
        tasks: fc.tuple(
          ...Array.from({ length: count }, (_, index) => taskArbitrary(index, isPlain)),
        ),
        links: fc.array(linkArbitrary(count), { maxLength: 20 }),
        isFromFinish: isPlain
          ? fc.constant(false)
          : fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
        multipleCriticalPaths: fc.boolean(),
      }),
    )
    .map(({ tasks, links, isFromFinish, multipleCriticalPaths }) => ({
      start,
      ...(isFromFinish ? { finish: start + 60_000 } : {}),
      calendars,
      defaultCalendarId: 'standard',
      tasks,
      links,
      options: { multipleCriticalPaths },
    }));
}
