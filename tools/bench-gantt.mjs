// The Gantt chart in a browser, over plans of 1,000, 10,000 and 50,000 linked tasks: time to first
// paint, frames while scrolling and zooming, time from a step of a drag to its painted consequences
// (the engine computes the whole network with each). No server, no data: the gallery's own page.
// `--json` ends with one line holding one JSON object; `--tasks 1000,10000` measures other sizes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { cacheFolder, root } from './paths.mjs';

ensureInstalled({ withDevelopment: true });
const folder = join(cacheFolder, 'gallery');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
await buildGallery();
const { chromium } = await import('playwright-core');
const server = await serve();
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  const figures = {};
  for (const count of sizes()) figures[count] = await measure(count);
  report(figures);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ tasks: figures }));
} finally {
  await browser.close();
  server.close();
}

function sizes() {
  const at = process.argv.indexOf('--tasks');
  return at < 0 ? [1_000, 10_000, 50_000] : process.argv[at + 1].split(',').map(Number);
}

async function measure(count) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const address = `http://127.0.0.1:${server.address().port}/gallery.html`;
  await page.goto(`${address}?part=gantt&bare=true&tasks=${count}`);
  await page.getByRole('treegrid').waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName('gantt first paint').length > 0);
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('gantt first paint')[0].duration,
  );
  await page.waitForTimeout(500);
  const time = await threadTime(page);
  const scrolling = await time(() => page.evaluate(scrollFrames));
  const zooming = await time(() => page.evaluate(zoomFrames));
  const drag = await dragSteps(page);
  await context.close();
  return { firstPaintMilliseconds: round(firstPaint), scrolling, zooming, drag };
}

/**
 * Adds what the page's own thread computed for each frame: on a busy machine frames wait for others,
 * this does not.
 */
async function threadTime(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return async (work) => {
    const before = await read();
    const { count, ...frames } = await work();
    const each = Math.round((((await read()) - before) * 10) / count) / 10;
    return { ...frames, cpuMillisecondsEach: each };
  };
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

async function buildGallery() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--mode', 'gallery', '--outDir', folder, '--emptyOutDir'];
  const child = spawn(process.execPath, [vite, ...options, '--logLevel', 'error'], {
    cwd: join(root, 'web'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The gallery cannot be built.');
}

async function serve() {
  const watch = `<script>(${watchScript})()</script>`;
  const made = createServer((request, response) => {
    const file = join(folder, new URL(request.url, 'http://localhost').pathname);
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return response.end(extname(file) === '.html' ? `${watch}${body}` : body);
  });
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  return made;
}

/** Runs in the page before everything else. */
function watchScript() {
  globalThis.ganttFrames = (frames) => {
    const sorted = frames.toSorted((a, b) => a - b);
    const total = frames.reduce((sum, one) => sum + one, 0);
    return {
      count: frames.length,
      framesPerSecond: Math.round((frames.length * 10_000) / total) / 10,
      median: Math.round(sorted[Math.floor(sorted.length / 2)] * 10) / 10,
      slowest5: Math.round(sorted[Math.floor(sorted.length * 0.95)] * 10) / 10,
      dropped: frames.filter((one) => one > 25).length,
    };
  };
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
    'CPU/frame',
    'zoom',
    'CPU/frame',
    'drag work',
    'to paint',
    'moved',
  ];
  console.log(head.map((text) => text.padStart(11)).join(''));
  for (const [count, { firstPaintMilliseconds, scrolling, zooming, drag }] of Object.entries(
    figures,
  )) {
    const cells = [
      Number(count).toLocaleString('en'),
      `${firstPaintMilliseconds} ms`,
      `${scrolling.framesPerSecond} f/s`,
      `${scrolling.cpuMillisecondsEach} ms`,
      `${zooming.framesPerSecond} f/s`,
      `${zooming.cpuMillisecondsEach} ms`,
      `${drag.workMilliseconds} ms`,
      `${drag.pointerToPaintMilliseconds} ms`,
      drag.tasksMoved.toLocaleString('en'),
    ];
    console.log(cells.map((text) => text.padStart(11)).join(''));
  }
}
