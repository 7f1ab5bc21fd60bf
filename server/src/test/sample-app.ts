import { sample } from '@evenkeel/contract/sample';
import pg from 'pg';
import { inject } from 'vitest';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { type Client, clientOf, startTestApp, type TestApp } from './app.ts';
import { createTestDatabase, onServer } from './database.ts';
import { databaseOn, sampleTemplateOf } from './database-address.ts';
import { createMember, createWorkspace, type TestMember } from './factories.ts';

/** The lock that lets one test file load the sample firm while the others wait for it. */
const loading = 7_310_001;

/**
 * The real server on a database of its own that holds the sample firm, with the owner who loaded it.
 * The firm is loaded once for all test files of a run; each works in a copy.
 */
export async function startSampleApp(): Promise<TestApp & { readonly owner: Client }> {
  const { url, template } = inject('databaseServer');
  const member = await onServer(url, (client) => ensureSample(client, url, template));
  const app = await startTestApp({}, await createTestDatabase(sampleTemplateOf(template)));
  return { ...app, owner: clientOf(app.app, member) };
}

/** The owner's member and token stand as a comment on the database that holds their firm. */
async function ensureSample(client: pg.Client, url: string, template: string): Promise<TestMember> {
  await client.query('select pg_advisory_lock($1)', [loading]);
  const name = sampleTemplateOf(template);
  const { rows } = await client.query<{ said: string | null }>(
    `select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`,
    [name],
  );
  const said = rows[0]?.said;
  // Written below.
  if (said) return JSON.parse(said) as TestMember;
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template ${template}`);
  const owner = await loadSample(databaseOn(url, name));
  await client.query(`comment on database ${name} is ${pg.escapeLiteral(JSON.stringify(owner))}`);
  return owner;
}

async function loadSample(databaseUrl: string): Promise<TestMember> {
  const config = readConfig({ LOG_LEVEL: 'error', EVENKEEL_POOL_SIZE: '4' });
  const app = await createApp({ config, databaseUrl, directUrl: databaseUrl });
  const owner = await createMember(databaseUrl, await createWorkspace(databaseUrl), 'owner');
  await clientOf(app, owner).call(sample.load);
  await app.close();
  return owner;
}
