// The planner in a browser over 200 people × 52 weeks with about four allocations a person and month:
// time to first paint, frames while scrolling down and sideways in weeks and in days, with everybody
// unfolded too, and time from a step of a drag to its painted consequences. No server, no data: the
// gallery's own page. `--json` ends with one line holding one JSON object; `--people 50,200` measures
// other sizes.
import { findBrowser } from './browser.mjs';
import { serveGallery, threadTime } from './gallery-bench.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled({ withDevelopment: true });
const { chromium } = await import('playwright-core');
const server = await serveGallery(watchScript);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  const figures = {};
  for (const count of sizes()) figures[count] = await measure(count);
  report(figures);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ people: figures }));
} finally {
  await browser.close();
  server.close();
}

function sizes() {
  const at = process.argv.indexOf('--people');
  return at < 0 ? [50, 200] : process.argv[at + 1].split(',').map(Number);
}

async function measure(count) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const address = `http://127.0.0.1:${server.address().port}/gallery.html`;
  await page.goto(`${address}?part=planner&bare=true&people=${count}`);
  await page.getByRole('treegrid').waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName('planner first paint').length > 0);
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('planner first paint')[0].duration,
  );
  await page.waitForTimeout(500);
  const time = await threadTime(page);
  const weeks = await scrolling(page, time);
  await page.getByText('Days', { exact: true }).click();
  await page.waitForTimeout(300);
  const days = await scrolling(page, time);
  await page.getByText('Weeks', { exact: true }).click();
  await page.getByRole('button', { name: /^View/ }).click();
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  const unfolded = await scrolling(page, time);
  const drag = await dragSteps(page);
  await context.close();
  return { firstPaintMilliseconds: Math.round(firstPaint), weeks, days, unfolded, drag };
}

async function scrolling(page, time) {
  const down = await time(() => page.evaluate(scrollFrames, { x: 0, y: 102 }));
  const sideways = await time(() => page.evaluate(scrollFrames, { x: 40, y: 0 }));
  return { down, sideways };
}

/** Runs in the page: on by so many pixels with every frame, and at the end back again. */
async function scrollFrames({ x, y }) {
  const frame = document.querySelector('[role=treegrid]');
  frame.scrollTo(0, 0);
  await new Promise(requestAnimationFrame);
  const frames = [];
  let before = await new Promise(requestAnimationFrame);
  let direction = 1;
  for (let nth = 0; nth < 150; nth += 1) {
    const isAtEnd =
      frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1 && y > 0 && direction > 0;
    const isAtSide =
      frame.scrollLeft + frame.clientWidth >= frame.scrollWidth - 1 && x > 0 && direction > 0;
    if (isAtEnd || isAtSide) direction = -1;
    else if (frame.scrollTop === 0 && frame.scrollLeft === 0) direction = 1;
    frame.scrollBy(x * direction, y * direction);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  return globalThis.ganttFrames(frames);
}

/** A real pointer takes a bar of somebody and carries it on, over other days. */
async function dragSteps(page) {
  await page.getByRole('button', { name: 'Today' }).click();
  await page.evaluate(() => document.querySelector('[role=treegrid]').scrollTo({ top: 0 }));
  await page.waitForTimeout(700);
  const bar = await page.evaluate(() => globalThis.firstBar());
  await page.evaluate(() => globalThis.watchDrag());
  await page.mouse.move(bar.x, bar.y);
  await page.mouse.down();
  for (let nth = 1; nth <= 40; nth += 1) {
    await page.mouse.move(bar.x + 6 + nth * 8, bar.y);
    await page.waitForTimeout(40);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return page.evaluate(() => globalThis.dragFigures());
}

/** Runs in the page before everything else. */
function watchScript() {
  globalThis.firstBar = () => {
    const edge = document.querySelector('[role=separator]').getBoundingClientRect().right;
    const boxes = [...document.querySelectorAll('[data-kind=work] [data-bar]')].map((bar) =>
      bar.getBoundingClientRect(),
    );
    const box = boxes.find(({ left, top, width }) => left > edge + 20 && top > 140 && width > 40);
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  globalThis.watchDrag = () => {
    const found = [];
    let [moved, began] = [0, 0];
    addEventListener('pointermove', (event) => (moved = event.timeStamp), true);
    const tick = () => {
      began = performance.now();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const status = document.querySelector('[role=treegrid] ~ [role=status]');
    new MutationObserver(() => {
      const step = { moved, began };
      const channel = new MessageChannel();
      // A message comes after the frame in which it was sent has been painted.
      channel.port1.onmessage = () =>
        found.push({ work: performance.now() - step.began, whole: performance.now() - step.moved });
      channel.port2.postMessage(null);
    }).observe(status, { childList: true, characterData: true, subtree: true });
    globalThis.dragFigures = () => {
      const median = (values) =>
        values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
      const tenth = (value) => Math.round(value * 10) / 10;
      return {
        steps: found.length,
        workMilliseconds: tenth(median(found.map(({ work }) => work))),
        pointerToPaintMilliseconds: tenth(median(found.map(({ whole }) => whole))),
      };
    };
  };
}

function report(figures) {
  const head = [
    'people',
    'first paint',
    'scroll',
    'direction',
    'frames',
    'CPU/frame',
    'slowest 5%',
  ];
  console.log(head.map((text) => text.padStart(12)).join(''));
  for (const [count, { firstPaintMilliseconds, drag, ...scrolls }] of Object.entries(figures)) {
    for (const [what, directions] of Object.entries(scrolls)) {
      for (const [direction, frames] of Object.entries(directions)) {
        const cells = [
          Number(count).toLocaleString('en'),
          `${firstPaintMilliseconds} ms`,
          what,
          direction,
          `${frames.framesPerSecond} f/s`,
          `${frames.cpuMillisecondsEach} ms`,
          `${frames.slowest5} ms`,
        ];
        console.log(cells.map((text) => text.padStart(12)).join(''));
      }
    }
    console.log(
      `${count} people: a step of a drag works ${drag.workMilliseconds} ms, painted after ` +
        `${drag.pointerToPaintMilliseconds} ms (${drag.steps} steps)`,
    );
  }
}
