import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The board under a finger, on a phone. */
const browser = useBrowser();
const server = useSampleFirm('touch');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

it('moves a card by its menu, which is in sight and large enough for a finger (WCAG 2.5.7, 2.5.8)', async () => {
  const page = await browser.open({
    path: '/deals/board',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const column = (stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}, `) });
  const menu = column('Qualified').getByRole('button', { name: /^Move/ }).first();
  await menu.waitFor();
  const box = await menu.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect(await menu.evaluate((button) => getComputedStyle(button).opacity)).toBe('1');
  const name = (await menu.getAttribute('aria-label'))?.replace('Move ', '') ?? '';
  await menu.tap();
  const target = page.getByRole('menuitem', { name: 'Discovery' });
  expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await target.tap();
  await page.getByText(`${name} moved to Discovery`).first().waitFor();
  await page.context().close();
});
