import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Goes to another page of the app that is open, as a link of it does: without loading the app anew,
 * which takes longer than all that is looked at.
 */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    // The router leaves itself there for its tools.
    const { __TSR_ROUTER__: router } = window as unknown as WithRouter;
    router.history.push(to);
  }, path);
  await page.waitForFunction(() => {
    const { state } = (window as unknown as WithRouter).__TSR_ROUTER__;
    return state.status === 'idle' && state.resolvedLocation?.href === state.location.href;
  });
}

type WithRouter = {
  readonly __TSR_ROUTER__: {
    readonly history: { push(path: string): void };
    readonly state: {
      readonly status: string;
      readonly location: { readonly href: string };
      readonly resolvedLocation?: { readonly href: string };
    };
  };
};

/** Waits until a page stands still: loaded, in its own letters, nothing moving. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1, h2') !== null &&
      document.querySelector('[aria-busy="true"]') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Shows the page in light or dark, as the system of whoever looks at it asks for. */
export async function useScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    colorScheme,
  );
  await untilDrawn(page);
}

/** What axe-core finds on the page as it stands, in words; of all rules, or of those on colours. */
export async function findBarriers(page: Page, what: 'all' | 'colours'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    async (runOnly) => {
      // Put there by the line above.
      const { axe: checker } = window as unknown as { axe: typeof axe };
      return checker.run({ runOnly, resultTypes: ['violations'], preload: false });
    },
    what === 'all' ? tags : ['color-contrast', 'link-in-text-block'],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const [first] = [...any, ...all, ...none];
      return `${id} at ${target.join(' ')}: ${first?.message}`;
    }),
  );
}

/** What makes the page wider than the window: nothing may. */
export async function findOverflow(page: Page): Promise<string[]> {
  await untilDrawn(page);
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = outside.slice(-3).map((element) => `${element.tagName} ${element.className}`);
    return [`${scrollWidth} px wide in a window of ${clientWidth}: ${names.join(', ')}`];
  });
}

/** What was changed is laid out anew in the next frame; what floats is put in its place after it. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Collects what the page's console complains about, broken rules of the security policy among it. */
export function watchConsole(page: Page): { take(): string[] } {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { take: () => complaints.splice(0) };
}
