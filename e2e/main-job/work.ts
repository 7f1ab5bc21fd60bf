import type { Page } from 'playwright-core';
import { choose, pick } from '../forms.ts';

/** Enters the hours that a deal sells, by role, on the page of the deal. */
export async function sellHours(
  page: Page,
  hours: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [index, [role, amount]] of Object.entries(hours).entries()) {
    await page.getByRole('button', { name: 'Add a role' }).click();
    await choose(page, `Role ${index + 1}`, role);
    await page.getByRole('textbox', { name: `Hours ${index + 1}` }).fill(amount);
  }
  const section = page.getByRole('region', { name: 'Hours sold' });
  await section.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Hours saved').waitFor();
}

/** Puts a person on a task in the plan of its project. */
export async function putOn(page: Page, task: string, person: string): Promise<void> {
  const line = page.getByRole('listitem', { name: task });
  await line.getByRole('button', { name: `Put people on ${task}` }).click();
  await pick(page, 'Add a person', person);
  await line
    .getByRole('img', { name: new RegExp(person) })
    .or(line.getByText(person))
    .waitFor();
}

/** Picks a task in the dialog that asks what the time goes to. */
export async function pickWork(page: Page, task: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Task or project' }).fill(task);
  await page.getByRole('option', { name: task }).first().click();
}

/** Logs times on the first days of the week shown; adds the row of the task where there is none. */
export async function logInWeek(page: Page, task: string, times: readonly string[]): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: task });
  if (!(await row.isVisible())) {
    await page.getByRole('button', { name: 'Add a row' }).click();
    await pickWork(page, task);
  }
  for (const [day, time] of times.entries()) {
    const cell = row.getByRole('textbox').nth(day);
    await cell.fill(time);
    // The sum is shown at once; who leaves before it is written leaves without it.
    const written = page.waitForResponse(
      (response) =>
        response.url().includes('/api/v1/time-entries') && response.request().method() !== 'GET',
    );
    await cell.press('Enter');
    await written;
  }
}

/** The last effort that a text tells, in minutes: `2:30 h` is 150. */
export function minutesIn(text: string): number {
  const [hours = '0', minutes = '0'] = text.match(/([\d,:]+) h\s*$/)?.[1]?.split(':') ?? [];
  return Number(hours.replaceAll(',', '')) * 60 + Number(minutes);
}
