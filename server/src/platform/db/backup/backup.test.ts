import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createBareDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../../../test/database.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { ensureQueueTables } from '../../jobs/queue-tables.ts';
import { migrateToLatest } from '../migrate.ts';
import {
  asOwner,
  composed,
  contentOf,
  difficultNames,
  fillSource,
  protectionOf,
} from './backup.fixture.ts';
import { firstLine } from './format.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = temporaryFolder('backup');
const databases: TestDatabase[] = [];
const original = join(folder, 'original.backup');
let source: TestDatabase;

beforeAll(async () => {
  source = await filledDatabase();
  await writeBackup({ url: source.url, path: original, onTable: () => {} });
});

afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup and its restore', () => {
  it('give back every row and every sequence, also of the change record', async () => {
    const target = await keep(createBareDatabase());
    const summary = await restore(target.url, original);
    expect(await contentOf(target.url)).toEqual(await contentOf(source.url));
    expect(summary.rows).toBeGreaterThan(difficultNames.length);
  });

  it('leave triggers, foreign keys and row-level security as the migrations made them', async () => {
    const target = await keep(createBareDatabase());
    await restore(target.url, original);
    const fresh = await keep(createTestDatabase());
    await ensureQueueTables(fresh.url);
    expect(await protectionOf(target.url)).toEqual(await protectionOf(fresh.url));
  });

  it('bring a database whose numbers go on where they stopped', async () => {
    const target = await keep(createBareDatabase());
    await restore(target.url, original);
    const next = await asOwner(target.url, async (client) => {
      await client.query(`insert into team (workspace_id, id, name)
        select id, gen_random_uuid(), 'after the restore' from workspace limit 1`);
      const { rows } = await client.query<{ fresh: boolean }>(
        'select count(distinct id) = count(*) as fresh from change',
      );
      return rows;
    });
    expect(next).toEqual([{ fresh: true }]);
    await expect(migrateToLatest(target.url)).resolves.toBeUndefined();
  });

  it('hold one moment: rows written meanwhile are not in it', async () => {
    const busy = await filledDatabase();
    const before = await contentOf(busy.url);
    const path = join(folder, 'busy.backup');
    let added = false;
    const addRow = async () => {
      added = true;
      await asOwner(busy.url, (client) =>
        client.query(`insert into team (workspace_id, id, name)
          select id, gen_random_uuid(), 'late' from workspace limit 1`),
      );
    };
    let adding = Promise.resolve();
    await writeBackup({
      url: busy.url,
      path,
      onTable: () => {
        if (!added) adding = addRow();
      },
    });
    await adding;
    const target = await keep(createBareDatabase());
    await restore(target.url, path);
    expect((await contentOf(target.url)).rows).toEqual(before.rows);
  });

  it('work for an owner who is no superuser and is held by row-level security', async () => {
    const plain = await plainOwnerDatabase();
    await restore(plain, original);
    expect(await contentOf(plain)).toEqual(await contentOf(source.url));
    const again = join(folder, 'plain.backup');
    await writeBackup({ url: plain, path: again, onTable: () => {} });
    const target = await keep(createBareDatabase());
    await restore(target.url, again);
    expect(await contentOf(target.url)).toEqual(await contentOf(source.url));
  });

  it('replace what a database holds only when told to', async () => {
    const target = await keep(createTestDatabase());
    await asOwner(target.url, (client) =>
      client.query(`insert into workspace (id, name, currency, time_zone)
        values (gen_random_uuid(), 'Somebody else', 'USD', 'UTC')`),
    );
    const before = await contentOf(target.url);
    await expect(restore(target.url, original)).rejects.toThrow(/already holds data.*--replace/);
    expect(await contentOf(target.url)).toEqual(before);
    await restore(target.url, original, true);
    expect(await contentOf(target.url)).toEqual(await contentOf(source.url));
  });

  it('are refused while a server works on the database', async () => {
    const target = await keep(createTestDatabase());
    const server = new pg.Client({ connectionString: target.url, application_name: 'evenkeel' });
    await server.connect();
    await expect(restore(target.url, original, true)).rejects.toThrow(/Stop it before restoring/);
    await server.end();
  });

  it('leave a file only its owner reads, and none at all when they fail', async () => {
    expect(statSync(original).mode & 0o777).toBe(0o600);
    const empty = await keep(createBareDatabase());
    const path = join(folder, 'never.backup');
    await expect(writeBackup({ url: empty.url, path, onTable: () => {} })).rejects.toThrow(
      /holds no data of Evenkeel/,
    );
    expect(existsSync(path) || existsSync(`${path}.unfinished`)).toBe(false);
  });
});

