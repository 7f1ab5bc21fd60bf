import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { recurrences } from '@evenkeel/contract/recurrences';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, type CalendarDate, calendarDate, weekday } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, RecurrenceId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { asOwner } from '../../../test/factories.ts';
import { makeRecurringTasks } from './jobs.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let manager: Client;
let projectId: ProjectId;
let anna: PersonId;

beforeEach(async () => {
  manager = await app.client();
  projectId = (await manager.call(projects.create, { body: { kind: 'client', name: 'Desk' } })).id;
  anna = (await manager.call(people.create, { body: { name: 'Anna' } })).id;
});

/** The server's job at a moment, over all workspaces. */
const runAt = (moment: string) =>
  asOwner(app.databaseUrl, (client) =>
    makeRecurringTasks(client, app.app.database, new Date(moment)),
  );
const newTask = (dueOn: CalendarDate, more: object = {}) =>
  manager.call(tasks.create, { body: { projectId, name: 'Report', dueOn, ...more } });
const occurrences = async () => {
  const { rows } = await manager.call(tasks.list, {
    query: { projectId, sort: 'dueOn', limit: 5000 },
  });
  return rows.map((row) => row.dueOn);
};
const repeat = (taskId: Awaited<ReturnType<typeof newTask>>['id'], body: object) =>
  // The bodies below are drafts of the contract.
  manager.call(recurrences.create, { body: { taskId, leadDays: 0, ...body } as never });
const change = (id: RecurrenceId, version: number, body: object) =>
  manager.call(recurrences.update, { params: { id }, version, body });
const nearClockChange = (day: CalendarDate) => /-(03|10)-(2[4-9]|3)/.test(day);
const daily = { rule: { frequency: 'daily', interval: 1, weekdaysOnly: false } };

