import type { Page } from 'playwright-core';

/** What the screens say of the firm: hours of client projects by month ahead, and the share. */
export type Figures = {
  readonly hours: ReadonlyMap<string, string>;
  readonly shareThisQuarter: string;
};

/** The figures that the preview of a deal promises for afterwards. */
export async function promisedFigures(page: Page): Promise<Figures> {
  const months = page.getByRole('region', { name: 'Work by month: table' });
  await months.getByRole('rowheader').first().waitFor();
  const names = await months.getByRole('rowheader').allTextContents();
  const amounts = await months.locator('tbody td:first-of-type').allTextContents();
  const hours = names.map((month, index): [string, string] => [
    shortMonth(month),
    lastOf(amounts[index] ?? ''),
  ]);
  const share = page.getByRole('region', { name: 'Strategic share: table' });
  const thisQuarter = share.getByRole('row', { name: /^This quarter/ });
  return {
    hours: ahead(hours),
    shareThisQuarter: lastOf((await thisQuarter.getByRole('cell').first().textContent()) ?? ''),
  };
}

/** The same figures as Balance shows them. */
export async function shownFigures(page: Page): Promise<Figures> {
  await page.goto('/balance');
  await page.getByRole('button', { name: 'Show table' }).first().click();
  const table = page.getByRole('region', { name: 'Hours by month' }).getByRole('table').first();
  await table.getByRole('columnheader').first().waitFor();
  const months = await table.getByRole('columnheader').allTextContents();
  const planned = table.getByRole('row', { name: /^Client projects, planned/ });
  const cells = await planned.getByRole('cell').allTextContents();
  const share = page.getByRole('button', { name: /^Rows behind Strategic share this quarter/ });
  return {
    hours: ahead(
      months.slice(1, -1).map((month, index) => [shortMonth(month), cells[index] ?? '']),
    ),
    shareThisQuarter: lastOf((await share.textContent()) ?? ''),
  };
}

/** Months after this one with any hours: this month also holds what was worked. */
function ahead(months: readonly (readonly [string, string])[]): Map<string, string> {
  const now = shortMonth(new Date().toLocaleString('en-GB', { month: 'long' }));
  const next = months.slice(months.findIndex(([month]) => month === now) + 1);
  return new Map(next.filter(([, hours]) => hours !== '—' && hours !== '0 h'));
}

const shortMonth = (name: string) => name.slice(0, 3);

/** Of `0 h → 78 h` what it becomes. */
function lastOf(text: string): string {
  return text.match(/[\d.,]+\s?(?:h|%)|—/g)?.at(-1) ?? '';
}
