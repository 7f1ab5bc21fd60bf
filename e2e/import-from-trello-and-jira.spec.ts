import { readFileSync } from 'node:fs';
import { tasks } from '@evenkeel/contract/tasks';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A board of Trello and an export of Jira, as these programs write them, become projects. */
const browser = useBrowser();
const server = useSampleFirm('import-from-trello-and-jira');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

async function dropped(name: string, mimeType: string): Promise<Page> {
  const page = await browser.open({
    path: '/import/tasks',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1300, height: 1000 },
  });
  const buffer = readFileSync(new URL(`./files/${name}`, import.meta.url));
  await page.getByLabel('File of tasks').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('region', { name: 'Tasks in the file' }).waitFor();
  return page;
}

const answerOf = (page: Page, title: string) =>
  page.getByRole('combobox', { name: `What to do: ${title}`, exact: true });

async function openTask(page: Page, name: string): Promise<void> {
  const { rows } = await owner.call(tasks.list, { query: { search: name } });
  const task = rows.find((one) => one.name === name);
  if (!task) throw new Error(`no task ${name}`);
  await page.goto(`/tasks/${task.id}`);
}

it('a Trello board comes in with labels, checklists, members, days, comments and fields (IN-07)', async () => {
  const page = await dropped('trello-board.json', 'application/json');
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Harbour relaunch');
  const tasks = page.getByRole('region', { name: 'Tasks in the file' });
  await tasks.getByRole('columnheader', { name: 'Risk' }).waitFor();
  const texts = tasks.getByRole('row', { name: /Write the texts of the start page/ });
  expect(await texts.textContent()).toMatch(/Copy.*High/);
  // Archived, template, separator: none of these is work unless somebody says so.
  expect(await tasks.getByRole('row').count()).toBe(5);
  await answerOf(page, 'Archived cards').waitFor();
  await answerOf(page, 'Template cards').waitFor();
  await answerOf(page, 'The field “Word count”').waitFor();
  await page.getByText('Risk: not readable').waitFor();
  await answerOf(page, '“Greta Gone” is not here').selectOption({ label: 'Add this person' });
  await page.getByText('People to add').waitFor();
  await page.getByRole('button', { name: 'Import 4 tasks' }).click();
  await page.getByRole('link', { name: 'Open Harbour relaunch' }).click();
  await page.getByText('Write the texts of the start page').first().waitFor();
  await openTask(page, 'Write the texts of the start page');
  await page.getByText('Collect examples').waitFor();
  await page.getByText('Second draft is in.').waitFor();
  await page.getByText('Greta Gone, 2026-09-08 07:30').waitFor();
  await page.getByText('Texts', { exact: true }).first().waitFor();
  await page.context().close();
});

it('an export of Jira comes in with epics, sub-tasks, sprints, estimates, states and links (IN-07)', async () => {
  const page = await dropped('jira-export.csv', 'text/csv');
  const column = (header: string) =>
    page.getByRole('combobox', { name: `Where ${header} goes`, exact: true });
  const goesTo = (header: string) =>
    column(header).evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  expect(await goesTo('Sprint')).toEqual(['tags', 'tags', 'tags']);
  expect(await goesTo('Custom field (Start date)')).toEqual(['startOn']);
  expect(await goesTo('Parent key')).toEqual(['parent']);
  const unit = page.getByRole('combobox', { name: 'Unit of Original estimate' });
  expect(await unit.inputValue()).toBe('seconds');
  const state = (name: string) => answerOf(page, `The state “${name}”`).inputValue();
  expect(await state('Waiting for partner')).toMatch(/started/);
  expect(await state("Won't fix")).toMatch(/done/);
  const tasks = page.getByRole('region', { name: 'Tasks in the file' });
  const receipt = tasks.getByRole('row', { name: /Show the receipt/ });
  expect(await receipt.textContent()).toMatch(/Checkout.*16/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour checkout');
  await page.getByRole('textbox', { name: 'Name' }).blur();
  await page.getByRole('button', { name: 'Import 5 tasks' }).click();
  await page.getByRole('link', { name: 'Open Harbour checkout' }).click();
  await page.getByText('Pay by card').first().waitFor();
  await openTask(page, 'Pay by card');
  await page.getByRole('link', { name: 'Card form' }).first().waitFor();
  await page.getByText('Show the receipt').first().waitFor();
  await page.getByText('Samuel Adeyemi, 04/Sep/26 9:00 AM').waitFor();
  await page.context().close();
});
