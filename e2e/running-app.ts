import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../tools/browser.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app of this run answers. */
    appAddress: string;
    browserProgram: { executablePath: string; args: string[] };
  }
}

const root = join(import.meta.dirname, '..');
const startMilliseconds = 60_000;

/** Builds the app and starts it on an empty embedded database, as `npm start` does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserProgram', await findBrowser());
  build();
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-'));
  // As root the database runs under another account, which has to pass through here.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const server = start(port, join(folder, 'data'));
  await untilReady(server);
  project.provide('appAddress', `http://127.0.0.1:${port}`);
  return async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
}

function build(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], {
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('the app cannot be built');
}

function start(port: number, dataFolder: string): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', join(root, 'server/dist/main.js')], {
    env: {
      ...environment(),
      HOST: '127.0.0.1',
      PORT: String(port),
      EVENKEEL_DATA: dataFolder,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The app as people run it, not as a test of itself. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
  return rest;
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  const failed = (words: string) => new Error(`the app ${words}; it said:\n${said}`);
  await new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(failed('was not ready in time')), startMilliseconds).unref();
    server.on('exit', (code) => reject(failed(`ended with ${code}`)));
    server.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Evenkeel runs at')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
