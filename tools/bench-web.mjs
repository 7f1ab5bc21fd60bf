// What the browser has to do, in a workspace of 10,000 deals and 100,000 tasks: first load, each main
// page, and the slowest interaction on it. `--json` ends with one line holding one JSON object.
import { fillWorkspace, signUp } from './bench-data.mjs';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

ensureInstalled({ withDevelopment: true });
await ensureBuilt();
const { chromium } = await import('playwright-core');
const temporary = temporaryFolder('bench-web');
const server = await startServer({ dataFolder: temporary.folder });
const browser = await findBrowser().then(({ executablePath, args }) =>
  chromium.launch({ executablePath, args }),
);
try {
  const cookie = await signUp(server.address);
  await fillWorkspace({ dataFolder: temporary.folder, deals: 10_000, tasks: 100_000 });
  const project = await firstId('/api/v1/projects?kind=client&limit=1', cookie);
  const figures = {
    firstLoad: { normal: await firstLoad(cookie, 1), slowed4: await firstLoad(cookie, 4) },
    pages: await pages(cookie, project),
  };
  report(figures);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  await server.stop();
  temporary.remove();
}

/** The deals page with an empty cache: what is fetched, and when its first rows stand. */
async function firstLoad(cookie, slowdown) {
  const { context, page } = await open(cookie);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const bytes = {};
  const kinds = new Map();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  const started = performance.now();
  await page.goto(`${server.address}/deals`, { waitUntil: 'commit' });
  await page.getByRole('row').nth(5).waitFor();
  const usable = Math.round(performance.now() - started);
  await settled(page);
  await context.close();
  const kilobytes = Object.fromEntries(
    Object.entries(bytes).map(([kind, count]) => [kind, Math.round(count / 1024)]),
  );
  return { usableMilliseconds: usable, requests: kinds.size, kilobytes };
}

/** Each page reached from another by a click: time to its content, then a short session on it. */
async function pages(cookie, project) {
  const list = async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('abc', { delay: 60 });
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Backspace');
    await page
      .getByRole('columnheader')
      .nth(2)
      .click()
      .catch(() => undefined);
    await scroll(page);
  };
  const visits = [
    { name: 'deals', path: '/deals', shows: (page) => page.getByRole('row').nth(5), session: list },
    {
      name: 'deals, board',
      path: '/deals/board',
      shows: (page) => page.getByText('Qualified').first(),
      session: boardSession,
    },
    {
      name: 'accounts',
      path: '/accounts',
      shows: (page) => page.getByRole('row').nth(5),
      session: list,
    },
    {
      name: 'client projects',
      path: '/client-projects',
      shows: (page) => page.getByRole('row').nth(5),
      session: list,
    },
    {
      name: 'a project of 500 tasks',
      path: `/client-projects/${project}`,
      shows: (page) => page.getByText(/Task \d+/).first(),
      session: scroll,
    },
    {
      name: 'initiatives',
      path: '/initiatives',
      shows: (page) => page.getByRole('row').nth(3),
      session: list,
    },
    {
      name: 'my work',
      path: '/my-work',
      shows: (page) => page.getByRole('heading', { name: 'My work' }),
      session: scroll,
    },
    {
      name: 'week of time',
      path: '/time',
      shows: (page) => page.getByRole('heading', { name: 'Time' }),
      session: scroll,
    },
    {
      name: 'people',
      path: '/people',
      shows: (page) => page.getByRole('row').nth(5),
      session: list,
    },
    {
      name: 'balance',
      path: '/balance',
      shows: (page) => page.getByText('Promised and given'),
      session: scroll,
    },
  ];
  const found = {};
  for (const visit of visits) found[visit.name] = await measure(cookie, visit);
  return found;
}

async function measure(cookie, { path, shows, session }) {
  const { context, page } = await open(cookie);
  await page.goto(`${server.address}/settings`);
  await settled(page);
  await page.evaluate(watchInteractions);
  const started = performance.now();
  // As a link inside the product does: no reload.
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await shows(page).waitFor();
  const content = Math.round(performance.now() - started);
  await settled(page);
  await page.evaluate(() => globalThis.resetInteractions());
  await session(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
  const { slowest, longestTask } = await page.evaluate(() => globalThis.interactions());
  await context.close();
  return {
    contentMilliseconds: content,
    slowestInteractionMilliseconds: slowest,
    longestTaskMilliseconds: longestTask,
  };
}

/** Runs in the page: the longest event from input to next paint, and the longest task. */
function watchInteractions() {
  const seen = { slowest: 0, longestTask: 0 };
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries())
      seen.slowest = Math.max(seen.slowest, Math.round(entry.duration));
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries())
      seen.longestTask = Math.max(seen.longestTask, Math.round(entry.duration));
  }).observe({ type: 'longtask' });
  globalThis.resetInteractions = () => Object.assign(seen, { slowest: 0, longestTask: 0 });
  globalThis.interactions = () => seen;
}

async function boardSession(page) {
  await page
    .getByText(/^Deal \d+/)
    .first()
    .click({ modifiers: [], trial: true });
  await page.keyboard.press('Tab');
  await scroll(page);
}

async function scroll(page) {
  await page.mouse.move(700, 500);
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
}

async function open(cookie) {
  const [name, value] = cookie.split('=');
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  await context.addCookies([{ name, value, url: server.address }]);
  return { context, page: await context.newPage() };
}

/** The stream of events never ends, so that the network is never idle: no request for half a second. */
function settled(page) {
  return page.waitForFunction(
    () => {
      const last = performance.getEntriesByType('resource').at(-1);
      return last === undefined || performance.now() - last.responseEnd > 500;
    },
    undefined,
    { timeout: 30_000 },
  );
}

async function firstId(path, cookie) {
  const response = await fetch(`${server.address}${path}`, { headers: { cookie } });
  return (await response.json()).rows[0].id;
}

function report({ firstLoad: loads, pages: visits }) {
  for (const [name, load] of Object.entries(loads)) {
    const parts = Object.entries(load.kilobytes).map(([kind, size]) => `${kind} ${size}`);
    console.log(
      `first load, ${name.padEnd(8)} ${String(load.usableMilliseconds).padStart(6)} ms to rows, ${load.requests} requests, kB: ${parts.join(', ')}`,
    );
  }
  console.log(`\n${'page'.padEnd(26)} content  slowest interaction  longest task (ms)`);
  for (const [name, visit] of Object.entries(visits)) {
    console.log(
      `${name.padEnd(26)} ${String(visit.contentMilliseconds).padStart(7)} ${String(visit.slowestInteractionMilliseconds).padStart(20)} ${String(visit.longestTaskMilliseconds).padStart(13)}`,
    );
  }
}
