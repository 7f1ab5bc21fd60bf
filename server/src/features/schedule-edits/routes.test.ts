import { calendars } from '@evenkeel/contract/calendars';
import { dependencies } from '@evenkeel/contract/dependencies';
import { leaves } from '@evenkeel/contract/leaves';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { scheduleEdits } from '@evenkeel/contract/schedule-edits';
import { schedules } from '@evenkeel/contract/schedules';
import { tasks } from '@evenkeel/contract/tasks';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { day, scheduledFirm, week } from './scheduled-firm.fixture.ts';

const { begin, manager, newTask, link, read, change, chain } = await scheduledFirm();
let projectId: ProjectId;

beforeEach(async () => {
  projectId = await begin('Harbour');
});

describe('a task in the live schedule (PM-07)', () => {
  test('keeps the days that were typed, on any day of the week, as long as nothing moves it', async () => {
    const weekend = { startOn: '2026-06-06', dueOn: '2026-06-14' };
    expect(await newTask('Typed', weekend)).toMatchObject(weekend);
    expect(await newTask('Due only', { dueOn: '2026-06-07' })).toMatchObject({
      startOn: null,
      dueOn: '2026-06-07',
      constraintType: 'finish-no-earlier-than',
    });
    expect(await newTask('Somewhen', { estimateMinutes: 480 })).toMatchObject({
      startOn: null,
      dueOn: null,
    });
  });

  test('lies after what it waits for, and moves with it', async () => {
    const { found, build, live } = await chain();
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08', dueOn: '2026-06-12' });
    expect(await read(live)).toMatchObject({ startOn: null, dueOn: '2026-06-12' });
    await change(found, { dueOn: '2026-06-09' });
    expect(await read(found)).toMatchObject({ durationMinutes: 7 * 480 });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-10', dueOn: '2026-06-16' });
    expect(await read(live)).toMatchObject({ dueOn: '2026-06-16' });
  });

  test('moves with its start and keeps its duration; grows with its due day', async () => {
    const task = await newTask('Moved', week);
    const moved = await change(task.id, { startOn: '2026-06-10' });
    expect(moved).toMatchObject({ startOn: '2026-06-10', dueOn: '2026-06-16' });
    const longer = await change(task.id, { dueOn: '2026-06-17' });
    expect(longer).toMatchObject({ startOn: '2026-06-10', dueOn: '2026-06-17' });
    const shorter = await change(task.id, { durationMinutes: 480 });
    expect(shorter).toMatchObject({ startOn: '2026-06-10', dueOn: '2026-06-10' });
  });

  test('pauses where it is split, and what waits for it waits on; joined again it ends as before (PM-03)', async () => {
    const { build, live } = await chain();
    const splits = [{ afterMinutes: 2 * 480, gapMinutes: 3 * 480 }];
    const edit = (change: object) => ({
      body: { edits: [{ kind: 'task' as const, id: build, change }] },
    });
    const seen = await manager.call(scheduleEdits.preview, edit({ splits }));
    expect(seen.moves.map(({ task, after }) => [task.name, after?.dueOn])).toEqual([
      ['Build', '2026-06-17'],
      ['Go live', '2026-06-17'],
    ]);
    expect(await read(build)).toMatchObject({ splits: [], dueOn: '2026-06-12' });
    await manager.call(scheduleEdits.apply, edit({ splits }));
    expect(await read(build)).toMatchObject({ splits, dueOn: '2026-06-17', durationMinutes: 2400 });
    expect(await read(live)).toMatchObject({ dueOn: '2026-06-17' });
    const { tasks: planned } = await manager.call(schedules.plan, { query: { projectId } });
    expect(planned.find(({ id }) => id === build)?.splits).toEqual(splits);
    await manager.call(scheduleEdits.apply, edit({ splits: [] }));
    expect(await read(live)).toMatchObject({ dueOn: '2026-06-12' });
  });

  test('is refused a pause that leaves no part, at the field', async () => {
    const { build } = await chain();
    const refused = await manager.refused(tasks.update, {
      params: { id: build },
      version: (await read(build)).version,
      body: { splits: [{ afterMinutes: 5 * 480, gapMinutes: 480 }] },
    });
    expect(refused.issues?.[0]).toMatchObject({ path: ['splits'], code: 'too-short' });
  });

  test('begins at the minute that was said, and on the day again when a day is said', async () => {
    const task = await newTask('Moved', { ...week, durationMinutes: 960 });
    const body = { startOn: day('2026-06-02'), constraintMinute: 13 * 60 };
    expect(await change(task.id, body)).toMatchObject({ ...body, dueOn: '2026-06-04' });
    const whole = await change(task.id, { startOn: '2026-06-02' });
    expect(whole).toMatchObject({ constraintMinute: null, dueOn: '2026-06-03' });
  });

  test('takes longer by smaller shares of time, its work as it was; who comes brings more (PM-07)', async () => {
    const [ada, bo] = await Promise.all(
      ['Ada', 'Bo'].map((name) => manager.call(people.create, { body: { name } })),
    );
    if (!ada || !bo) throw new Error('two people');
    const task = await newTask('Shared', {
      startOn: '2026-06-01',
      taskType: 'fixed-units',
      estimateMinutes: 2 * 480,
      durationMinutes: 2 * 480,
      assigneeIds: [ada.id],
    });
    expect(task).toMatchObject({
      dueOn: '2026-06-02',
      assignees: [{ name: 'Ada', units: 10_000 }],
    });
    const share = (shares: readonly { personId: typeof ada.id; units: number }[]) =>
      manager.call(tasks.setAssignees, { params: { id: task.id }, body: { shares: [...shares] } });
    const half = [{ personId: ada.id, units: 5_000 }];
    const edits = [{ kind: 'task' as const, id: task.id, change: { shares: half } }];
    const seen = await manager.call(scheduleEdits.preview, { body: { edits } });
    expect(seen.moves[0]?.after?.dueOn).toBe('2026-06-04');
    expect(await share(half)).toMatchObject({
      dueOn: '2026-06-04',
      estimateMinutes: 960,
      durationMinutes: 4 * 480,
    });
    const both = await share([...half, { personId: bo.id, units: 5_000 }]);
    expect(both).toMatchObject({ dueOn: '2026-06-04', estimateMinutes: 1_920 });
    // People alone, as lists set them, keep their shares.
    const alone = await manager.call(tasks.setAssignees, {
      params: { id: task.id },
      body: { personIds: [bo.id] },
    });
    expect(alone).toMatchObject({
      estimateMinutes: 960,
      assignees: [{ name: 'Bo', units: 5_000 }],
    });
    const twice = [...half, ...half];
    const refused = await manager.refused(tasks.setAssignees, {
      params: { id: task.id },
      body: { shares: twice },
    });
    expect(refused.code).toBe('invalid-input');
  });

  test('waits past the day of its constraint where the project lets links win (PM-07)', async () => {
    const { build } = await chain();
    await change(build, { constraintType: 'start-no-later-than', constraintOn: '2026-06-03' });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-03' });
    const edits = [
      { kind: 'project' as const, id: projectId, change: { honoursConstraints: false } },
    ];
    await manager.call(scheduleEdits.apply, { body: { edits } });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08' });
    const plan = await manager.call(schedules.get, { params: { id: projectId } });
    expect(plan.honoursConstraints).toBe(false);
    expect(plan.problems.map(({ kind }) => kind)).toContain('constraint-missed');
  });

  test('moved by the schedule is no new version: whoever has it open saves on', async () => {
    const { found, build } = await chain();
    const open = await read(build);
    await change(found, { dueOn: '2026-06-09' });
    const saved = await manager.call(tasks.update, {
      params: { id: build },
      version: open.version,
      body: { notes: 'Written meanwhile' },
    });
    expect(saved).toMatchObject({ notes: 'Written meanwhile', startOn: '2026-06-10' });
  });

  test('by hand stays where it was put, and the plan says what that breaks', async () => {
    const { found, build } = await chain();
    await change(build, { scheduling: 'manual' });
    await change(found, { dueOn: '2026-06-10' });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08', startsTooEarly: true });
    const { problems } = await manager.call(schedules.get, { params: { id: projectId } });
    expect(problems).toMatchObject([
      { kind: 'too-early-by-hand', message: '“Build” is held by hand before “Found” is done.' },
    ]);
    const back = await change(build, { scheduling: 'automatic' });
    expect(back).toMatchObject({ startOn: '2026-06-11', dueOn: '2026-06-17' });
  });

  test('waits in working time, time of the clock or a share of what it waits for', async () => {
    const found = await newTask('Pour', week);
    const next = await newTask('Build on it', { durationMinutes: 480 });
    const made = await link(found.id, next.id, { lagMinutes: 960 });
    expect(await read(next.id)).toMatchObject({ startOn: '2026-06-10' });
    const ease = (body: object, version: number) =>
      manager.call(dependencies.update, { params: { id: made.id }, version, body });
    await ease({ lagUnit: 'elapsed', lagMinutes: 2 * 1_440 }, 1);
    expect(await read(next.id)).toMatchObject({ startOn: '2026-06-08' });
    await ease({ lagUnit: 'percent', lagMinutes: 0, lagPercent: 40 }, 2);
    expect(await read(next.id)).toMatchObject({ startOn: '2026-06-10' });
  });

  test('rolls up into what it is part of', async () => {
    const whole = await newTask('Whole');
    await newTask('Part', { parentId: whole.id, ...week });
    await newTask('Other part', {
      parentId: whole.id,
      startOn: '2026-06-03',
      dueOn: '2026-06-11',
    });
    expect(await read(whole.id)).toMatchObject({ startOn: '2026-06-01', dueOn: '2026-06-11' });
  });

  test('done early lets the next one begin, under way it stays where it was begun', async () => {
    const { found, build } = await chain();
    await change(found, { state: 'done', doneOn: '2026-06-03' });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-04', dueOn: '2026-06-10' });
    await change(build, { percentComplete: 50, actualStartOn: '2026-06-05' });
    const begun = await read(build);
    expect(begun).toMatchObject({ state: 'started', startOn: '2026-06-05', dueOn: '2026-06-11' });
    expect(await change(build, { percentComplete: 100 })).toMatchObject({ state: 'done' });
  });

  test('needs a day for a constraint that names one, and none before its start', async () => {
    const body = { projectId, name: 'Bound', constraintType: 'must-start-on' } as const;
    const refused = await manager.refused(tasks.create, { body });
    expect(refused.issues[0]).toMatchObject({ path: ['constraintOn'], code: 'missing' });
  });
});