describe('a file that cannot be trusted changes nothing', () => {
  let target: TestDatabase;
  let before: unknown;

  beforeAll(async () => {
    target = await filledDatabase();
    before = await contentOf(target.url);
  });

  async function expectRefused(bytes: Uint8Array, words: RegExp): Promise<void> {
    const path = join(folder, 'suspect.backup');
    writeFileSync(path, bytes);
    await expect(restore(target.url, path, true)).rejects.toThrow(words);
    expect(await contentOf(target.url)).toEqual(before);
  }

  it('with one damaged byte, wherever it is', async () => {
    const { length } = readFileSync(original);
    const places = [0, 9, firstLine.length - 1, firstLine.length, firstLine.length + 4];
    places.push(
      Math.floor(length / 3),
      Math.floor(length / 2),
      length - 33,
      length - 32,
      length - 1,
    );
    for (const place of places) {
      const bytes = readFileSync(original);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 0x01, place);
      await expectRefused(bytes, /damaged|is not a backup|newer/);
    }
  });

  it('when it is cut short', async () => {
    const bytes = readFileSync(original);
    for (const kept of [0, 5, firstLine.length, firstLine.length + 20, bytes.length - 1]) {
      await expectRefused(bytes.subarray(0, kept), /damaged|is not a backup/);
    }
  });

  it('when it is of another program', async () => {
    await expectRefused(gzipSync('create table x ();'), /is not a backup made by Evenkeel/);
    await expectRefused(Buffer.from('PGDMP\u0001\u0010'), /is not a backup made by Evenkeel/);
  });

  it('when a newer Evenkeel made it', async () => {
    const later = Buffer.from(`Evenkeel backup 2\n${'x'.repeat(100)}`);
    await expectRefused(later, /made by a newer Evenkeel/);
    await expectRefused(
      composed({ migrations: ['0001-foundation', '9999-flight'] }),
      /newer Evenkeel/,
    );
  });

  it('when its sums are right and its rows are not', async () => {
    await expectRefused(composed({ rows: 'not-a-uuid\n' }), /uuid/);
    await expectRefused(composed({ close: { tables: 5, rows: 0 } }), /damaged/);
    await expectRefused(composed({ countedRows: 3 }), /damaged/);
  });
});

function restore(url: string, path: string, replace = false) {
  return restoreBackup({ url, path, replace, onTable: () => {} });
}

async function keep(made: Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await made;
  databases.push(database);
  return database;
}

async function filledDatabase(): Promise<TestDatabase> {
  const database = await keep(createTestDatabase());
  await ensureQueueTables(database.url);
  await asOwner(database.url, fillSource);
  return database;
}

/** A database as a hosting provider gives it: its owner may create in it and no more. */
async function plainOwnerDatabase(): Promise<string> {
  const database = await keep(createBareDatabase());
  const name = new URL(database.url).pathname.slice(1);
  await asOwner(database.url, async (client) => {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'plain_owner') then
        create role plain_owner login password 'plain' nosuperuser nobypassrls;
      end if;
    end $$`);
    await client.query(
      'grant evenkeel_app, evenkeel_client, evenkeel_identity, evenkeel_search to plain_owner with admin option',
    );
    await client.query(`alter database ${name} owner to plain_owner`);
  });
  const url = new URL(database.url);
  url.username = 'plain_owner';
  url.password = 'plain';
  return url.href;
}
