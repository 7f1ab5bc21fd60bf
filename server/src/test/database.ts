import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseOn } from './database-address.ts';

export type TestDatabase = {
  /** As the owner, like the server's own `DATABASE_URL`. */
  readonly url: string;
  drop(): Promise<void>;
};

/** Copying refuses a template that another copy is reading at that moment. */
const templateInUse = '55006';
const attempts = 40;

/** A migrated database of this test file's own: empty of rows, or a copy of another template. */
export async function createTestDatabase(copyOf?: string): Promise<TestDatabase> {
  const { url, template } = inject('databaseServer');
  return createDatabase(url, `create database %name template ${copyOf ?? template}`);
}

/** A database without any table. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const { url } = inject('databaseServer');
  return createDatabase(url, `create database %name template template0 encoding 'UTF8'`);
}

async function createDatabase(serverUrl: string, statement: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => patiently(client, statement.replace('%name', name)));
  return {
    url: databaseOn(serverUrl, name),
    drop: () =>
      onServer(serverUrl, async (client) => {
        await client.query(`drop database ${name} with (force)`);
      }),
  };
}

async function patiently(client: pg.Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === templateInUse;
      if (!isBusy || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * Math.random() + 25));
    }
  }
}

/** Does work in a session of its own on the server's first database. */
export async function onServer<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
