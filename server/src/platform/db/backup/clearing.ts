import type pg from 'pg';
import { queueSchema } from '../../jobs/queue-tables.ts';
import { StartError } from '../../start-error.ts';
import { listTables, quoted } from './catalogue.ts';

/** Kysely's number: no server migrates, and so none starts, until this transaction ends. */
const migrationLock = '3853314791062309107';

/** Throws while a server works on this database, and keeps new ones out until the transaction ends. */
export async function lockOutServers(client: pg.ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(${migrationLock})`);
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()
       and application_name like 'evenkeel%'`,
  );
  if ((rows[0]?.count ?? 0) === 0) return;
  throw new StartError(
    'Evenkeel runs on this database; nothing was changed. Stop it before restoring.',
  );
}

/** Rows that stand in a database in which nobody has done anything yet. */
const bookkeeping = /^"(graphile_worker"\..*|public"\."kysely_.*|identity"\."(keyring|attempt)")$/;

/** Whether anybody has put data in, of Evenkeel or of something else. */
export async function holdsRows(client: pg.ClientBase): Promise<boolean> {
  await client.query(`set local evenkeel.maintenance = 'on'`);
  for (const table of await listTables(client)) {
    if (bookkeeping.test(quoted(table))) continue;
    const { rows } = await client.query<{ found: boolean }>(
      `select exists (select from ${quoted(table)}) as found`,
    );
    if (rows[0]?.found) return true;
  }
  return false;
}

/** Everything but the schema `public` itself, the job queue, and what belongs to an extension. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  for (const { statement } of (await client.query<{ statement: string }>(dropStatements)).rows) {
    await client.query(statement);
  }
}

const dropStatements = `
  with own as (
    select n.oid, n.nspname from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${queueSchema}')
      and not exists (select from pg_depend d where d.objid = n.oid and d.deptype = 'e')
  ), public_objects as (
    select 1 as step, format('drop table if exists %s cascade', c.oid::regclass) as statement, c.oid
    from pg_class c join own on own.oid = c.relnamespace
    where own.nspname = 'public' and c.relkind in ('r', 'p')
    union all
    select 2, format('drop view if exists %s cascade', c.oid::regclass), c.oid
    from pg_class c join own on own.oid = c.relnamespace
    where own.nspname = 'public' and c.relkind = 'v'
    union all
    select 2, format('drop materialized view if exists %s cascade', c.oid::regclass), c.oid
    from pg_class c join own on own.oid = c.relnamespace
    where own.nspname = 'public' and c.relkind = 'm'
    union all
    select 3, format('drop sequence if exists %s cascade', c.oid::regclass), c.oid
    from pg_class c join own on own.oid = c.relnamespace
    where own.nspname = 'public' and c.relkind = 'S'
    union all
    select 4, format('drop routine if exists %s cascade', p.oid::regprocedure), p.oid
    from pg_proc p join own on own.oid = p.pronamespace where own.nspname = 'public'
    union all
    select 5, format('drop type if exists %s cascade', t.oid::regtype), t.oid
    from pg_type t join own on own.oid = t.typnamespace
    where own.nspname = 'public' and t.typtype in ('e', 'd', 'r')
  )
  select 0 as step, format('drop schema %I cascade', own.nspname) as statement
  from own where own.nspname <> 'public'
  union all
  select step, statement from public_objects o
  where not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')
  order by step`;
