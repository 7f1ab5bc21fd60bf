import pg from 'pg';
import { queueSchema } from '../../jobs/queue-tables.ts';
import { StartError } from '../../start-error.ts';
import type { BackupHead, TableStart } from './format.ts';

/** Not PostgreSQL's own. */
const ownSchemas = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Which of its migrations the job queue has run is no data: the queue of the target knows it. */
const queueMigrations = `(n.nspname = '${queueSchema}' and c.relname = 'migrations')`;

const notOfExtension = (relation: string) => `not exists (
  select from pg_depend d where d.objid = ${relation} and d.deptype = 'e')`;

/** Every table that holds rows, in a fixed order, without the columns that are computed. */
export async function listTables(client: pg.ClientBase): Promise<TableStart[]> {
  const { rows } = await client.query<TableStart>(`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relpersistence <> 't' and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' and ${ownSchemas}
      and not ${queueMigrations} and ${notOfExtension('c.oid')}
    group by n.nspname, c.relname
    order by n.nspname collate "C", c.relname collate "C"`);
  return rows;
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query(
    `select where to_regclass('public.kysely_migration') is not null`,
  );
  if (found.rowCount === 0) throw new StartError('This database holds no data of Evenkeel.');
  const { rows } = await client.query<{ name: string }>(
    'select name from public.kysely_migration order by name',
  );
  return rows.map((row) => row.name);
}

export async function listSequences(client: pg.ClientBase): Promise<BackupHead['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ownSchemas} and ${notOfExtension('c.oid')}
    order by n.nspname collate "C", c.relname collate "C"`);
  const sequences: BackupHead['sequences'] = [];
  for (const row of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(row)}`,
    );
    if (state.rows[0]) sequences.push({ ...row, ...state.rows[0] });
  }
  return sequences;
}

/** `"schema"."name"`, safe to put into a statement. */
export function quoted({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

export function quotedColumns(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}
