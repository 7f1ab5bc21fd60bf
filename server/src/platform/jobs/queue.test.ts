import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { enqueue } from '../db/enqueue.ts';
import { type JobWorker, startJobs } from './worker.ts';

let database: TestDatabase;
let kysely: Kysely<unknown>;
const workers: JobWorker[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
});

afterAll(async () => {
  for (const worker of workers) await worker.close();
  await kysely.destroy();
  await database.drop();
});

/** Works on one kind of job; `close` it before another test's worker could take its place. */
async function workOn(name: string, work: (payload: unknown) => Promise<void>): Promise<JobWorker> {
  const log = { info: () => undefined, error: () => undefined };
  const asked = [{ name, work }];
  const worker = await startJobs({ directUrl: database.url, timed: [], asked, log });
  workers.push(worker);
  return worker;
}

const job = (name: string, payload: object = {}) => ({ name, payload, maxAttempts: 3 });

test('a job exists exactly when the transaction that queued it was committed', async () => {
  const done: unknown[] = [];
  await workOn('note', async (payload) => void done.push(payload));
  await kysely
    .transaction()
    .execute(async (tx) => {
      await enqueue(tx, job('note', { is: 'rolled back' }));
      throw new Error('given up');
    })
    .catch(() => undefined);
  await kysely.transaction().execute((tx) => enqueue(tx, job('note', { is: 'committed' })));
  await expect.poll(() => done).toEqual([{ is: 'committed' }]);
});

test('a job that was queued while no worker ran is done by the next one', async () => {
  await enqueue(kysely, job('wait', { for: 'a worker' }));
  const done: unknown[] = [];
  await workOn('wait', async (payload) => void done.push(payload));
  await expect.poll(() => done).toEqual([{ for: 'a worker' }]);
});

test('a job that fails is tried again, later', async () => {
  let tries = 0;
  await workOn('fail', async () => {
    tries += 1;
    if (tries === 1) throw new Error('421 later');
  });
  await enqueue(kysely, job('fail'));
  await expect.poll(() => tries).toBe(1);
  await sleep(100);
  expect(tries).toBe(1);
  await expect.poll(() => tries, { timeout: 8_000 }).toBe(2);
});

test('the roles of the server can queue, and neither read nor change the queue', async () => {
  for (const role of ['evenkeel_app', 'evenkeel_identity'])
    await kysely.transaction().execute(async (tx) => {
      await sql.raw(`set local role ${role}`).execute(tx);
      await enqueue(tx, job('nobody'));
      await sql.raw('savepoint before').execute(tx);
      for (const forbidden of [
        'select * from graphile_worker.jobs',
        'select * from graphile_worker._private_jobs',
        'delete from graphile_worker._private_jobs',
        `select graphile_worker.add_job('empty_trash')`,
      ]) {
        await expect(sql.raw(forbidden).execute(tx), forbidden).rejects.toThrow(
          /permission denied/,
        );
        await sql.raw('rollback to savepoint before').execute(tx);
      }
    });
});
