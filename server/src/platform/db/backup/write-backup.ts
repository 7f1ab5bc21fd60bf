import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '../../start-error.ts';
import { listMigrations, listSequences, listTables, quoted, quotedColumns } from './catalogue.ts';
import {
  type BackupSummary,
  countRows,
  firstLine,
  frame,
  frameKinds,
  jsonFrame,
  type TableEnd,
  type TableStart,
} from './format.ts';

export type BackupOptions = {
  /** As the owner of the tables. */
  readonly url: string;
  readonly path: string;
  readonly onTable: (table: TableStart, position: string) => void;
};

/**
 * Writes every row as it stands at one moment, while others go on writing. The file appears under
 * its name only when it is whole and on disk.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'evenkeel backup',
  });
  // A connection that breaks makes the next query fail; without a listener it ends the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local evenkeel.maintenance = 'on'`);
    await client.query(`set local statement_timeout = 0; set local datestyle = 'ISO'`);
    await refuseHiddenRows(client);
    return await writeFile(client, options);
  } finally {
    await client.end();
  }
}

/** Row-level security would leave rows out without a word, and a backup must not. */
async function refuseHiddenRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name
    from pg_class c, pg_roles r
    where r.rolname = current_user and not r.rolsuper and not r.rolbypassrls
      and c.relkind = 'r' and c.relrowsecurity
      and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage'))
      and not exists (select from pg_policy p where p.polrelid = c.oid
        and p.polname = 'maintenance' and r.oid = any (p.polroles))`);
  if (rows.length === 0) return;
  const names = rows.map((row) => row.name).join(', ');
  throw new StartError(
    `This database account may not see every row of ${names}. Use the account that made the tables.`,
  );
}

async function writeFile(client: pg.Client, options: BackupOptions): Promise<BackupSummary> {
  const unfinished = `${options.path}.unfinished`;
  const summed = createHash('sha256');
  const frames = new PassThrough({ writableHighWaterMark: 1 << 20 });
  const file = createWriteStream(unfinished, { mode: 0o600 });
  file.write(firstLine);
  summed.update(firstLine);
  const written = pipeline(frames, createGzip({ level: 4 }), checksumAtEnd(summed), file);
  try {
    const summary = await writeFrames(client, frames, options);
    frames.end();
    await written;
    await keep(unfinished, options.path);
    return summary;
  } catch (error) {
    frames.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeFrames(
  client: pg.Client,
  frames: PassThrough,
  options: BackupOptions,
): Promise<BackupSummary> {
  const head = {
    madeAt: new Date().toISOString(),
    migrations: await listMigrations(client),
    sequences: await listSequences(client),
  };
  await put(frames, jsonFrame(frameKinds.head, head));
  const tables = await listTables(client);
  let rows = 0;
  for (const [index, table] of tables.entries()) {
    options.onTable(table, `${index + 1}/${tables.length}`);
    await put(frames, jsonFrame(frameKinds.tableStart, table));
    const end = await writeRows(client, frames, table);
    await put(frames, jsonFrame(frameKinds.tableEnd, end));
    rows += end.rows;
  }
  await put(frames, jsonFrame(frameKinds.close, { tables: tables.length, rows }));
  return { head, tables: tables.length, rows };
}

async function writeRows(
  client: pg.Client,
  frames: PassThrough,
  table: TableStart,
): Promise<TableEnd> {
  const hash = createHash('sha256');
  const end = { rows: 0, bytes: 0 };
  // A query and not the table itself: that form also works under row-level security.
  const select = `select ${quotedColumns(table.columns)} from ${quoted(table)}`;
  for await (const piece of client.query(copyTo(`copy (${select}) to stdout`))) {
    // COPY's stream gives buffers only.
    const bytes = piece as Buffer;
    hash.update(bytes);
    end.rows += countRows(bytes);
    end.bytes += bytes.byteLength;
    await put(frames, frame(frameKinds.rows, bytes));
  }
  return { ...end, sha256: hash.digest('hex') };
}

/** Waits when the disk or the compression is slower than the database. */
async function put(frames: PassThrough, bytes: Buffer): Promise<void> {
  if (frames.write(bytes) || frames.destroyed) return;
  await new Promise<void>((resolve) => {
    frames.once('drain', resolve);
    frames.once('close', resolve);
  });
}

function checksumAtEnd(hash: Hash): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      done(null, piece);
    },
    flush(done) {
      done(null, hash.digest());
    },
  });
}

async function keep(unfinished: string, path: string): Promise<void> {
  await synchronise(unfinished);
  await rename(unfinished, path);
  await synchronise(dirname(path));
}

async function synchronise(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
