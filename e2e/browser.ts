import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFailed } from 'vitest';

export type Visit = BrowserContextOptions & {
  /** Where to begin, below the app's address. */
  readonly path?: string;
};

const pictures = join(import.meta.dirname, '..', 'test-results');
let browser: Browser | undefined;

/** Opens one browser for a file of journeys. Returns what opens pages in it. */
export function useBrowser(): { open(visit?: Visit): Promise<Page> } {
  beforeAll(async () => {
    browser = await chromium.launch(inject('browserProgram'));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return { open };
}

/** A page of a new person: no cookies, nothing kept. A failing test leaves its picture. */
async function open({ path = '/', ...options }: Visit = {}): Promise<Page> {
  if (browser === undefined) throw new Error('useBrowser() must be called first');
  const context = await browser.newContext({
    baseURL: inject('appAddress'),
    locale: 'en-GB',
    ...options,
  });
  // A step that takes longer hangs; a test has time for many.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  onTestFailed(async ({ task }) => {
    mkdirSync(pictures, { recursive: true });
    const name = task.name.replaceAll(/\W+/g, '-');
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  });
  await page.goto(path);
  return page;
}
