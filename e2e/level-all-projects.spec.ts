import { levelling } from '@evenkeel/contract/levelling';
import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** All projects get days that people can keep (PM-03, PM-08, U14). */
const browser = useBrowser();
const server = useSampleFirm('level-all-projects');
let manager: Member;

beforeAll(() => {
  manager = server.owner;
});

it('levels all projects, reads why a task moves, accepts it, the others, and takes all back', async () => {
  const planned = await plannedTasks();
  const before = daysOf(planned);
  const plan = async () => daysOf(await plannedTasks(new Set(planned.map(({ id }) => id))));
  const page = await browser.open({
    path: '/levelling/all',
    baseURL: server.address,
    storageState: manager.storageState,
    viewport: { width: 1440, height: 900 },
  });
  await page.getByRole('button', { name: 'Level now' }).click();
  await page.getByRole('button', { name: /^Accept all/ }).waitFor({ timeout: 150_000 });
  expect(await plan()).toEqual(before);

  await page.getByText('is busy until then with').first().click();
  await page.getByRole('button', { name: 'Accept this change' }).click();
  await page.getByText('1 task moved').waitFor();
  await page.getByRole('dialog').getByText('Accepted').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Accept the others' }).click();
  await page.getByRole('button', { name: 'Level again' }).waitFor();
  expect(await plan()).not.toEqual(before);

  await page.getByRole('button', { name: 'More to do with this plan' }).click();
  await page.getByRole('menuitem', { name: /^Take back/ }).click();
  await page.getByText('back on former days').waitFor();
  expect(await plan()).toEqual(before);
  const { rows } = await manager.call(levelling.list);
  expect(rows[0]).toMatchObject({ state: 'done', acceptedCount: 0 });
  await page.context().close();
}, 240_000);

/**
 * The days of tasks. Only those that stood there before may be compared: a recurring task can be
 * made at any moment, and levels nothing.
 */
async function plannedTasks(known?: ReadonlySet<string>): Promise<TaskRow[]> {
  const { rows } = await manager.call(tasks.list, { query: { limit: 5_000 } });
  return known === undefined ? rows : rows.filter(({ id }) => known.has(id));
}

function daysOf(rows: readonly TaskRow[]): string[] {
  return rows.map(({ id, startOn, dueOn }) => `${id} ${startOn} ${dueOn}`);
}
