import type { SchedulePlanView } from '@evenkeel/contract/schedules';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dayNumber } from '@evenkeel/core/calendar-date';
import type { DependencyId, PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { liveSchedule } from './live-schedule.ts';
import { portfolioSchedule } from './portfolio-schedule.ts';

const monday = '2026-03-02' as CalendarDate;
const projectId = 'p' as ProjectId;

function task(id: string, startOn: string, dueOn: string, phaseId: string) {
  return {
    id: id as TaskId,
    projectId,
    phaseId: phaseId as PhaseId,
    parentId: null,
    name: id,
    state: 'open' as const,
    isMilestone: false,
    estimateMinutes: null,
    startOn: startOn as CalendarDate,
    dueOn: dueOn as CalendarDate,
    doneOn: null,
    scheduling: 'automatic' as const,
    constraintType: 'as-soon-as-possible' as const,
    constraintOn: null,
    constraintMinute: null,
    splits: [],
    typedDueOn: null,
    durationMinutes: 960,
    taskType: 'fixed-duration' as const,
    deadlineOn: null,
    percentComplete: 0,
    actualStartOn: null,
    calendarId: null,
    priority: 500,
  };
}

const link = {
  id: 'l' as DependencyId,
  predecessorId: 'draw' as TaskId,
  successorId: 'build' as TaskId,
  type: 'finish-start' as const,
  lagMinutes: 0,
  lagUnit: 'working' as const,
  lagPercent: 0,
};

const plan: SchedulePlanView = {
  calendars: [],
  people: [],
  projects: [
    {
      id: projectId,
      startOn: monday,
      endOn: null,
      createdOn: monday,
      calendarId: null,
      scheduleFrom: 'start',
      honoursConstraints: true,
      statusOn: null,
    },
  ],
  tasks: [
    task('draw', '2026-03-02', '2026-03-03', 'first'),
    task('build', '2026-03-04', '2026-03-05', 'second'),
    task('ask', '2026-03-02', '2026-03-03', 'first'),
  ],
  dependencies: [link],
  assignments: [],
};

const live = liveSchedule(plan, monday);
const at = (day: string, hour: number) => dayNumber(day as CalendarDate) * 1440 + hour * 60;
const move = {
  kind: 'move',
  id: 'draw',
  span: { start: at('2026-03-05', 8), finish: at('2026-03-06', 17) },
} as const;

describe('a plan scheduled in the browser', () => {
  test('knows what is critical and how far the rest may slip (PM-08)', () => {
    expect(live.insights.get('draw')?.isCritical).toBe(true);
    expect(live.insights.get('ask')?.isCritical).toBe(false);
    expect(live.insights.get('ask')?.slackUntil).toBe(at('2026-03-05', 17));
  });

  test('shows what follows an edit: who waits moves over the weekend, their phases with them', () => {
    const { moved, refusal } = live.preview(move);
    expect(refusal).toBeNull();
    expect(moved.get('build')).toEqual({
      start: at('2026-03-09', 8),
      finish: at('2026-03-10', 17),
    });
    expect([...moved.keys()].toSorted()).toEqual(['build', 'draw', 'first', 'second']);
    expect(moved.get('first')).toEqual({
      start: at('2026-03-02', 8),
      finish: at('2026-03-06', 17),
    });
  });

  test('says the edit as the server takes it, and what takes it back', () => {
    expect(live.edits(move)).toEqual({
      forth: { kind: 'task', id: 'draw', change: { startOn: '2026-03-05' } },
      back: {
        kind: 'task',
        id: 'draw',
        change: {
          constraintType: 'as-soon-as-possible',
          constraintOn: null,
          constraintMinute: null,
          durationMinutes: 960,
          splits: [],
        },
      },
    });
    const finish = at('2026-03-06', 17);
    const stretch = {
      kind: 'stretch',
      id: 'draw',
      span: { start: at('2026-03-02', 8), finish },
    } as const;
    expect(live.edits(stretch).forth).toMatchObject({ change: { dueOn: '2026-03-06' } });
  });

  test('places by hours from close by: a start within a day, a length that ends within one', () => {
    const late = { start: at('2026-03-03', 10), finish: at('2026-03-05', 10) };
    expect(live.edits({ kind: 'move', id: 'draw', span: late }).forth).toMatchObject({
      change: { startOn: '2026-03-03', constraintMinute: 600 },
    });
    const { moved } = live.preview({ kind: 'move', id: 'draw', span: late });
    expect(moved.get('draw')).toEqual(late);
    const longer = { start: at('2026-03-02', 8), finish: at('2026-03-03', 11) };
    expect(live.edits({ kind: 'stretch', id: 'draw', span: longer }).forth).toMatchObject({
      change: { durationMinutes: 660 },
    });
  });

  test('splits a task, moves its later part, joins it again: what waits moves with it (PM-03)', () => {
    const pause = { from: at('2026-03-03', 8), to: at('2026-03-05', 8) };
    const split = { kind: 'split', id: 'draw', ...pause } as const;
    const { moved, parts } = live.preview(split);
    expect(parts?.get('draw')).toEqual([
      { start: at('2026-03-02', 8), finish: at('2026-03-02', 17) },
      { start: at('2026-03-05', 8), finish: at('2026-03-05', 17) },
    ]);
    expect(moved.get('build')?.start).toBe(at('2026-03-06', 8));
    const splits = [{ afterMinutes: 480, gapMinutes: 960 }];
    expect(live.edits(split)).toMatchObject({
      forth: { change: { splits } },
      back: { change: { splits: [] } },
    });
    const paused = liveSchedule(
      { ...plan, tasks: plan.tasks.map((one) => (one.id === 'draw' ? { ...one, splits } : one)) },
      monday,
    );
    expect(paused.insights.get('draw')?.parts).toHaveLength(2);
    const part = { kind: 'part', id: 'draw', part: 1, start: at('2026-03-04', 8) } as const;
    expect(paused.edits(part).forth).toMatchObject({
      change: { splits: [{ afterMinutes: 480, gapMinutes: 480 }] },
    });
    const join = { kind: 'join', id: 'draw', part: 1 } as const;
    expect(paused.edits(join).forth).toMatchObject({ change: { splits: [] } });
    expect(paused.preview(join).moved.get('build')?.start).toBe(at('2026-03-04', 8));
  });

  test('refuses a pause where it has no work on both sides', () => {
    const pause = { from: at('2026-03-02', 8), to: at('2026-03-03', 8) };
    expect(live.preview({ kind: 'split', id: 'draw', ...pause }).refusal).toMatch(/both sides/);
  });

  test('refuses a link that closes a loop, by name, and one that is there', () => {
    const back = { kind: 'link', from: 'build', to: 'draw', type: 'finish-start' } as const;
    expect(live.preview(back).refusal).toMatch(/wait for each other: .*draw/);
    const twice = { kind: 'link', from: 'draw', to: 'build', type: 'finish-start' } as const;
    expect(live.preview(twice).refusal).toBe('It waits for that already.');
    const fresh = { kind: 'link', from: 'build', to: 'ask', type: 'finish-start' } as const;
    expect(live.preview(fresh).moved.get('ask')?.start).toBe(at('2026-03-06', 8));
  });

  test('without a link what waited goes back to the start', () => {
    const { moved } = live.preview({ kind: 'unlink', linkId: 'l' });
    expect(moved.get('build')?.start).toBe(at('2026-03-02', 8));
    expect(live.edits({ kind: 'unlink', linkId: 'l' }).back).toMatchObject({
      kind: 'add-dependency',
      predecessorId: 'draw',
    });
  });
});

describe('many projects scheduled in the browser (PM-03, U15)', () => {
  const [own, theirs, alone] = ['p', 'q', 'r'] as ProjectId[];
  const many: SchedulePlanView = {
    ...plan,
    projects: plan.projects.flatMap((project) =>
      [own, theirs, alone].flatMap((id) => (id ? [{ ...project, id }] : [])),
    ),
    tasks: [
      ...plan.tasks,
      { ...task('wait', '2026-03-04', '2026-03-05', 'x'), projectId: theirs as ProjectId },
      { ...task('far', '2026-03-02', '2026-03-03', 'y'), projectId: alone as ProjectId },
    ],
    dependencies: [link, { ...link, id: 'across' as DependencyId, successorId: 'wait' as TaskId }],
  };
  const schedule = portfolioSchedule(many, monday, (id) => id !== theirs);

  test('an edit moves what waits in other projects too, the projects with it, and counts what is not shown', () => {
    const { moved, beyond, refusal } = schedule.preview(move);
    expect(refusal).toBeNull();
    expect([...moved.keys()].toSorted()).toEqual(['build', 'draw', 'p', 'q', 'wait']);
    expect(moved.get('p')).toEqual({ start: at('2026-03-02', 8), finish: at('2026-03-10', 17) });
    expect(beyond).toBe(1);
    expect(schedule.edits(move).forth).toMatchObject({ id: 'draw' });
  });

  test('a link between projects that did not hang together is looked at in both', () => {
    const across = { kind: 'link', from: 'build', to: 'far', type: 'finish-start' } as const;
    expect(schedule.preview(across).moved.get('far')?.start).toBe(at('2026-03-06', 8));
    const none = { kind: 'link', from: 'build', to: 'nobody', type: 'finish-start' } as const;
    expect(schedule.preview(none).refusal).toMatch(/not here any more/);
    expect(schedule.preview({ kind: 'unlink', linkId: 'across' }).moved.get('wait')?.start).toBe(
      at('2026-03-02', 8),
    );
  });

  test('what is critical is so in its own part', () => {
    expect(schedule.insights.get('far')?.isCritical).toBe(true);
    expect(schedule.insights.size).toBe(5);
  });
});
