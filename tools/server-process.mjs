import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

const startMilliseconds = 120_000;

/**
 * Starts the built server on an embedded database, as `npm start` does; settles when it answers.
 * @param {{ dataFolder: string, port?: number, environment?: Record<string, string> }} options
 */
export async function startServer({ dataFolder, port, environment = {} }) {
  const chosenPort = port ?? (await freePort());
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'server/dist/main.js')],
    {
      env: {
        ...ownEnvironment(),
        HOST: '127.0.0.1',
        PORT: String(chosenPort),
        EVENKEEL_DATA: dataFolder,
        LOG_LEVEL: 'error',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  await untilReady(child);
  return {
    address: `http://127.0.0.1:${chosenPort}`,
    port: chosenPort,
    child,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A new folder to start a server in. As root the database's account has to pass through it. */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `evenkeel-${purpose}-`));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The app as people run it: not as part of a test, and not on the database of whoever runs this. */
function ownEnvironment() {
  const {
    NODE_ENV: _,
    VITEST: __,
    DATABASE_URL: ___,
    DATABASE_DIRECT_URL: ____,
    EVENKEEL_URL: _____,
    ...rest
  } = process.env;
  return rest;
}

async function untilReady(child) {
  let said = '';
  const failed = (words) => new Error(`The server ${words}. It said:\n${said}`);
  await new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(failed('was not ready in time')), startMilliseconds);
    child.on('exit', (code) => reject(failed(`ended with ${code}`)));
    child.stdout.on('data', (piece) => {
      said += piece.toString();
      if (!said.includes('Evenkeel runs at')) return;
      clearTimeout(limit);
      resolve();
    });
  });
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
