import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A list of tasks that lived in a spreadsheet becomes a project, by way of the screen. */
const browser = useBrowser();
const server = useSampleFirm('import-a-task-list');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

const list = `Task,Section,Begin,Due date,Planned,Owner,Colour
Draw the plan,Design,2027-03-01,2027-03-05,16h,Nadia Petrova,red
Ask the neighbours,Design,2027-03-08,2027-03-04,8h,Nobody Known,blue
Build it,Works,2027-03-15,2027-03-32,40h,Samuel Adeyemi,green
`;

it('maps columns, names errors by row before anything is written, and imports (IN-07)', async () => {
  const page = await browser.open({
    path: '/import/tasks',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1300, height: 1000 },
  });
  await page.getByLabel('File of tasks').setInputFiles({
    name: 'garden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  });
  const column = (header: string) =>
    page.getByRole('combobox', { name: `Where ${header} goes`, exact: true });
  await column('Task').waitFor();
  expect(await column('Task').inputValue()).toBe('name');
  expect(await column('Colour').inputValue()).toBe('');
  await column('Planned').selectOption('estimate');
  await column('Colour').selectOption('tags');
  await expect.poll(() => column('Colour').inputValue()).toBe('tags');
  const tasks = page.getByRole('region', { name: 'Tasks in the file' });
  await tasks.getByText('Ask the neighbours').waitFor();
  await page.getByRole('link', { name: /See all/ }).click();
  const problems = page.getByRole('region', { name: 'Problems in the file' });
  await problems
    .getByRole('row', { name: /^3 .*2027-03-04/ })
    .first()
    .waitFor();
  await problems
    .getByRole('row', { name: /^4 .*2027-03-32/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Back to the choices' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Garden of the house');
  await page.getByRole('textbox', { name: 'Name' }).blur();
  await page.getByRole('button', { name: 'Import 3 tasks' }).click();
  const open = page.getByRole('link', { name: 'Open Garden of the house' });
  await open.waitFor();
  await page.getByRole('button', { name: /Undo/ }).waitFor();
  await open.click();
  await page.getByText('Draw the plan').first().waitFor();
  await page.getByText('Build it').first().waitFor();
  await page.context().close();
});
