// The Gantt chart in a browser, over 1,000, 10,000 and 50,000 linked tasks: time to first paint,
// frames while scrolling and zooming, time from a step of a drag to its painted consequences (the
// engine computes what the edit reaches with each). Twice: the plan of one project, and the schedule
// of all work, projects of fifty tasks that wait for each other, unfolded, by the code that the page
// *Schedule* keeps it with. No server, no data: the gallery's own pages.
// `--json` ends with one line holding one JSON object; `--tasks 1000,10000` measures other sizes,
// `--chart project` or `--chart portfolio` one of the two.
import { findBrowser } from './browser.mjs';
import { serveGallery, threadTime } from './gallery-bench.mjs';
import { ensureInstalled } from './install.mjs';

/** The gallery's page of each chart. */
const parts = { project: 'gantt', portfolio: 'portfolio' };

ensureInstalled({ withDevelopment: true });
const { chromium } = await import('playwright-core');
const server = await serveGallery(watchScript);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  const figures = {};
  const reckoning = await reckon();
  for (const chart of charts()) {
    figures[chart] = {};
    for (const count of sizes()) figures[chart][count] = await measure(count, parts[chart]);
    console.log(chart === 'project' ? 'The plan of one project' : 'The schedule of all work');
    report(figures[chart]);
  }
  console.log(`A reckoning of 25 million steps takes ${reckoning} ms of CPU here, 8 ms at 3 GHz.`);
  if (process.argv.includes('--json')) {
    console.log(
      JSON.stringify({ tasks: figures.project ?? {}, portfolio: figures.portfolio ?? {} }),
    );
  }
} finally {
  await browser.close();
  server.close();
}

/**
 * How fast the machine is while it measures: five million products, each waiting for the one before,
 * which is five steps of the processor's clock each.
 */
async function reckon() {
  const page = await browser.newPage();
  const time = await threadTime(page);
  const found = [];
  for (let nth = 0; nth < 5; nth += 1) {
    const { cpuMillisecondsEach } = await time(() =>
      page.evaluate(() => {
        let product = 1;
        for (let step = 0; step < 5_000_000; step += 1) {
          product = (Math.imul(product, 1_664_525) + 1_013_904_223) | 0;
        }
        return { count: 1, product };
      }),
    );
    found.push(cpuMillisecondsEach);
  }
  await page.close();
  return found.toSorted((a, b) => a - b)[2];
}

function charts() {
  const at = process.argv.indexOf('--chart');
  return at < 0 ? Object.keys(parts) : [process.argv[at + 1]];
}

function sizes() {
  const at = process.argv.indexOf('--tasks');
  return at < 0 ? [1_000, 10_000, 50_000] : process.argv[at + 1].split(',').map(Number);
}

async function measure(count, part) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const address = `http://127.0.0.1:${server.address().port}/gallery.html`;
  await page.goto(`${address}?part=${part}&bare=true&tasks=${count}`);
  await page.getByRole('treegrid').waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName('gantt first paint').length > 0);
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('gantt first paint')[0].duration,
  );
  await page.waitForTimeout(500);
  const time = await threadTime(page);
  const pass = async () => ({
    scrolling: await time(() => page.evaluate(scrollFrames)),
    zooming: await time(() => page.evaluate(zoomFrames)),
  });
  // The first pass compiles the code that the second runs: both are told.
  const first = await pass();
  const { scrolling, zooming } = await pass();
  const drag = await dragSteps(page);
  await context.close();
  return { firstPaintMilliseconds: round(firstPaint), first, scrolling, zooming, drag };
}

/** Runs in the page: three rows further with every frame, down and up, then a page's width sideways. */
async function scrollFrames() {
  const frame = document.querySelector('[role=treegrid]');
  frame.scrollTo(0, 0);
  const frames = [];
  const step = async (count, move) => {
    let before = await new Promise(requestAnimationFrame);
    for (let nth = 0; nth < count; nth += 1) {
      move();
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - before);
      before = now;
    }
  };
  await step(150, () => frame.scrollBy(0, 102));
  await step(60, () => frame.scrollBy(0, -240));
  await step(90, () => frame.scrollBy(40, 0));
  return globalThis.ganttFrames(frames);
}

