import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { listSequences, listTables, quoted } from './catalogue.ts';
import { firstLine, frameKinds, jsonFrame } from './format.ts';

/** Hard to quote. */
export const difficultNames = [
  'tab\tand "quote"',
  'two\nlines\r\n',
  String.raw`back\slash \N \.`,
  'Zoë 🚢',
];

type Composed = { migrations?: string[]; rows?: string; countedRows?: number; close?: object };

/** A file with a right checksum, made by hand. */
export function composed({
  migrations = ['0001-foundation'],
  rows = '',
  countedRows,
  close,
}: Composed) {
  const count = countedRows ?? rows.split('\n').length - 1;
  const piece = Buffer.from(rows);
  const rowsHead = Buffer.from(`${frameKinds.rows}\0\0\0\0`, 'latin1');
  rowsHead.writeUInt32BE(piece.length, 1);
  const frames = [
    jsonFrame(frameKinds.head, { madeAt: '2026-01-01T00:00:00Z', migrations, sequences: [] }),
    jsonFrame(frameKinds.tableStart, {
      schema: 'public',
      name: 'counter',
      columns: ['workspace_id'],
    }),
    rowsHead,
    piece,
    jsonFrame(frameKinds.tableEnd, {
      rows: count,
      bytes: piece.length,
      sha256: createHash('sha256').update(piece).digest('hex'),
    }),
    jsonFrame(frameKinds.close, close ?? { tables: 1, rows: count }),
  ];
  const body = Buffer.concat([Buffer.from(firstLine), gzipSync(Buffer.concat(frames))]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** Rows that write change records, refer to each other in a ring, and are hard to quote. */
export async function fillSource(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into workspace (id, name, currency, time_zone)
     values (gen_random_uuid(), 'Keel & Co', 'EUR', 'Europe/Berlin') returning id`,
  );
  const workspace = rows[0]?.id;
  await client.query(`select set_config('evenkeel.workspace', $1, false)`, [workspace]);
  for (const name of difficultNames) {
    await client.query(
      `insert into person (workspace_id, id, name, email) values ($1, gen_random_uuid(), $2, null)`,
      [workspace, name],
    );
  }
  await client.query(`update person p set manager_id =
    (select o.id from person o where o.workspace_id = p.workspace_id and o.id > p.id order by o.id limit 1)`);
  await client.query(`select next_numbers('deal', 7)`);
  await client.query(`select graphile_worker.add_job('send-mail', '{"to": "ada"}')`);
}

export async function contentOf(url: string) {
  return asOwner(url, async (client) => {
    const rows: Record<string, unknown> = {};
    for (const table of await listTables(client)) {
      const found = await client.query(
        `select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text collate "C")) as sum
         from ${quoted(table)} t`,
      );
      rows[quoted(table)] = found.rows[0];
    }
    return { rows, sequences: await listSequences(client) };
  });
}

export async function protectionOf(url: string): Promise<unknown> {
  return asOwner(url, async (client) => {
    const triggers = await client.query(
      `select tgrelid::regclass::text as on, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
    );
    const constraints = await client.query(
      `select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as text, convalidated
       from pg_constraint where conrelid <> 0 order by 1, 2`,
    );
    const security = await client.query(
      `select oid::regclass::text as on, relrowsecurity, relforcerowsecurity from pg_class
       where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1`,
    );
    return [triggers.rows, constraints.rows, security.rows];
  });
}

export async function asOwner<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`set evenkeel.maintenance = 'on'`);
    return await work(client);
  } finally {
    await client.end();
  }
}
