import { deals } from '@evenkeel/contract/deals';
import { initiatives } from '@evenkeel/contract/initiatives';
import { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A portfolio is chosen, one choice overridden with a reason, the rest applied (B01, IN-05, BA-08). */
const browser = useBrowser();
const server = useSampleFirm('choose-a-portfolio');
let manager: Member;

beforeAll(() => {
  manager = server.owner;
});

it('chooses a portfolio, overrides one choice with a reason, and applies what is shown', async () => {
  const page = await browser.open({
    path: '/portfolio-choices',
    baseURL: server.address,
    storageState: manager.storageState,
    viewport: { width: 1440, height: 900 },
  });
  await page.getByRole('button', { name: 'New portfolio choice' }).click();
  await page.getByLabel('Name').fill('Before the spring');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Price by value').first().waitFor();
  await page.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('tab', { name: 'Result' })
    .or(page.getByRole('link', { name: 'Result' }))
    .first()
    .click();
  await page.getByText('Proven best').waitFor({ timeout: 90_000 });

  await page.getByRole('button', { name: 'Price by value' }).click();
  await page.getByRole('combobox', { name: 'Override' }).click();
  await page.getByRole('option', { name: 'Keep it out' }).click();
  await page.getByLabel('Reason').fill('The partners want to try it with one client first.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Aims or rules were changed').waitFor();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page
    .getByText('The partners want to try it with one client first.')
    .waitFor({ timeout: 90_000 });

  const { rows } = await manager.call(portfolioChoices.list);
  const made = rows.find(({ name }) => name === 'Before the spring');
  if (made === undefined) throw new Error('The choice that was begun is not listed.');
  const key = { params: { id: made.id } };
  const shown = await manager.call(portfolioChoices.get, key);
  await page.getByRole('button', { name: 'Decide and apply' }).click();
  await page.getByRole('button', { name: /^Apply \d+/ }).click();
  await page.getByText(/^Decided by/).waitFor();

  const chosen = shown.result?.chosen ?? [];
  expect(chosen.map(({ name }) => name)).not.toContain('Price by value');
  for (const one of chosen) {
    const days = { startOn: one.startOn, endOn: one.endOn };
    // Its kind says whose id it is.
    const params = { id: one.candidateId as ProjectId & DealId };
    if (one.kind === 'initiative') {
      const found = await manager.call(initiatives.get, { params });
      expect(found).toMatchObject({ ...days, state: 'approved' });
    } else {
      const found = await manager.call(deals.get, { params });
      expect([found.deliveryStartOn, found.deliveryEndOn]).toEqual([one.startOn, one.endOn]);
    }
  }
  const decided = await manager.call(portfolioChoices.get, key);
  expect(decided).toMatchObject({ state: 'decided' });
  expect(decided.decisions).toHaveLength(chosen.length);
  await page.context().close();
});
