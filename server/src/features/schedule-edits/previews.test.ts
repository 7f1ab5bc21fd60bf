import { dependencies } from '@evenkeel/contract/dependencies';
import { scheduleEdits } from '@evenkeel/contract/schedule-edits';
import { schedules } from '@evenkeel/contract/schedules';
import { tasks } from '@evenkeel/contract/tasks';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import { beforeEach, describe, expect, test } from 'vitest';
import { day, scheduledFirm, week } from './scheduled-firm.fixture.ts';

const { begin, manager, newProject, newTask, link, read, change, chain } = await scheduledFirm();
let projectId: ProjectId;

beforeEach(async () => {
  projectId = await begin('Harbour');
});

describe('a preview of edits', () => {
  test('says which tasks move, where to and why, and writes nothing', async () => {
    const { found, build, live } = await chain();
    const other = await newProject('Next door');
    const far = await manager.call(tasks.create, {
      body: { projectId: other, name: 'Train', durationMinutes: 960 },
    });
    await link(live, far.id);
    const edits = [
      { kind: 'task', id: found, change: { dueOn: day('2026-06-09') } },
    ] as const satisfies readonly object[];
    const body = { edits: [...edits] };
    const preview = await manager.call(scheduleEdits.preview, { body });
    expect(preview.moves).toMatchObject([
      { task: { name: 'Found' }, reason: 'edited', after: { dueOn: '2026-06-09' } },
      { task: { name: 'Build' }, reason: 'predecessor', because: { name: 'Found' }, weekdays: 2 },
      { task: { name: 'Go live' }, reason: 'predecessor', because: { name: 'Build' } },
      {
        task: { name: 'Train' },
        project: { name: 'Next door' },
        before: { startOn: '2026-06-15', dueOn: '2026-06-16' },
        after: { startOn: '2026-06-17', dueOn: '2026-06-18' },
      },
    ]);
    expect(preview.finishes).toMatchObject([
      { project: { name: 'Harbour' }, before: '2026-06-12', after: '2026-06-16' },
      { project: { name: 'Next door' }, before: '2026-06-16', after: '2026-06-18' },
    ]);
    expect(await read(found)).toMatchObject({ dueOn: '2026-06-05' });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08' });
    const applied = await manager.call(scheduleEdits.apply, { body });
    expect(applied).toEqual(preview);
    expect(await read(far.id)).toMatchObject({ startOn: '2026-06-17' });
  });

  test('counts links, leave and calendars among edits, and refuses what saving would refuse', async () => {
    const { found, build, live } = await chain();
    const loop = await manager.refused(scheduleEdits.preview, {
      body: { edits: [{ kind: 'add-dependency', predecessorId: live, successorId: found }] },
    });
    expect(loop.issues[0]).toMatchObject({ code: 'loop' });
    const stale = await manager.refused(scheduleEdits.apply, {
      body: { edits: [{ kind: 'task', id: found, version: 99, change: { name: 'No' } }] },
    });
    expect(stale.code).toBe('stale-version');
    const { rows } = await manager.call(dependencies.list, { query: { taskId: build } });
    const first = rows.find((row) => row.predecessor.id === found);
    if (!first) throw new Error('no link');
    const { moves } = await manager.call(scheduleEdits.preview, {
      body: { edits: [{ kind: 'remove-dependency', id: first.id }] },
    });
    expect(moves).toMatchObject([
      { task: { name: 'Build' }, after: { startOn: '2026-06-01', dueOn: '2026-06-05' } },
      { task: { name: 'Go live' }, after: { dueOn: '2026-06-05' } },
    ]);
  });
});

describe('the schedule of a project', () => {
  test('has slack, the critical path, what drives each task, and problems by name', async () => {
    const { found, build, live } = await chain();
    const aside = await newTask('Aside', { durationMinutes: 480, startOn: '2026-06-01' });
    await change(live, { deadlineOn: '2026-06-10' });
    const plan = await manager.call(schedules.get, { params: { id: projectId } });
    expect(plan).toMatchObject({ startOn: '2026-06-01', finishOn: '2026-06-12' });
    const of = (id: TaskId) => plan.tasks.find((task) => task.id === id);
    expect(of(found)).toMatchObject({ isCritical: true, start: '2026-06-01T08:00' });
    expect(of(build)).toMatchObject({ drivingPredecessor: { name: 'Found' } });
    expect(of(aside.id)).toMatchObject({ isCritical: false, totalSlackMinutes: 9 * 480 });
    expect(plan.problems).toMatchObject([
      { kind: 'deadline-missed', message: '“Go live” misses its deadline by 2 working days.' },
    ]);
  });

  test('comes of the same plan in the browser as on the server', async () => {
    const { found, build, live } = await chain();
    const plan = await manager.call(schedules.plan, { query: { projectId } });
    const whole = await manager.call(schedules.plan, {});
    expect(whole.tasks).toEqual(expect.arrayContaining([...plan.tasks]));
    expect(whole.projects.length).toBeGreaterThan(plan.projects.length);
    const { dates } = schedulePlan(plan);
    for (const id of [found, build, live]) {
      const { startOn, dueOn } = await read(id);
      expect(dates.get(id)).toMatchObject({ startOn, dueOn });
    }
  });

  test('says what moved between two moments', async () => {
    const { found } = await chain();
    const before = instant(new Date().toISOString());
    await change(found, { dueOn: '2026-06-09' });
    const between = instant(new Date().toISOString());
    await change(found, { dueOn: '2026-06-10' });
    await newTask('Added', week);
    const since = (query: object) =>
      manager.call(schedules.moves, {
        params: { id: projectId },
        query: { from: before, ...query },
      });
    const { moves } = await since({});
    expect(moves.map(({ task, weekdays }) => [task.name, weekdays])).toEqual([
      ['Found', 3],
      ['Build', 3],
      ['Go live', 3],
      ['Added', null],
    ]);
    const first = await since({ to: between });
    expect(first.moves.map(({ task, weekdays }) => [task.name, weekdays])).toEqual([
      ['Found', 2],
      ['Build', 2],
      ['Go live', 2],
    ]);
  });
});
