import pg from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase } from './database.ts';

it('gives each caller a migrated database of its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.url).not.toBe(other.url);
  for (const { url, drop } of [one, other]) {
    const client = new pg.Client(url);
    await client.connect();
    const found = await client.query(`select to_regclass('kysely_migration') is not null as ready`);
    expect(found.rows).toEqual([{ ready: true }]);
    await client.end();
    await drop();
  }
});
