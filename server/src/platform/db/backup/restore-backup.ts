import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrations } from '../../../schema/migrations.ts';
import { ensureQueueTables } from '../../jobs/queue-tables.ts';
import { StartError } from '../../start-error.ts';
import { migrateToLatest, migrateWithin } from '../migrate.ts';
import { listTables, quoted, quotedColumns } from './catalogue.ts';
import { dropEverything, holdsRows, lockOutServers } from './clearing.ts';
import type { BackupHead, BackupSummary, TableEnd, TableStart } from './format.ts';
import { prepareForLoading } from './loading.ts';
import { type BackupPart, readBackup, tooNew, verifyBackup } from './read-backup.ts';

export type RestoreOptions = {
  /** As the owner; the database may be empty, of an older Evenkeel, or of this one. */
  readonly url: string;
  readonly path: string;
  /** Without it a database that holds rows is refused. */
  readonly replace: boolean;
  readonly onTable: (table: TableStart) => void;
};

/**
 * Puts a backup in the place of what the database holds: all of it or, whatever goes wrong, nothing.
 * The file is read to the end and checked before the first change; then one transaction drops the
 * old tables, makes those of the backup's own version, loads every row and checks the counts.
 * A backup of an older Evenkeel is brought to today's schema afterwards.
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupSummary> {
  const summary = await verifyBackup(options.path);
  const unknown = summary.head.migrations.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new StartError(tooNew(options.path));
  await within(options.url, (client) => refuseInUse(client, options));
  await ensureQueueTables(options.url);
  await within(options.url, async (client) => {
    await refuseInUse(client, options);
    await replaceAll(client, options, summary.head);
  });
  await migrateToLatest(options.url);
  return summary;
}

/** One transaction on a connection of its own; when it is not finished, it ends with that. */
async function within(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'evenkeel restore' });
  // A connection that breaks makes the next query fail; without a listener it ends the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function refuseInUse(client: pg.Client, options: RestoreOptions): Promise<void> {
  await lockOutServers(client);
  if (options.replace || !(await holdsRows(client))) return;
  throw new StartError(
    'The database already holds data; nothing was changed. Say --replace to put the backup in its place.',
  );
}

async function replaceAll(
  client: pg.Client,
  options: RestoreOptions,
  head: BackupHead,
): Promise<void> {
  await dropEverything(client);
  await migrateWithin(client, head.migrations);
  await client.query(`set local evenkeel.maintenance = 'on'; set local datestyle = 'ISO'`);
  const loading = await prepareForLoading(client);
  await loadTables(client, options);
  await loading.finish();
  for (const sequence of head.sequences) {
    const values = [quoted(sequence), sequence.lastValue, sequence.isCalled];
    await client.query('select setval($1::regclass, $2, $3)', values);
  }
}

async function loadTables(client: pg.Client, options: RestoreOptions): Promise<void> {
  const known = new Set((await listTables(client)).map((table) => quoted(table)));
  const parts = readBackup(options.path);
  for await (const part of parts) {
    if (part.kind !== 'table-start') continue;
    if (!known.has(quoted(part.table))) {
      throw new Error(`the schema of this backup has no table ${quoted(part.table)}`);
    }
    options.onTable(part.table);
    await loadRows(client, part.table, parts);
  }
}

/** Takes the parts up to and with the end of this table. */
async function loadRows(
  client: pg.Client,
  table: TableStart,
  parts: AsyncGenerator<BackupPart>,
): Promise<void> {
  const statement = `copy ${quoted(table)} (${quotedColumns(table.columns)}) from stdin`;
  const into = client.query(copyFrom(statement));
  const ended: TableEnd[] = [];
  await pipeline(Readable.from(piecesOf(parts, ended), { objectMode: false }), into);
  if (ended[0]?.rows !== into.rowCount) {
    throw new Error(`${quoted(table)} took ${into.rowCount} rows of ${ended[0]?.rows}`);
  }
}

async function* piecesOf(
  parts: AsyncGenerator<BackupPart>,
  ended: TableEnd[],
): AsyncGenerator<Buffer> {
  for (;;) {
    // Not a for loop: leaving that would close the reader, which the next table still needs.
    const { value: part, done } = await parts.next();
    if (done || part.kind === 'table-end') {
      if (part) ended.push(part.end);
      return;
    }
    if (part.kind === 'rows') yield part.piece;
  }
}
