import {
  facts,
  hasPublishedData,
  type SalesFile,
  salesText,
} from '@evenkeel/core/imports/sales-files.fixture';
import type { Page } from 'playwright-core';

const fileNames: readonly SalesFile[] = ['accounts', 'products', 'sales_teams', 'sales_pipeline'];

/** What stands in the files at hand; `search` finds a few deals that are open. */
export const named = hasPublishedData
  ? { slippedProduct: 'GTXPro', product: 'GTX Pro', search: 'Cancity', highestValue: '£30,288' }
  : { slippedProduct: 'KeelPro', product: 'Keel Pro', search: 'Keel', highestValue: '£6,000' };

/** `8,800`, as the screens write it. */
export const written = (count: number) => count.toLocaleString('en-GB');

/** What the screens say of all deals in the files. */
export const allDeals = `${written(facts.deals)} deals`;

/** Drops the four sales files on the page of imports; settles when their columns are shown. */
export async function dropSalesFiles(page: Page, dates: 'iso' | 'day-first'): Promise<void> {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(
    fileNames.map((name) => ({
      name: `${name}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(salesText(name, dates)),
    })),
  );
  await page.getByRole('heading', { name: 'sales_pipeline.csv' }).waitFor();
}

/** Goes on to what will happen, with a choice for each problem. */
export async function continueToChoices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('With the choices below. Nothing is written yet.').waitFor();
}

/** Goes on to the last look before anything is written. */
export async function continueToConfirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'How values are read' }).waitFor();
}
