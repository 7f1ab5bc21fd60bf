// What the benchmarks of the kit's gallery share: the gallery built and served, figures of frames.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

const folder = join(cacheFolder, 'gallery');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Builds the gallery and serves it on a free port; `watchScript` runs in the page before all else. */
export async function serveGallery(watchScript) {
  await buildGallery();
  return serve(watchScript);
}

/**
 * Adds what the page's own thread computed for each frame: on a busy machine frames wait for others,
 * this does not.
 */
export async function threadTime(page) {
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

/** Runs in the page: what frames, in milliseconds, come to. */
export function ganttFrames(frames) {
  const sorted = frames.toSorted((a, b) => a - b);
  const total = frames.reduce((sum, one) => sum + one, 0);
  return {
    count: frames.length,
    framesPerSecond: Math.round((frames.length * 10_000) / total) / 10,
    median: Math.round(sorted[Math.floor(sorted.length / 2)] * 10) / 10,
    slowest5: Math.round(sorted[Math.floor(sorted.length * 0.95)] * 10) / 10,
    dropped: frames.filter((one) => one > 25).length,
    // 60 a second, with the half millisecond by which the browser's own clock is off.
    slowPercent:
      Math.round((frames.filter((one) => one > 17.2).length * 1000) / frames.length) / 10,
  };
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

async function serve(watchScript) {
  const watch = `<script>globalThis.ganttFrames = ${ganttFrames};(${watchScript})()</script>`;
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