describe('a copy of a project', () => {
  test('is as live as the plan it was made of (U21)', async () => {
    const { found, build } = await chain();
    await change(build, { deadlineOn: '2026-06-15' });
    const copy = await manager.call(projects.copy, {
      params: { id: projectId },
      body: { name: 'Harbour again', startOn: day('2026-07-06'), withPeople: false },
    });
    const { rows } = await manager.call(tasks.list, { query: { projectId: copy.id } });
    const [first, second] = rows;
    expect(first).toMatchObject({ name: 'Found', startOn: '2026-07-06', dueOn: '2026-07-10' });
    expect(second).toMatchObject({
      name: 'Build',
      startOn: '2026-07-13',
      constraintType: 'as-soon-as-possible',
      deadlineOn: '2026-07-20',
    });
    if (!first) throw new Error('no task');
    await change(first.id, { dueOn: '2026-07-14' });
    expect(await read(second?.id ?? found)).toMatchObject({ startOn: '2026-07-15' });
  });
});

describe('days off (U14)', () => {
  test('leave moves the tasks of whoever takes it, and what waits for them', async () => {
    const anna = await manager.call(people.create, { body: { name: 'Anna' } });
    const { found, build } = await chain();
    await manager.call(tasks.setAssignees, {
      params: { id: found },
      body: { personIds: [anna.id] },
    });
    const leave = await manager.call(leaves.create, {
      body: { personId: anna.id, startOn: day('2026-06-03'), endOn: day('2026-06-04') },
    });
    expect(await read(found)).toMatchObject({ startOn: '2026-06-01', dueOn: '2026-06-09' });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-10' });
    await manager.call(leaves.remove, { params: { id: leave.id } });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08' });
  });

  test('work of a part-time person takes as long as their hours say', async () => {
    const half = await manager.call(people.create, {
      body: { name: 'Half', weeklyMinutes: 1_200 },
    });
    const task = await newTask('By work', {
      startOn: '2026-06-01',
      taskType: 'fixed-work',
      durationMinutes: 480,
      estimateMinutes: 1_200,
      assigneeIds: [half.id],
    });
    expect(task).toMatchObject({ startOn: '2026-06-01', dueOn: '2026-06-05' });
  });

  test('part-time weeks move the tasks of whoever works them', async () => {
    const part = await manager.call(people.create, {
      body: { name: 'Part', weekMinutes: [480, 480, 480, 0, 0, 0, 0] },
    });
    expect(part.weeklyMinutes).toBe(1_440);
    const { found } = await chain();
    const body = { personIds: [part.id] };
    const put = await manager.call(tasks.setAssignees, { params: { id: found }, body });
    expect(put).toMatchObject({ startOn: '2026-06-01', dueOn: '2026-06-09' });
    await manager.call(people.update, {
      params: { id: part.id },
      version: part.version,
      body: { weeklyMinutes: 2_400 },
    });
    expect(await read(found)).toMatchObject({ dueOn: '2026-06-05' });
  });

  test('with fixed units more people are more work, unless the task is effort-driven', async () => {
    const [one, two] = await Promise.all(
      ['One', 'Two'].map((name) => manager.call(people.create, { body: { name } })),
    );
    if (!one || !two) throw new Error('nobody');
    const base = { startOn: '2026-06-01', taskType: 'fixed-units', estimateMinutes: 960 };
    const ends = async (more: object) => {
      const task = await newTask('Units', { ...base, ...more, assigneeIds: [one.id] });
      await change(task.id, { durationMinutes: 1_920 });
      const { estimateMinutes } = await read(task.id);
      const body = { personIds: [one.id, two.id] };
      const both = await manager.call(tasks.setAssignees, { params: { id: task.id }, body });
      return [estimateMinutes, both.estimateMinutes, both.dueOn];
    };
    expect(await ends({})).toEqual([1_920, 3_840, '2026-06-04']);
    expect(await ends({ isEffortDriven: true })).toEqual([1_920, 1_920, '2026-06-02']);
  });

  test('a holiday of the firm moves every plan that follows its calendar', async () => {
    const { build } = await chain();
    const [firm] = (await manager.call(calendars.list)).rows;
    if (!firm) throw new Error('a workspace has a calendar');
    const body = { name: 'Founding day', startOn: day('2026-06-09') };
    const params = { id: firm.id };
    const holiday = await manager.call(calendars.addException, { params, body });
    expect(await read(build)).toMatchObject({ startOn: '2026-06-08', dueOn: '2026-06-15' });
    await manager.call(calendars.removeException, {
      params: { ...params, exceptionId: holiday.id },
    });
    expect(await read(build)).toMatchObject({ dueOn: '2026-06-12' });
    const kept = await manager.refused(calendars.remove, { params });
    expect(kept.code).toBe('still-in-use');
  });
});
