import { accounts } from '@evenkeel/contract/accounts';
import { type EffortFigures, effort, timeStatements } from '@evenkeel/contract/effort';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { time } from '@evenkeel/contract/time';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { startSampleApp } from '../../../test/sample-app.ts';

const app = await startSampleApp();
const { owner } = app;
const today = dayIn('Europe/Berlin', new Date());
const quarter = { from: addDays(today, -90), to: today };

const figures = [
  'estimateMinutes',
  'plannedMinutes',
  'loggedMinutes',
  'billableMinutes',
  'toGoMinutes',
] as const;

function sums(rows: readonly EffortFigures[]): Record<string, number> {
  return Object.fromEntries(
    figures.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  );
}

async function report(by: 'project' | 'task' | 'person', days?: typeof quarter) {
  const { rows, isCut } = await owner.call(effort.report, { query: { by, ...days } });
  expect(isCut).toBe(false);
  return rows;
}

describe('estimated, planned and logged hours side by side (U04, U12)', () => {
  test('are the same whole by project, by task and by person, project by project', async () => {
    const byProject = new Map(
      (await report('project', quarter)).map((row) => [row.project.id, row]),
    );
    expect(byProject.size).toBeGreaterThan(10);
    for (const by of ['task', 'person'] as const) {
      const groups = groupedBy(await report(by, quarter), (row) => row.project.id);
      expect(new Set(groups.keys())).toEqual(new Set(byProject.keys()));
      for (const [id, rows] of groups) {
        const row = byProject.get(id);
        expect(sums(rows)).toEqual(row && sums([row]));
      }
    }
  });

  test('equal the entries and the tasks they are summed from', async () => {
    const rows = (await report('project', quarter)).filter((row) => row.loggedMinutes > 0);
    for (const row of rows.slice(0, 6)) {
      const query = { projectId: row.project.id, ...quarter };
      const { totals } = await owner.call(time.list, { query });
      expect(row.loggedMinutes).toBe(totals.minutes);
      expect(row.billableMinutes).toBe(totals.billableMinutes);
      const own = await owner.call(tasks.list, { query: { projectId: row.project.id } });
      const parents = new Set(own.rows.map((task) => task.parentId));
      const leaves = own.rows.filter((task) => !(parents.has(task.id) || task.isMilestone));
      const estimate = leaves.reduce((sum, task) => sum + (task.estimateMinutes ?? 0), 0);
      expect(row.estimateMinutes).toBe(estimate);
      const planned = leaves.filter((task) => task.assignees.length > 0);
      expect(row.plannedMinutes).toBe(
        planned.reduce((sum, task) => sum + (task.estimateMinutes ?? 0), 0),
      );
    }
  });

  test('count the hours still to go from everything ever logged, whatever days are asked for', async () => {
    const lately = await report('task', quarter);
    const ever = await report('task');
    const toGo = (rows: typeof ever) => sums(rows)['toGoMinutes'];
    expect(toGo(lately)).toBe(toGo(ever));
    for (const row of ever) {
      expect(row.toGoMinutes).toBeLessThanOrEqual(row.estimateMinutes);
      expect(row.plannedMinutes).toBeLessThanOrEqual(row.estimateMinutes);
    }
  });

  test('can be asked for one kind, one account, some projects; a turned span is refused', async () => {
    const [first] = await report('project');
    const kinds = await owner.call(effort.report, { query: { kind: 'initiative' } });
    expect(new Set(kinds.rows.map((row) => row.project.kind))).toEqual(new Set(['initiative']));
    if (!first) throw new Error('the sample has projects');
    const one = await owner.call(effort.report, { query: { projectId: first.project.id } });
    expect(one.rows).toEqual([first]);
    const turned = { from: quarter.to, to: quarter.from };
    const problem = await owner.refused(effort.report, { query: turned });
    expect(problem.issues[0]).toMatchObject({ path: ['to'], code: 'too-early' });
    const cut = await owner.call(effort.report, { query: { by: 'task', limit: 2 } });
    expect(cut).toMatchObject({ isCut: true, rows: { length: 2 } });
  });
});

describe('a statement of time for a client (U05)', () => {
  async function busiestAccount() {
    const rows = await report('project', quarter);
    const busy = rows.filter(({ project }) => project.account !== null);
    const [first] = busy.sort((a, b) => b.loggedMinutes - a.loggedMinutes);
    if (!first?.project.account) throw new Error('the sample works for accounts');
    return first.project.account.id;
  }

  test('holds exactly the billable entries of the account on those days, summed three times', async () => {
    const id = await busiestAccount();
    const own = await owner.call(projects.list, { query: { accountId: id, kind: 'client' } });
    const entries = await owner.call(time.list, {
      query: {
        projectId: own.rows.map((project) => project.id).join(','),
        billable: 'yes',
        limit: 5_000,
        ...quarter,
      },
    });
    const statement = await owner.call(timeStatements.get, { params: { id }, query: quarter });
    expect(statement.minutes).toBe(entries.totals.minutes);
    expect(statement.billableMinutes).toBe(statement.minutes);
    const lines = statement.projects.flatMap((project) => {
      const tasksSum = project.tasks.reduce((sum, task) => sum + task.minutes, 0);
      expect(project.minutes).toBe(tasksSum);
      return project.tasks.flatMap((task) => {
        const entriesSum = task.entries.reduce((sum, entry) => sum + entry.minutes, 0);
        expect(task.minutes).toBe(entriesSum);
        return task.entries;
      });
    });
    expect(lines).toHaveLength(entries.total);
  });

  test('names no cost, no rate and no other account', async () => {
    const id = await busiestAccount();
    const statement = await owner.call(timeStatements.get, { params: { id }, query: quarter });
    const text = JSON.stringify(statement);
    expect(text).not.toMatch(/rate|cost|margin/i);
    const others = (await owner.call(accounts.list)).rows.filter((account) => account.id !== id);
    for (const { name } of others) expect(text).not.toContain(`"${name}"`);
  });

  test('of an unknown account or of a turned span is refused in words', async () => {
    const id = await busiestAccount();
    const nobody = '00000000-0000-7000-8000-000000000000' as typeof id;
    const missing = await owner.refused(timeStatements.get, {
      params: { id: nobody },
      query: quarter,
    });
    expect(missing.code).toBe('not-found');
    const turned: { from: CalendarDate; to: CalendarDate } = { from: today, to: quarter.from };
    const problem = await owner.refused(timeStatements.get, { params: { id }, query: turned });
    expect(problem.issues[0]).toMatchObject({ path: ['to'], code: 'too-early' });
  });
});
