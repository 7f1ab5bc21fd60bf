import { initiatives } from '@evenkeel/contract/initiatives';
import { whyLadder } from '@evenkeel/contract/why-ladder';
import type { ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** From an initiative question by question up to a goal (B05, ST-19). */
const browser = useBrowser();
const server = useSampleFirm('up-the-ladder');
let partner: Member;

beforeAll(() => {
  partner = server.owner;
});

it('climbs from an initiative that serves no goal to a goal in a handful of clicks (B05, ST-03)', async () => {
  const { id } = await initiative('A podcast');
  const page = await openAt(`/initiatives/${id}`);
  await countClicks(page);
  await page.getByRole('link', { name: 'Why', exact: true }).click();
  await answer(page, 'Clients hear of us before they need us');
  await page.getByText('So what?', { exact: true }).click();
  await page.getByRole('textbox', { name: /so what/ }).waitFor();
  await page.getByRole('button', { name: 'Eight clients in the Nordic countries' }).click();
  // On the ladder the goal stands as a link; before, it was a choice.
  const top = page.getByRole('link', { name: 'Eight clients in the Nordic countries' }).first();
  await top.waitFor();
  expect(await clicksOf(page)).toBeLessThanOrEqual(5);

  await top.click();
  await page.waitForURL(/\/goals\//);
  await page.getByRole('main').getByRole('link', { name: 'A podcast' }).first().waitFor();
  const { goals } = await initiative('A podcast');
  expect(goals.map(({ name }) => name)).toEqual(['Eight clients in the Nordic countries']);
  const ladders = await partner.call(whyLadder.get);
  expect(ladders.orphans.map((orphan) => orphan.id)).not.toContain(id);
  await page.context().close();
});

it('meets the ladder of another initiative when the same was said before', async () => {
  const { id } = await initiative('An office in Hamburg');
  const page = await openAt(`/initiatives/${id}/why`);
  await page.getByText('The next question').waitFor();
  await page.getByRole('textbox', { name: /^Why/ }).fill('Income is steady when projects end');
  await page.getByText('Said before:').waitFor();
  await page.getByRole('button', { name: 'Income stays steady when projects end' }).click();
  // The answer of the other ladder leads on to its goal.
  await page.getByText('Also on the way of Managed services').waitFor();
  await page.getByRole('link', { name: 'A third of income recurs every month' }).first().waitFor();
  const { nodes, rungs } = await partner.call(whyLadder.get);
  const shared = nodes.filter(({ text }) => text === 'Income stays steady when projects end');
  expect(shared).toHaveLength(1);
  expect(rungs.filter(({ to }) => to === shared[0]?.id)).toHaveLength(2);
  await page.context().close();
});

async function answer(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Why/ }).fill(text);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  // The next question is asked about it.
  await page.getByRole('textbox', { name: new RegExp(text) }).waitFor();
}

async function initiative(name: string) {
  const { rows } = await partner.call(initiatives.list, { query: { search: name } });
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`the sample has no initiative ${name}`);
  return { id: found.id as ProjectId, goals: found.goals };
}

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: partner.storageState,
    viewport: { width: 1440, height: 900 },
  });
}

/** Counts what a person presses from here on. */
async function countClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    window.addEventListener('click', (event) => {
      if (event.detail > 0) counted.clicks += 1;
    });
  });
}

function clicksOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}