/** Runs in the page: from days to years and back, one notch of the wheel with every frame. */
async function zoomFrames() {
  const frame = document.querySelector('[role=treegrid]');
  const { left, top, width } = frame.getBoundingClientRect();
  const place = { clientX: left + width * 0.75, clientY: top + 200 };
  const frames = [];
  let before = await new Promise(requestAnimationFrame);
  for (let nth = 0; nth < 180; nth += 1) {
    const deltaY = nth % 120 < 60 ? 24 : -24;
    frame.dispatchEvent(
      new WheelEvent('wheel', { ...place, deltaY, ctrlKey: true, bubbles: true, cancelable: true }),
    );
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  return globalThis.ganttFrames(frames);
}

/** A real pointer takes the first bar that others wait for and carries it on, day by day. */
async function dragSteps(page) {
  await page.getByRole('button', { name: 'Today' }).click();
  await page.evaluate(() => document.querySelector('[role=treegrid]').scrollTo(0, 0));
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.evaluate(() => globalThis.watchDrag());
  const bar = await page.evaluate(() => globalThis.firstBar());
  await page.mouse.move(bar.x, bar.y);
  await page.mouse.down();
  for (let nth = 1; nth <= 40; nth += 1) {
    await page.mouse.move(bar.x + 6 + nth * 7, bar.y);
    await page.waitForTimeout(40);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return page.evaluate(() => globalThis.dragFigures());
}

/** Runs in the page before everything else. */
function watchScript() {
  globalThis.firstBar = () => {
    const bars = [...document.querySelectorAll('[data-part=whole]')];
    const boxes = bars.map((bar) => bar.getBoundingClientRect());
    const tree = document.querySelector('[role=separator]').getBoundingClientRect().right;
    const { left, top, width, height } = boxes.find((box) => box.left > tree + 4);
    return { x: left + Math.min(width / 2, 6), y: top + height / 2 };
  };
  globalThis.watchDrag = () => {
    const found = [];
    const others = [];
    let [moved, began] = [0, 0];
    addEventListener('pointermove', (event) => (moved = event.timeStamp), true);
    const tick = () => {
      began = performance.now();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const status = document.querySelector(
      '[role=status]:not(:empty), [role=treegrid] ~ [role=status]',
    );
    new MutationObserver(() => {
      const step = { moved, began };
      const text = status.children[1]?.textContent;
      const channel = new MessageChannel();
      // A message comes after the frame in which it was sent has been painted.
      channel.port1.onmessage = () => {
        found.push({ work: performance.now() - step.began, whole: performance.now() - step.moved });
        others.push(Number(/(\d+) other/.exec(text ?? '')?.[1] ?? 0));
      };
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
        tasksMoved: Math.max(0, ...others),
      };
    };
  };
}

function round(value) {
  return Math.round(value);
}

function report(figures) {
  const head = [
    'tasks',
    'first paint',
    'scroll',
    'late',
    'CPU/frame',
    'first pass',
    'zoom',
    'late',
    'CPU/frame',
    'first pass',
    'drag work',
    'to paint',
    'moved',
  ];
  console.log(head.map((text) => text.padStart(12)).join(''));
  for (const [count, { firstPaintMilliseconds, first, scrolling, zooming, drag }] of Object.entries(
    figures,
  )) {
    const cells = [
      Number(count).toLocaleString('en'),
      `${firstPaintMilliseconds} ms`,
      `${scrolling.framesPerSecond} f/s`,
      `${scrolling.slowPercent} %`,
      `${scrolling.cpuMillisecondsEach} ms`,
      `${first.scrolling.cpuMillisecondsEach} ms`,
      `${zooming.framesPerSecond} f/s`,
      `${zooming.slowPercent} %`,
      `${zooming.cpuMillisecondsEach} ms`,
      `${first.zooming.cpuMillisecondsEach} ms`,
      `${drag.workMilliseconds} ms`,
      `${drag.pointerToPaintMilliseconds} ms`,
      drag.tasksMoved.toLocaleString('en'),
    ];
    console.log(cells.map((text) => text.padStart(12)).join(''));
  }
}
