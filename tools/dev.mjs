import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './paths.mjs';

/** Serves the web app with changes shown at once, and starts the server again after each change. */
requireNode();
ensureInstalled({ withDevelopment: true });
const { forgetBuild, serverBundle } = await import('./build.mjs');
const { createServer } = await import('vite');
const { watch } = await import('rolldown');

const web = await createServer({
  root: join(root, 'web'),
  configFile: join(root, 'web/vite.config.ts'),
});
await web.listen();
const [address] = web.resolvedUrls?.local ?? [];

let server = null;
let restarting = Promise.resolve();
forgetBuild('server');
const watcher = watch(serverBundle());
watcher.on('event', async (event) => {
  if (event.code === 'ERROR') console.error(event.error.message);
  if (event.code === 'BUNDLE_END') restarting = restarting.then(restart);
  if ('result' in event) await event.result.close();
});
console.log(`The web app with its changes is at ${address}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

async function restart() {
  await stopServer();
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'server/dist/main.js')], {
    // Links in mails lead to the web app as it is being worked on.
    env: { EVENKEEL_URL: address, ...process.env },
    // Its own group: Ctrl-C reaches it once, through us.
    detached: true,
    stdio: 'inherit',
  });
}

async function stopServer() {
  if (server === null || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

async function stop() {
  await restarting;
  await stopServer();
  await watcher.close();
  await web.close();
  process.exit(0);
}
