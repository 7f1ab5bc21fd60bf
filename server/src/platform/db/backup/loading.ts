import type pg from 'pg';
import { queueSchema } from '../../jobs/queue-tables.ts';
import { listTables, quoted } from './catalogue.ts';

type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

/**
 * Makes empty tables ready for rows in any order, and `finish` makes them as they were: no triggers
 * (a restored row is no new change), no foreign keys (made again at the end, which checks all rows
 * at once), no row-level security on the owner (COPY does not work under it). All of it needs no
 * more than owning the tables.
 */
export async function prepareForLoading(
  client: pg.ClientBase,
): Promise<{ finish(): Promise<void> }> {
  const tables = (await listTables(client)).map(quoted);
  const forced = await forcedTables(client);
  const foreignKeys = await listForeignKeys(client);
  // Migrations may have put rows in, which the backup brings again.
  await client.query(`truncate ${tables.join(', ')}`);
  for (const { table, name } of foreignKeys) {
    await client.query(`alter table ${table} drop constraint ${name}`);
  }
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  for (const table of forced) {
    await client.query(`alter table ${table} no force row level security`);
  }
  const finish = async () => {
    await releaseJobs(client);
    for (const { table, name, definition } of foreignKeys) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    for (const table of forced) await client.query(`alter table ${table} force row level security`);
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  };
  return { finish };
}

/** A job that ran while the backup was made runs here from its start. */
async function releaseJobs(client: pg.ClientBase): Promise<void> {
  for (const table of ['_private_jobs', '_private_job_queues']) {
    await client.query(`update ${queueSchema}.${table}
      set locked_at = null, locked_by = null where locked_at is not null`);
  }
}

async function forcedTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relforcerowsecurity order by 1`,
  );
  return rows.map((row) => row.name);
}

async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name,
       pg_get_constraintdef(k.oid) as definition
     from pg_constraint k where k.contype = 'f' and k.conparentid = 0 order by k.oid`,
  );
  return rows;
}
