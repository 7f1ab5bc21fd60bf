import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const browser = useBrowser();

it('opens in a browser without an error or a broken rule of its own security policy', async () => {
  const page = await browser.open();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.reload();
  await page.getByRole('heading').first().waitFor();
  expect(errors).toEqual([]);
});
