// The pictures of the README and the guide, taken from the sample firm: `npm run screenshots`, or
// only some of them: `npm run screenshots -- strategy-board-light`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signUp } from './bench-data.mjs';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const folder = join(root, 'docs/images');
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };

ensureInstalled({ withDevelopment: true });
const { chromium } = await import('playwright-core');
await ensureBuilt();
mkdirSync(folder, { recursive: true });
const temporary = temporaryFolder('screenshots');
const server = await startServer({ dataFolder: temporary.folder });
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  const cookie = await signUp(server.address, { firm: 'Northlight', person: 'Robin Vale' });
  await call('POST', '/api/v1/sample', cookie);
  const first = async (path) => (await call('GET', path, cookie)).rows[0].id;
  const deal = await first('/api/v1/deals?search=Network');
  const pictures = [
    { name: 'home-light', path: '/', shows: 'First steps' },
    { name: 'balance-light', path: '/balance', shows: 'Promised and given' },
    { name: 'deals-light', path: '/deals', shows: 'Network of depots' },
    { name: 'preview-light', path: `/deals/${deal}/preview`, shows: 'When work is done' },
    {
      name: 'initiative-light',
      path: `/initiatives/${await first('/api/v1/initiatives?search=Proposal')}`,
      shows: 'Initiative or goal?',
    },
    { name: 'plan-light', path: `/plans/${await first('/api/v1/plans')}`, shows: 'Mission' },
    {
      name: 'handoff-light',
      path: `/hand-offs/${await first('/api/v1/hand-offs?state=proposed')}`,
      shows: 'What will be created',
    },
    {
      name: 'project-dark',
      path: `/client-projects/${await first('/api/v1/projects?kind=client&search=Claims')}`,
      shows: 'Connect the systems',
      dark: true,
    },
    { name: 'strategy-board-light', path: '/strategy', shows: 'Newest insights' },
    { name: 'scorecard-light', path: '/scorecard', shows: 'Recurring share of income' },
    { name: 'planner-light', path: '/planner', shows: 'Aisha Rahman' },
    { name: 'schedule-light', path: '/schedule', shows: 'Claims portal' },
    {
      name: 'gantt-light',
      path: `/client-projects/${await first('/api/v1/projects?kind=client&search=Claims')}/gantt`,
      shows: 'Launch accepted',
    },
    {
      name: 'schedule-project-light',
      path: `/client-projects/${await first('/api/v1/projects?kind=client&search=Claims')}/schedule`,
      shows: 'As signed',
    },
    { name: 'levelling-light', path: '/levelling', shows: 'Why it starts then' },
    { name: 'forecast-light', path: '/deals/forecast', shows: 'By close month' },
    {
      name: 'project-forecast-light',
      path: `/client-projects/${await first('/api/v1/projects?kind=client&search=Claims')}/forecast`,
      shows: 'When it ends',
    },
    { name: 'estimates-light', path: '/time/estimates', shows: 'Ratio used' },
    { name: 'timesheets-light', path: '/time/timesheets', shows: 'for approval' },
    { name: 'matrix-light', path: '/goals/matrix', shows: 'Proposal workbench' },
    {
      name: 'account-light',
      path: `/accounts/${await first('/api/v1/accounts?search=Meridian')}`,
      shows: 'Claims portal',
    },
    { name: 'time-light', path: '/time', shows: 'Initiatives' },
    { name: 'import-light', path: '/import', shows: 'Drop your CSV files here' },
    { name: 'board-phone', path: '/deals/board', shows: 'Qualified', size: phone },
  ];
  const wanted = process.argv.slice(2);
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture, cookie);
  }
} finally {
  await browser.close();
  await server.stop();
  temporary.remove();
}

async function take({ name, path, shows, dark = false, size = wide }, cookie) {
  const [key, value] = cookie.split('=');
  const context = await browser.newContext({
    viewport: size,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addCookies([{ name: key, value, url: server.address }]);
  const page = await context.newPage();
  await page.goto(`${server.address}${path}`);
  await page.getByText(shows).first().waitFor();
  // Fonts and the last rows settle.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

async function call(method, path, cookie) {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: {
      cookie,
      origin: server.address,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
