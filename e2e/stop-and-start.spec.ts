import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { type ServerProcess, startServer, temporaryFolder } from '../tools/server-process.mjs';

const { folder, remove } = temporaryFolder('processes');
const servers: ServerProcess[] = [];

afterAll(async () => {
  for (const server of servers) await server.stop();
  remove();
});

const firm = {
  workspace: {
    name: 'Keel & Co',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    strategicShareTarget: 2000,
  },
  owner: { name: 'Ada Keel', email: 'ada@keel.example', password: 'a long and unusual phrase 7' },
};

it('finishes a request in flight when told to stop, then stops the database and ends well', async () => {
  const dataFolder = join(folder, 'data');
  const server = await startServer({ dataFolder });
  const body = JSON.stringify(firm);
  const inFlight = post(server, '/api/v1/setup', body.length);
  inFlight.write(body.slice(0, 20));
  await sleep(300);
  server.child.kill('SIGTERM');
  await sleep(300);
  expect(server.child.exitCode).toBeNull();
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  inFlight.end(body.slice(20));
  // The event's only argument is the response.
  const [response] = (await once(inFlight, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  // Long before the browser would let go of its connection by itself.
  await Promise.race([server.ended, sleep(10_000)]);
  expect(server.child.exitCode).toBe(0);
  expect(existsSync(join(dataFolder, 'database', '18', 'postmaster.pid'))).toBe(false);
});

it('runs as several processes on one PostgreSQL server, each knowing the sessions of the others', async () => {
  const url = await emptyDatabase();
  // At the same moment: one of them migrates, the other waits.
  const both = await Promise.all([startBeside(url), startBeside(url)]);
  servers.push(...both);
  const [one, other] = both;
  const setUp = await fetch(`${one.address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(firm),
  });
  expect(setUp.status).toBe(200);
  const cookie = setUp.headers.getSetCookie().map((line) => line.split(';')[0]);
  const session = await fetch(`${other.address}/api/v1/session`, {
    headers: { cookie: cookie.join('; ') },
  });
  expect(await session.json()).toMatchObject({
    user: { email: firm.owner.email },
    workspace: { name: firm.workspace.name },
  });
});

function startBeside(url: string): Promise<ServerProcess> {
  return startServer({ dataFolder: join(folder, 'unused'), environment: { DATABASE_URL: url } });
}

/** In the PostgreSQL that the app under test runs: any server will do. */
async function emptyDatabase(): Promise<string> {
  const host = encodeURIComponent(join(inject('appDataFolder'), 'run'));
  const client = new pg.Client(`postgresql://evenkeel@localhost:5432/postgres?host=${host}`);
  await client.connect();
  await client.query('create database beside template template0');
  await client.end();
  return `postgresql://evenkeel@localhost:5432/beside?host=${host}`;
}

function post(server: ServerProcess, path: string, length: number): ClientRequest {
  return request(`${server.address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': length,
      'sec-fetch-site': 'same-origin',
    },
  });
}