describe('a recurring task (U20)', () => {
  test('recurs over two simulated years, each day once, through both clock changes', async () => {
    const start = calendarDate('2030-01-01');
    const task = await newTask(start);
    const made = await repeat(task.id, daily);
    // In Berlin the clocks change in March and in October: then every morning, else now and then.
    for (let day = start; day < '2032-01-01'; day = addDays(day, nearClockChange(day) ? 1 : 5)) {
      await runAt(`${day}T05:00:00Z`);
    }
    await runAt('2031-12-31T05:00:00Z');
    const { version } = await manager.call(recurrences.get, { params: { id: made.id } });
    await change(made.id, version, { state: 'ended' });
    const days = await occurrences();
    expect(days).toHaveLength(730);
    expect(days[0]).toBe('2030-01-01');
    expect(days.at(-1)).toBe('2031-12-31');
    expect(new Set(days).size).toBe(730);
  }, 300_000);

  test('is made when its day begins where the firm is, not in Greenwich', async () => {
    const task = await newTask(calendarDate('2030-03-30'));
    await repeat(task.id, daily);
    await runAt('2030-03-30T22:59:00Z');
    expect(await occurrences()).toHaveLength(1);
    // Berlin is an hour ahead in winter, two in summer: the clocks change on the 31st.
    await runAt('2030-03-30T23:01:00Z');
    expect(await occurrences()).toHaveLength(2);
    await runAt('2030-03-31T22:01:00Z');
    expect(await occurrences()).toHaveLength(3);
  });

  test('at a month end falls on the last day, two years on', async () => {
    const task = await newTask(calendarDate('2031-01-31'));
    await repeat(task.id, { rule: { frequency: 'monthly', interval: 1, monthDay: 31 } });
    await runAt('2033-01-05T09:00:00Z');
    const days = await occurrences();
    expect(days).toHaveLength(24);
    expect(days.slice(0, 4)).toEqual(['2031-01-31', '2031-02-28', '2031-03-31', '2031-04-30']);
    expect(days[13]).toBe('2032-02-29');
  });

  test('is there once, however many servers make it at the same time', async () => {
    const task = await newTask(calendarDate('2030-06-03'));
    await repeat(task.id, daily);
    const made = await Promise.all(Array.from({ length: 4 }, () => runAt('2030-06-10T08:00:00Z')));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(await occurrences()).toHaveLength(8);
  });

  test('catches up on what nobody made while no server ran', async () => {
    const task = await newTask(calendarDate('2030-06-03'));
    await repeat(task.id, { rule: { frequency: 'weekly', interval: 1, weekdays: [1, 4] } });
    await runAt('2030-06-24T08:00:00Z');
    expect(await occurrences()).toEqual([
      '2030-06-03',
      '2030-06-06',
      '2030-06-10',
      '2030-06-13',
      '2030-06-17',
      '2030-06-20',
      '2030-06-24',
    ]);
    expect(await runAt('2030-06-24T09:00:00Z')).toBe(0);
  });

  test('carries over what the last one had: people, hours, steps not ticked off, days between', async () => {
    const monday = addDays(today, 8 - weekday(today));
    const task = await newTask(monday, {
      startOn: addDays(monday, -2),
      estimateMinutes: 90,
      assigneeIds: [anna],
      notes: 'As always',
    });
    const params = { id: task.id };
    await manager.call(tasks.addChecklistItem, { params, body: { name: 'Send', isDone: true } });
    const rule = { frequency: 'weekly', interval: 1, weekdays: [1] };
    const made = await repeat(task.id, { rule, leadDays: 14 });
    expect(made.upcoming.every((day) => weekday(day) === 1)).toBe(true);
    const { rows } = await manager.call(tasks.list, { query: { projectId, sort: 'dueOn' } });
    expect(rows[1]).toMatchObject({
      name: 'Report',
      state: 'open',
      startOn: addDays(monday, 5),
      dueOn: addDays(monday, 7),
      estimateMinutes: 90,
      assignees: [{ id: anna }],
      checklistCount: 1,
      checklistDoneCount: 0,
      recurrenceId: made.id,
    });
  });

  test('counted from its completion comes after it is done, and only then', async () => {
    const task = await newTask(addDays(today, -30));
    await repeat(task.id, { ...daily, basis: 'completion', rule: { ...daily.rule, interval: 3 } });
    expect(await occurrences()).toHaveLength(1);
    const done = { params: { id: task.id }, version: 2, body: { state: 'done' } } as const;
    await manager.call(tasks.update, done);
    expect(await occurrences()).toEqual([addDays(today, -30), addDays(today, 3)]);
    await runAt(`${addDays(today, 1)}T08:00:00Z`);
    expect(await occurrences()).toHaveLength(2);
  });

  test('ends after so many times or on a day; leaves out a day; rests while it is paused', async () => {
    const start = calendarDate('2030-09-02');
    const task = await newTask(start);
    const made = await repeat(task.id, { ...daily, count: 4 });
    const params = { id: made.id };
    await manager.call(recurrences.skip, { params, body: { on: addDays(start, 2) } });
    await runAt('2030-09-20T08:00:00Z');
    expect(await occurrences()).toEqual(['2030-09-02', '2030-09-03', '2030-09-05']);
    const ended = await manager.call(recurrences.get, { params });
    expect(ended).toMatchObject({ state: 'ended', upcoming: [] });

    const other = await newTask(calendarDate('2030-10-01'));
    const second = await repeat(other.id, daily);
    await change(second.id, second.version, { state: 'paused' });
    await runAt('2030-10-05T08:00:00Z');
    expect(await occurrences()).toHaveLength(4);
  });

  test('skipped goes to the trash and is not made again', async () => {
    const task = await newTask(calendarDate('2030-09-02'));
    const made = await repeat(task.id, daily);
    await runAt('2030-09-03T08:00:00Z');
    const on = calendarDate('2030-09-03');
    await manager.call(recurrences.skip, { params: { id: made.id }, body: { on } });
    await runAt('2030-09-04T08:00:00Z');
    expect(await occurrences()).toEqual(['2030-09-02', '2030-09-04']);
  });
});
