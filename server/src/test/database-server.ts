import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../platform/db/embedded/launcher.ts';
import { migrateToLatest } from '../platform/db/migrate.ts';
import { databaseOn, sampleTemplateOf } from './database-address.ts';
import { temporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The PostgreSQL server of this run, and its migrated database to copy from. */
    databaseServer: { url: string; template: string };
  }
}

/**
 * The PostgreSQL all test files of the server share: `TEST_DATABASE_URL`, else one of our own in a
 * temporary folder. Nothing in it outlives the run, so it need not wait for the disk. One database
 * is migrated; each test file works in a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env.TEST_DATABASE_URL);
  const template = `evenkeel_template_${process.pid}`;
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.close();
    throw error;
  }
  project.provide('databaseServer', { url: server.url, template });
  return async () => {
    for (const name of [sampleTemplateOf(template), template]) {
      await onServer(server.url, `drop database if exists ${name} with (force)`);
    }
    await server.close();
  };
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await onServer(url, `drop database if exists ${template}`);
  await onServer(url, `create database ${template} template template0 encoding 'UTF8'`);
  await migrateToLatest(databaseOn(url, template));
}

async function openServer(
  given: string | undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  if (given) return { url: given, close: async () => {} };
  const dataFolder = temporaryFolder('test');
  const database = await startCluster({
    dataFolder,
    postgresBinFolder: process.env.PG_BIN_DIR || null,
    durable: false,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    say: (line) => console.error(line),
  });
  const close = async () => {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { url: database.url, close };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
