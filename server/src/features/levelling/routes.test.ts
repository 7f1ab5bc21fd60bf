import { dependencies } from '@evenkeel/contract/dependencies';
import { levelling } from '@evenkeel/contract/levelling';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, type CalendarDate, weekday } from '@evenkeel/core/calendar-date';
import type { LevellingRunId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
/** A Monday at least a week ahead, so that no test hangs on today's weekday. */
const monday = addDays(today, 15 - weekday(today));
const friday = addDays(monday, 4);
let manager: Client;
let projectId: ProjectId;
let anna: PersonId;

beforeAll(async () => {
  manager = await app.client();
  anna = (await manager.call(people.create, { body: { name: 'Anna' } })).id;
  const body = { kind: 'client' as const, name: 'Harbour', startOn: monday, endOn: friday };
  projectId = (await manager.call(projects.create, { body })).id;
});

/** A week of Anna's whole time. */
const week = (name: string, startOn = monday) =>
  manager.call(tasks.create, {
    body: {
      projectId,
      name,
      startOn,
      dueOn: addDays(startOn, 4),
      estimateMinutes: 2_400,
      assigneeIds: [anna],
    },
  });
const daysOf = async (id: TaskId) => {
  const task = await manager.call(tasks.get, { params: { id } });
  return [task.startOn, task.dueOn];
};
const nextWeek = (day: CalendarDate) => addDays(day, 7);

async function ended(id: LevellingRunId, of = manager) {
  for (let tries = 0; tries < 300; tries += 1) {
    const run = await of.call(levelling.get, { params: { id } });
    if (run.state !== 'queued' && run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the levelling did not end');
}

async function level(of = manager, body = {}) {
  const { id } = await of.call(levelling.create, { body });
  return ended(id, of);
}

describe('levelling all projects at once (PM-03, PM-08, U14)', () => {
  test('proposes days on which nobody is booked twice, and moves nothing', async () => {
    const first = await week('Survey');
    const second = await week('Design');
    const run = await level();
    expect(run).toMatchObject({
      state: 'done',
      acceptedCount: 0,
      outcome: { tasks: 2, moved: 1, excessMinutesBefore: 2_400, excessMinutesAfter: 0 },
      people: [{ person: { id: anna, name: 'Anna' }, excessMinutesBefore: 2_400 }],
      projects: [
        { project: { id: projectId }, daysLateBefore: 0, daysLateAfter: 7, movedTasks: 1 },
      ],
    });
    expect(run.problemHash).toMatch(/^[0-9a-f]{64}$/);
    const { rows, total } = await manager.call(levelling.proposals, { params: { id: run.id } });
    expect(total).toBe(2);
    const moved = rows.find((row) => row.isMoved);
    expect(moved).toMatchObject({
      startBefore: monday,
      dueBefore: friday,
      startOn: nextWeek(monday),
      dueOn: nextWeek(friday),
      assignees: [{ id: anna }],
      reason: { kind: 'person-busy', person: { name: 'Anna' } },
      state: 'open',
      hasChanged: false,
    });
    expect(await daysOf(first.id)).toEqual([monday, friday]);
    expect(await daysOf(second.id)).toEqual([monday, friday]);
  });

  test('the same seed, limit and work give the same plan', async () => {
    const one = await level();
    const other = await level();
    expect(other.problemHash).toBe(one.problemHash);
    const plan = async (id: LevellingRunId) =>
      (await manager.call(levelling.proposals, { params: { id } })).rows;
    expect(await plan(other.id)).toEqual(await plan(one.id));
  });

  test('accepted days are written like any edit; undo brings back what people had said', async () => {
    const run = await level();
    const params = { id: run.id };
    const { rows } = await manager.call(levelling.proposals, {
      params,
      query: { isMoved: 'true' },
    });
    const [moved] = rows;
    if (!moved) throw new Error('nothing moves');
    const before = await manager.call(tasks.get, { params: { id: moved.task.id } });
    const accepted = await manager.call(levelling.accept, {
      params,
      body: { taskIds: [moved.task.id] },
    });
    expect(accepted).toMatchObject({ accepted: 1, changedSince: 0, run: { acceptedCount: 1 } });
    expect(await daysOf(moved.task.id)).toEqual([nextWeek(monday), nextWeek(friday)]);
    const taken = await manager.call(levelling.undo, { params });
    expect(taken).toMatchObject({ takenBack: 1, changedSince: 0, run: { acceptedCount: 0 } });
    const after = await manager.call(tasks.get, { params: { id: moved.task.id } });
    expect({ ...after, version: before.version }).toEqual(before);
  });

  test('accepting once more and levelling again leaves the plan as it is', async () => {
    const run = await level();
    await manager.call(levelling.accept, { params: { id: run.id }, body: {} });
    const again = await level();
    expect(again.outcome).toMatchObject({ moved: 0, excessMinutesBefore: 0 });
    await manager.call(levelling.undo, { params: { id: run.id } });
  });

  test('a task that somebody changed since stays as it is', async () => {
    const run = await level();
    const { rows } = await manager.call(levelling.proposals, {
      params: { id: run.id },
      query: { isMoved: 'true' },
    });
    const [moved] = rows;
    if (!moved) throw new Error('nothing moves');
    const task = await manager.call(tasks.get, { params: { id: moved.task.id } });
    const edit = { startOn: addDays(monday, 1), dueOn: friday };
    await manager.call(tasks.update, {
      params: { id: task.id },
      version: task.version,
      body: edit,
    });
    const accepted = await manager.call(levelling.accept, { params: { id: run.id }, body: {} });
    expect(accepted).toMatchObject({ accepted: 0, changedSince: 1 });
    expect(await daysOf(task.id)).toEqual([addDays(monday, 1), friday]);
  });

  test('work waits for work of other projects', async () => {
    const other = await manager.call(projects.create, {
      body: { kind: 'initiative', name: 'Tools' },
    });
    const successor = await manager.call(tasks.create, {
      body: { projectId: other.id, name: 'Train', estimateMinutes: 480 },
    });
    const predecessor = await week('Build', addDays(monday, 28));
    await manager.call(dependencies.create, {
      body: { predecessorId: predecessor.id, successorId: successor.id, type: 'finish-start' },
    });
    const start = { executing: 'executing' as const };
    const found = await manager.call(projects.get, { params: { id: other.id } });
    if (found.state !== start.executing) {
      await asOwner(app.databaseUrl, (client) =>
        client.query(`update project set state = 'executing' where id = $1`, [other.id]),
      );
    }
    const run = await level();
    const { rows } = await manager.call(levelling.proposals, { params: { id: run.id } });
    const row = rows.find(({ task }) => task.id === successor.id);
    expect(row?.reason).toMatchObject({ kind: 'after', tasks: [{ name: 'Build' }] });
    expect(row?.startOn).toBe(addDays(monday, 35));
  });

  test('can be put away and taken up again; what is not done cannot be decided on', async () => {
    const run = await level();
    const params = { id: run.id };
    const away = await manager.call(levelling.discard, { params, body: { isDiscarded: true } });
    expect(away.isDiscarded).toBe(true);
    await manager.call(levelling.discard, { params, body: { isDiscarded: false } });
    await asOwner(app.databaseUrl, (client) =>
      client.query(`update levelling_run set state = 'failed' where id = $1`, [run.id]),
    );
    const refused = await manager.refused(levelling.accept, { params, body: {} });
    expect(refused.code).toBe('wrong-state');
  });

  test('one runs at a time, and it can be stopped', async () => {
    const { id } = await manager.call(levelling.create, { body: { maxSchedules: 200_000 } });
    const refused = await manager.refused(levelling.create, { body: {} });
    expect(refused.code).toBe('wrong-state');
    await manager.call(levelling.cancel, { params: { id } });
    expect(['cancelled', 'done']).toContain((await ended(id)).state);
    expect((await manager.call(levelling.list)).rows[0]?.id).toBe(id);
  });

  test('who may only read sees plans and decides nothing', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    const { rows } = await viewer.call(levelling.list);
    const [run] = rows;
    if (!run) throw new Error('no run');
    const refused = await viewer.refused(levelling.accept, { params: { id: run.id }, body: {} });
    expect(refused.code).toBe('not-allowed');
    expect((await viewer.refused(levelling.create, { body: {} })).code).toBe('not-allowed');
  });

  test('who goes to half the hours in the middle takes twice the days from then on (U11)', async () => {
    const owner = await app.client();
    const { id } = await owner.call(people.create, { body: { name: 'Mia', weeklyMinutes: 2_400 } });
    const { id: project } = await owner.call(projects.create, {
      body: { kind: 'client', name: 'Bridge', startOn: monday },
    });
    await owner.call(people.addTerm, {
      params: { id },
      body: { validFrom: addDays(monday, 3), weeklyMinutes: 1_200 },
    });
    for (const name of ['First', 'Second'])
      await owner.call(tasks.create, {
        body: { projectId: project, name, estimateMinutes: 1_440, assigneeIds: [id] },
      });
    const run = await level(owner);
    expect(run).toMatchObject({ state: 'done', outcome: { tasks: 2, excessMinutesAfter: 0 } });
    const { rows } = await owner.call(levelling.proposals, { params: { id: run.id } });
    const days = rows.map(({ startOn, dueOn }) => [startOn, dueOn]).sort();
    // Monday to Wednesday at full hours; then six half days round a week-end.
    expect(days).toEqual([
      [monday, addDays(monday, 2)],
      [addDays(monday, 3), addDays(monday, 10)],
    ]);
  });

  test('work behind somebody’s last day is not that person’s, and the plan says so (U11)', async () => {
    const owner = await app.client();
    const { id } = await owner.call(people.create, { body: { name: 'Nils' } });
    const { id: project } = await owner.call(projects.create, {
      body: { kind: 'client', name: 'Pier', startOn: monday },
    });
    const person = await owner.call(people.get, { params: { id } });
    await owner.call(people.update, {
      params: { id },
      version: person.version,
      body: { leftOn: addDays(monday, 1) },
    });
    await owner.call(tasks.create, {
      body: { projectId: project, name: 'Long', estimateMinutes: 2_400, assigneeIds: [id] },
    });
    const run = await level(owner);
    const { rows } = await owner.call(levelling.proposals, { params: { id: run.id } });
    expect(rows).toMatchObject([{ startOn: monday, gap: 'person-leaves' }]);
  });

  test('an empty workspace has an empty plan', async () => {
    const run = await level(await app.client());
    expect(run).toMatchObject({ state: 'done', outcome: { tasks: 0, moved: 0 } });
  });

  test('undo brings back the minute of a bound too', async () => {
    const firm = await app.client();
    const { id: plant } = await firm.call(projects.create, {
      body: { kind: 'client', name: 'Plant', startOn: monday, endOn: friday },
    });
    const bo = (await firm.call(people.create, { body: { name: 'Bo' } })).id;
    for (const name of ['Nine', 'Ten']) {
      const days = { startOn: monday, dueOn: friday, estimateMinutes: 2_400, assigneeIds: [bo] };
      const { id, version } = await firm.call(tasks.create, {
        body: { projectId: plant, name, ...days },
      });
      const body = { startOn: monday, constraintMinute: 600 };
      await firm.call(tasks.update, { params: { id }, version, body });
    }
    const params = { id: (await level(firm)).id };
    const { rows } = await firm.call(levelling.proposals, {
      params,
      query: { isMoved: 'true' },
    });
    const moved = rows.find(({ assignees }) => assignees.some(({ id }) => id === bo));
    if (!moved) throw new Error('nothing moves');
    const read = () => firm.call(tasks.get, { params: { id: moved.task.id } });
    const before = await read();
    await firm.call(levelling.accept, { params, body: { taskIds: [moved.task.id] } });
    expect((await read()).constraintMinute).toBeNull();
    expect(await firm.call(levelling.undo, { params })).toMatchObject({ takenBack: 1 });
    expect({ ...(await read()), version: before.version }).toEqual(before);
    expect(before.constraintMinute).toBe(600);
  });
});
