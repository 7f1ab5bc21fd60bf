import { balance } from '@evenkeel/contract/balance';
import { dependencies } from '@evenkeel/contract/dependencies';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import {
  addDays,
  addMonths,
  calendarDate,
  monthEnd,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let manager: Client;
let projectId: ProjectId;
let anna: PersonId;

beforeAll(async () => {
  manager = await app.client();
  projectId = (await manager.call(projects.create, { body: { kind: 'client', name: 'Harbour' } }))
    .id;
  anna = (await manager.call(people.create, { body: { name: 'Anna' } })).id;
});

const newTask = (name: string, more: object = {}) =>
  manager.call(tasks.create, { body: { projectId, name, ...more } });
const read = (id: TaskId) => manager.call(tasks.get, { params: { id } });

describe('sub-tasks (PM-02)', () => {
  test('roll their hours and state up, any depth; the estimate of the parent counts no more', async () => {
    const whole = await newTask('Whole', { estimateMinutes: 6_000 });
    const part = await newTask('Part', { parentId: whole.id, estimateMinutes: 600 });
    await newTask('Bit', { parentId: part.id, estimateMinutes: 120, state: 'done' });
    await newTask('Bob', { parentId: part.id, estimateMinutes: 60 });
    expect((await read(whole.id)).subTasks).toEqual({
      taskCount: 2,
      doneCount: 1,
      estimateMinutes: 180,
      loggedMinutes: 0,
    });
    const bit = await manager.call(tasks.list, { query: { parentId: part.id } });
    expect(bit.total).toBe(2);
    const project = await manager.call(projects.get, { params: { id: projectId } });
    expect(project.figures.estimateMinutes).toBe(180);
  });

  test('are not put under themselves, a milestone or a task of another project', async () => {
    const a = await newTask('Upper');
    const b = await newTask('Lower', { parentId: a.id });
    const move = (parentId: typeof a.id) =>
      manager.refused(tasks.update, { params: { id: a.id }, version: 1, body: { parentId } });
    const loop = await move(b.id);
    expect(loop.issues[0]).toMatchObject({ path: ['parentId'], code: 'loop' });
    expect(loop.issues[0]?.message).toContain('“Lower”');
    const gate = await newTask('Gate', { isMilestone: true });
    expect((await move(gate.id)).issues[0]?.code).toBe('milestone');
    const other = await manager.call(projects.create, { body: { kind: 'client', name: 'Other' } });
    const foreign = await manager.call(tasks.create, {
      body: { projectId: other.id, name: 'Far' },
    });
    expect((await move(foreign.id)).issues[0]?.code).toBe('unknown');
  });

  test('stand in the phase of what they are part of, and leave it with another phase', async () => {
    const phase = async (name: string) =>
      (await manager.call(projects.addPhase, { params: { id: projectId }, body: { name } })).id;
    const [first, second] = [await phase('First'), await phase('Second')];
    const whole = await newTask('Phased', { phaseId: first });
    const part = await newTask('In it', { parentId: whole.id });
    expect(part).toMatchObject({ phaseId: first, parents: [{ name: 'Phased' }] });
    await manager.call(tasks.update, {
      params: { id: whole.id },
      version: 1,
      body: { phaseId: second },
    });
    const moved = await read(part.id);
    expect(moved).toMatchObject({ phaseId: second, parentId: whole.id });
    const left = await manager.call(tasks.update, {
      params: { id: part.id },
      version: moved.version,
      body: { phaseId: first },
    });
    expect(left).toMatchObject({ phaseId: first, parentId: null });
  });

  test('go to the trash with what they are part of, and come back with it', async () => {
    const whole = await newTask('Dropped');
    const part = await newTask('Dropped with it', { parentId: whole.id });
    await manager.call(tasks.remove, { params: { id: whole.id } });
    expect((await read(part.id)).deletedAt).not.toBeNull();
    await manager.call(tasks.restore, { params: { id: whole.id } });
    expect(await read(part.id)).toMatchObject({ deletedAt: null, parentId: whole.id });
  });

  test('carry the hours in Balance: those of the parent are not counted beside them (BA-01)', async () => {
    const owner = await app.client();
    const person = await owner.call(people.create, { body: { name: 'Ben' } });
    const project = await owner.call(projects.create, { body: { kind: 'client', name: 'Once' } });
    const dates = { startOn: addDays(today, 1), dueOn: addDays(today, 20) };
    const make = (name: string, more: object) =>
      owner.call(tasks.create, {
        body: { projectId: project.id, name, assigneeIds: [person.id], ...dates, ...more },
      });
    const whole = await make('Whole', { estimateMinutes: 6_000 });
    await make('Part', { parentId: whole.id, estimateMinutes: 600 });
    await make('Other part', { parentId: whole.id, estimateMinutes: 300 });
    const month = monthOf(today);
    const query = { from: monthStart(month), to: monthEnd(addMonths(month, 2)) };
    const found = await owner.call(balance.rows, { query });
    expect(found.rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(900);
  });
});

describe('a checklist', () => {
  test('is ticked off step by step on its task and counted in lists', async () => {
    const task = await newTask('With steps');
    const params = { id: task.id };
    const first = await manager.call(tasks.addChecklistItem, { params, body: { name: 'First' } });
    await manager.call(tasks.addChecklistItem, { params, body: { name: 'Second' } });
    const item = { ...params, itemId: first.id };
    await manager.call(tasks.updateChecklistItem, { params: item, body: { isDone: true } });
    expect(await read(task.id)).toMatchObject({
      checklistCount: 2,
      checklistDoneCount: 1,
      checklist: [{ name: 'First', isDone: true }, { name: 'Second' }],
    });
    await manager.call(tasks.removeChecklistItem, { params: item });
    expect((await read(task.id)).checklist.map(({ name }) => name)).toEqual(['Second']);
    const gone = await manager.refused(tasks.removeChecklistItem, { params: item });
    expect(gone.code).toBe('not-found');
  });
});

describe('a milestone (PM-06)', () => {
  test('says exactly what must happen', async () => {
    const task = await newTask('Go-live', { isMilestone: true, acceptance: 'First order paid' });
    expect(await read(task.id)).toMatchObject({ acceptance: 'First order paid' });
  });
});

const wait = (successorId: TaskId, predecessorId: TaskId, more: object = {}) => ({
  body: { successorId, predecessorId, ...more },
});

describe('dependencies (PM-08)', () => {
  test('say what a task waits for, and flag one held where it starts before the other ends', async () => {
    const first = await newTask('Found', { startOn: '2026-06-01', dueOn: '2026-06-05' });
    const next = await newTask('Build', {
      startOn: '2026-06-04',
      dueOn: '2026-06-12',
      scheduling: 'manual',
    });
    const made = await manager.call(dependencies.create, wait(next.id, first.id));
    expect(made).toMatchObject({ type: 'finish-start', lagMinutes: 0, isBroken: true });
    expect(await read(next.id)).toMatchObject({
      waitsFor: [{ id: first.id, name: 'Found' }],
      startsTooEarly: true,
    });
    const eased = await manager.call(dependencies.update, {
      params: { id: made.id },
      version: 1,
      body: { type: 'start-start' },
    });
    expect(eased.isBroken).toBe(false);
    const again = await manager.refused(dependencies.create, wait(next.id, first.id));
    expect(again.code).toBe('already-exists');
    await manager.call(tasks.update, {
      params: { id: first.id },
      version: 1,
      body: { state: 'done' },
    });
    expect((await read(next.id)).waitsFor).toEqual([]);
    await manager.call(dependencies.remove, { params: { id: made.id } });
    const left = await manager.call(dependencies.list, { query: { taskId: next.id } });
    expect(left.rows).toEqual([]);
  });

  test('reach into other projects, and are refused with the loop they would close', async () => {
    const other = await manager.call(projects.create, {
      body: { kind: 'initiative', name: 'Own rules' },
    });
    const far = await manager.call(tasks.create, { body: { projectId: other.id, name: 'Rules' } });
    const near = await newTask('Use the rules', { assigneeIds: [anna] });
    const last = await newTask('Report');
    await manager.call(dependencies.create, wait(near.id, far.id));
    await manager.call(dependencies.create, wait(last.id, near.id, { lagMinutes: 480 }));
    const refused = await manager.refused(dependencies.create, wait(far.id, last.id));
    expect(refused.issues[0]).toMatchObject({ path: ['predecessorId'], code: 'loop' });
    expect(refused.detail).toContain('“Report” → “Rules” → “Use the rules” → “Report”');
    for (const id of [projectId, other.id]) {
      const { rows } = await manager.call(dependencies.list, { query: { projectId: id } });
      const cross = rows.find((row) => row.predecessor.id === far.id);
      expect(cross).toMatchObject({
        predecessor: { project: { kind: 'initiative' } },
        successor: { project: { kind: 'client' } },
      });
    }
  });
});

describe('a copy of a project (U21)', () => {
  test('has the plan of the other with parts, checklists and dependencies; nothing is done', async () => {
    const source = await manager.call(projects.create, {
      body: {
        kind: 'client',
        name: 'Source',
        startOn: calendarDate('2026-01-05'),
        endOn: calendarDate('2026-01-30'),
      },
    });
    const make = (name: string, more: object = {}) =>
      manager.call(tasks.create, { body: { projectId: source.id, name, ...more } });
    const whole = await make('Whole', { state: 'done', assigneeIds: [anna] });
    const part = await make('Part', {
      parentId: whole.id,
      estimateMinutes: 60,
      startOn: '2026-01-05',
      dueOn: '2026-01-09',
    });
    const params = { id: part.id };
    await manager.call(tasks.addChecklistItem, { params, body: { name: 'Step', isDone: true } });
    const gate = await make('Gate', { isMilestone: true, acceptance: 'Signed' });
    await manager.call(dependencies.create, wait(gate.id, part.id));
    const copy = await manager.call(projects.copy, {
      params: { id: source.id },
      body: { name: 'Copy', startOn: addDays(source.startOn ?? today, 7), withPeople: true },
    });
    expect(copy).toMatchObject({ name: 'Copy', startOn: '2026-01-12', endOn: '2026-02-06' });
    const { rows } = await manager.call(tasks.list, { query: { projectId: copy.id } });
    const [first, second, third] = rows;
    expect(first).toMatchObject({ name: 'Whole', state: 'open', assignees: [{ id: anna }] });
    expect(second).toMatchObject({ name: 'Part', parentId: first?.id, dueOn: '2026-01-16' });
    expect(second).toMatchObject({ checklistCount: 1, checklistDoneCount: 0 });
    expect(third).toMatchObject({ name: 'Gate', waitsFor: [{ id: second?.id }] });
  });
});
