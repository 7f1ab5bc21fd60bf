import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { identity } from './account.ts';
import { prepareHome } from './home.ts';
import { ensureCluster } from './initdb.ts';
import { type EmbeddedDatabase, runningEmbedded, startCluster } from './launcher.ts';
import { startPostmaster } from './postmaster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { findPrograms } from './programs.ts';

/** Real processes on one real cluster, each test leaving it stopped. */
describe('the embedded database', () => {
  let dataFolder: string;
  const said: string[] = [];
  const started: EmbeddedDatabase[] = [];

  beforeAll(() => {
    dataFolder = join(temporaryFolder('launcher'), 'data');
  });
  afterEach(async () => {
    for (const database of started.splice(0)) await database.stop();
  });
  afterAll(() => rmSync(join(dataFolder, '..'), { recursive: true, force: true }));

  async function start(): Promise<EmbeddedDatabase> {
    const database = await startCluster({
      dataFolder,
      postgresBinFolder: null,
      durable: false,
      settings: {},
      say: (line) => said.push(line),
    });
    started.push(database);
    return database;
  }

  const clusterFolder = () => join(dataFolder, 'database', '18');

  it('is made on the first start: UTF-8, built-in C.UTF-8 sorting, ICU to choose, fsync on', async () => {
    const { url } = await start();
    expect(
      await rows(
        url,
        `select current_database() as name, current_user as role, encoding, datlocprovider as provider,
           (select count(*) > 0 from pg_collation where collname = 'und-x-icu') as icu,
           current_setting('fsync') as fsync, current_setting('data_checksums') as checksums
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([
      {
        name: 'evenkeel',
        role: 'evenkeel',
        encoding: 6,
        provider: 'b',
        icu: true,
        fsync: 'on',
        checksums: 'on',
      },
    ]);
  });

  it('listens on a private socket only, never on the network', async () => {
    const { url } = await start();
    expect(await rows(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(join(dataFolder, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataFolder, 'database')).mode & 0o777).toBe(0o700);
  });

  it('keeps what was written over a stop and a start', async () => {
    const first = await start();
    await rows(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    started.splice(0);
    expect(existsSync(join(clusterFolder(), 'postmaster.pid'))).toBe(false);
    const { url } = await start();
    expect(await rows(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('refuses a second Evenkeel on the same data folder and leaves the first alone', async () => {
    const { url } = await start();
    await expect(start()).rejects.toThrow(
      new RegExp(`Another Evenkeel \\(process ${process.pid}\\) runs on the data folder`),
    );
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is found by another program while it runs, and only then', async () => {
    expect(await runningEmbedded({ dataFolder })).toBeNull();
    const { url } = await start();
    expect(await runningEmbedded({ dataFolder })).toBe(url);
  });

  it('is started again after kill -9, with everything that was committed', async () => {
    const { url } = await start();
    await rows(url, 'create table survivor as select 7 as answer');
    await killPostmaster();
    expect(await untilAnswer(url, 'select answer from survivor')).toEqual([{ answer: 7 }]);
    expect(said.join('\n')).toContain('ended with signal SIGKILL and is started again');
  });

  it('takes over the database of an Evenkeel that was killed', async () => {
    const home = prepareHome(dataFolder);
    const programs = await findPrograms(null, home);
    const cluster = await ensureCluster(home, programs, false);
    const orphan = await startPostmaster({ home, programs, cluster, settings: {} });
    const { url } = await start();
    expect(await orphan.ended).toBe('code 0');
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts when postmaster.pid names a program that is not PostgreSQL', async () => {
    const { stop } = await start();
    const file = readFileSync(join(clusterFolder(), 'postmaster.pid'), 'utf8');
    await stop();
    started.splice(0);
    const stranger = spawn('/bin/sleep', ['60'], {
      stdio: 'ignore',
      ...identity(prepareHome(dataFolder).account),
    });
    const lines = [String(stranger.pid), ...file.split('\n').slice(1)];
    writeFileSync(join(clusterFolder(), 'postmaster.pid'), lines.join('\n'));
    const { url } = await start();
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  async function killPostmaster(): Promise<void> {
    const pid = readPostmasterFile(clusterFolder())?.pid;
    if (pid === undefined) throw new Error('no database runs');
    process.kill(pid, 'SIGKILL');
    await sleep(200);
  }
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function untilAnswer(url: string, sql: string): Promise<unknown[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rows(url, sql);
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
}
