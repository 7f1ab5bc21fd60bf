import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { root } from './paths.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

/**
 * Kills the server and the database with signal 9 in the middle of writes, again and again, and
 * counts the writes that were acknowledged and are not there afterwards. There must be none, and
 * every row must have its change record, which is written in the same transaction.
 * `--short`: two rounds instead of ten. `--json`: the last line is one JSON object.
 */
const rounds = process.argv.includes('--short') ? 2 : 10;
const writers = 8;
const shortestMilliseconds = 300;
const spreadMilliseconds = 1200;
const requestMilliseconds = 15_000;
const recoveryMilliseconds = 60_000;

await ensureBuilt({ only: 'server' });
const place = temporaryFolder('durability');
const dataFolder = join(place.folder, 'data');
const state = {
  server: await startServer({ dataFolder }),
  cookie: '',
  acknowledged: new Map(),
  unanswered: 0,
  sent: 0,
  recoveries: { server: [], database: [] },
};
let figures;
try {
  await setUp();
  for (let round = 1; round <= rounds; round += 1) {
    await killDuringWrites('server', killServer);
    await killDuringWrites('database', killDatabase);
    console.log(`round ${round} of ${rounds}: ${state.acknowledged.size} writes acknowledged`);
  }
  figures = await count();
} finally {
  await state.server.stop();
  place.remove();
}
report(figures);
process.exit(figures.lost + figures.withoutChange === 0 ? 0 : 1);

async function setUp() {
  const response = await fetch(`${state.server.address}/api/v1/setup`, {
    method: 'POST',
    headers: headers(),
    body: JSON.stringify({
      workspace: {
        name: 'Durability',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        strategicShareTarget: 2000,
      },
      owner: {
        name: 'Ada Keel',
        email: 'ada@keel.example',
        password: 'a long and unusual phrase 7',
      },
    }),
  });
  if (!response.ok) throw new Error(`setting up failed: ${await response.text()}`);
  state.cookie = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Writers write all the time; in the middle something is killed, and they go on when it is back. */
async function killDuringWrites(kind, kill) {
  const writing = { goesOn: true };
  const all = Array.from({ length: writers }, () => writeUntilStopped(writing));
  await sleep(shortestMilliseconds + Math.random() * spreadMilliseconds);
  const killedAt = Date.now();
  await kill();
  await untilWritable(kind, killedAt + recoveryMilliseconds);
  state.recoveries[kind].push(Date.now() - killedAt);
  await sleep(shortestMilliseconds);
  writing.goesOn = false;
  await Promise.all(all);
}

async function untilWritable(kind, limit) {
  while (!(await canWrite())) {
    if (Date.now() > limit) throw new Error(`no write goes through after the ${kind} was killed`);
    await sleep(20);
  }
}

async function writeUntilStopped(writing) {
  while (writing.goesOn) if (!(await canWrite())) await sleep(20);
}

async function canWrite() {
  state.sent += 1;
  const name = `Account ${state.sent}`;
  try {
    const response = await fetch(`${state.server.address}/api/v1/accounts`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ name }),
      signal: AbortSignal.timeout(requestMilliseconds),
    });
    const answer = await response.json();
    if (!response.ok) return refused(response.status, answer);
    state.acknowledged.set(answer.id, name);
    return true;
  } catch {
    // The connection broke: nobody said whether it was written, so nothing was promised.
    state.unanswered += 1;
    return false;
  }
}

/** While the database is away the server says so; any other refusal is a mistake in this script. */
function refused(status, answer) {
  if (status < 500) throw new Error(`writing was refused: ${JSON.stringify(answer)}`);
  state.unanswered += 1;
  return false;
}

async function killServer() {
  const { port, child, ended } = state.server;
  child.kill('SIGKILL');
  await ended;
  state.server = await startServer({ dataFolder, port });
}

/** The server starts it again by itself. */
async function killDatabase() {
  const clusters = join(dataFolder, 'database');
  const [major] = readdirSync(clusters).filter((name) => /^\d+$/.test(name));
  const file = readFileSync(join(clusters, major, 'postmaster.pid'), 'utf8');
  process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

/** Straight from the tables, past everything the server might keep in memory. */
async function count() {
  const pg = createRequire(join(root, 'server/package.json'))('pg');
  const host = encodeURIComponent(join(dataFolder, 'run'));
  const client = new pg.Client(`postgresql://evenkeel@localhost:5432/evenkeel?host=${host}`);
  await client.connect();
  await client.query(`set evenkeel.maintenance = 'on'`);
  const { rows } = await client.query(
    `select a.id, count(c.id)::int as changes from account a
     left join change c on c.workspace_id = a.workspace_id and c.subject = 'account'
       and c.subject_id = a.id and c.action = 'create'
     group by a.id`,
  );
  await client.end();
  const found = new Set(rows.map((row) => row.id));
  return {
    kills: rounds * 2,
    acknowledged: state.acknowledged.size,
    lost: [...state.acknowledged.keys()].filter((id) => !found.has(id)).length,
    unanswered: state.unanswered,
    unansweredButWritten: rows.length - state.acknowledged.size,
    withoutChange: rows.filter((row) => row.changes !== 1).length,
    serverBackMilliseconds: worst(state.recoveries.server),
    databaseBackMilliseconds: worst(state.recoveries.database),
  };
}

function report(found) {
  console.log(
    `${found.kills} kills during writes: ${found.acknowledged} writes acknowledged, ` +
      `${found.lost} of them lost, ${found.withoutChange} rows without their change record`,
  );
  console.log(
    `back after at most ${found.serverBackMilliseconds} ms (server killed) and ` +
      `${found.databaseBackMilliseconds} ms (database killed)`,
  );
  if (process.argv.includes('--json')) console.log(JSON.stringify(found));
}

function worst(milliseconds) {
  return Math.max(...milliseconds);
}

function headers() {
  return {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    ...(state.cookie ? { cookie: state.cookie } : {}),
  };
}
