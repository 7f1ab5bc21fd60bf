import { api } from '@evenkeel/contract';
import { addressOf, type Endpoint } from '@evenkeel/contract/endpoint';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './app.ts';
import { asOwner } from './factories.ts';
import { filled } from './filled-input.ts';
import { startSampleApp } from './sample-app.ts';

/**
 * Two workspaces: one with the whole sample firm, one of a stranger. Every table and every endpoint
 * is walked as the stranger; nothing of the other workspace may be seen or touched (XC-05).
 */
const app = await startSampleApp();
const atOnce = 6;
const victim = app.owner;
let stranger: Client;
/** Ids of the victim's rows by table. */
let victimIds: Map<string, string[]>;
let tables: string[];

beforeAll(async () => {
  stranger = await app.client();
  tables = await asOwner(app.databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely%' order by 1`,
    );
    return rows.map((row) => row.name);
  });
  await fillEveryTable();
  victimIds = await asOwner(app.databaseUrl, async (client) => {
    const ids = new Map<string, string[]>();
    for (const table of tables) {
      const { rows } = await client.query<{ id: string }>(
        `select to_jsonb(t)->>'id' as id from ${table} t where workspace_id = $1 limit 5`,
        [victim.member.workspaceId],
      );
      ids.set(
        table,
        rows.map((row) => row.id).filter((id) => id?.length === 36),
      );
    }
    return ids;
  });
}, 300_000);

describe('the database, asked by a stranger without any condition', () => {
  test('shows no row of another workspace in any table', async () => {
    const counts = await asStranger(async (client) => {
      const found: Record<string, number> = {};
      for (const table of tables) {
        found[table] = await countRows(
          client,
          table,
          `workspace_id = '${victim.member.workspaceId}'`,
        );
      }
      return found;
    });
    expect(Object.keys(counts).length).toBeGreaterThan(20);
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([]);
  });

  test('changes and deletes no row of another workspace, and writes none into it', async () => {
    const before = await fingerprint();
    for (const table of tables) {
      await attempt(`delete from ${table} where workspace_id = '${victim.member.workspaceId}'`);
      await attempt(
        `update ${table} set workspace_id = workspace_id where workspace_id = '${victim.member.workspaceId}'`,
      );
    }
    const refusal = await attempt(
      `insert into team (workspace_id, id, name) values ('${victim.member.workspaceId}', gen_random_uuid(), 'Planted')`,
    );
    expect(refusal).toContain('row-level security');
    expect(await fingerprint()).toBe(before);
  });

  test('forces row-level security on every table, and keeps passwords and hashes out of reach', async () => {
    const unprotected = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely%'
           and not (c.relrowsecurity and c.relforcerowsecurity)`,
      );
      return rows;
    });
    expect(unprotected).toEqual([]);
    for (const table of ['"user"', 'session', 'account', 'two_factor', 'proof', 'keyring']) {
      expect(await attempt(`select * from identity.${table}`)).toContain('permission denied');
    }
    expect(await attempt(`update change set source = 'forged'`)).toContain('permission denied');
    expect(await attempt('set role evenkeel_identity')).toContain('permission denied');
    expect(await attempt('set role evenkeel_search')).toContain('permission denied');
  });

  test('shows nothing at all to a connection that names no workspace', async () => {
    const counts = await asStranger(async (client) => {
      await client.query(`reset evenkeel.workspace`);
      const found: number[] = [];
      for (const table of tables) {
        found.push(await countRows(client, table, 'true'));
      }
      return found;
    });
    expect(counts.every((count) => count === 0)).toBe(true);
  });
});

describe('the API, asked by a stranger', () => {
  const endpoints = Object.entries(api).flatMap(([noun, calls]) =>
    Object.entries(calls as Record<string, Endpoint>).map(([name, endpoint]) => ({
      name: `${noun}.${name}`,
      endpoint,
    })),
  );

  test('never answers with anything of the other workspace, and changes nothing there', async () => {
    const before = await fingerprint();
    const secrets = [...victimIds.values()].flat();
    const leaks: string[] = [];
    let answered = 0;
    const requests = endpoints
      .filter(({ endpoint }) => endpoint.permission !== 'public')
      .flatMap((asked) => idsFor(asked.endpoint).map((id) => ({ ...asked, id })));
    const ask = async ({ name, endpoint, id }: (typeof requests)[number]) => {
      const response = await asked(endpoint, id, stranger);
      answered += response.statusCode < 300 ? 1 : 0;
      if (response.statusCode >= 500 || holds(response.body, secrets, sentIds(endpoint, id))) {
        leaks.push(`${name} ${response.statusCode} ${response.body.slice(0, 200)}`);
      }
    };
    // Some at once, so that the database and this process work side by side.
    for (let start = 0; start < requests.length; start += atOnce) {
      await Promise.all(requests.slice(start, start + atOnce).map(ask));
    }
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThan(10);
    expect(await fingerprint()).toBe(before);
  }, 600_000);

  test('answers nobody without a session, and a client user nothing of the firm', async () => {
    const outsider = await app.client({ role: 'client', workspaceOf: victim });
    for (const { name, endpoint } of endpoints) {
      if (endpoint.permission === 'public') continue;
      const [id = ''] = idsFor(endpoint);
      const anonymous = await asked(endpoint, id, null);
      expect([401, 403, 422], name).toContain(anonymous.statusCode);
      if (endpoint.permission === 'signed-in' || endpoint.permission === 'client') continue;
      const refused = await asked(endpoint, id, outsider);
      expect([403, 422], name).toContain(refused.statusCode);
    }
  }, 600_000);
});

/** Calls an endpoint with a victim's id wherever one can stand. */
function asked(endpoint: Endpoint, id: string, as: Client | null) {
  return app.app.http.inject({
    method: endpoint.method,
    url: addressOf(endpoint.path, {
      params: filled(endpoint.params, id),
      query: filled(endpoint.query, id),
    }),
    headers: {
      'if-match': '"1"',
      ...(as ? { authorization: `Bearer ${as.member.token}` } : {}),
    },
    ...(endpoint.method === 'GET' ? {} : { payload: filled(endpoint.body, id) }),
  });
}

function holds(body: string, secrets: readonly string[], sent: ReadonlySet<string>): boolean {
  return secrets.some((secret) => body.includes(secret) && !sent.has(secret));
}

const tablesByTurns = 8;

/**
 * Victim's ids to ask an endpoint with: one of each table that its address speaks of, and of some
 * others by turns, so that together every table is asked for. With all of them at every endpoint
 * the walk would grow with the square of the product.
 */
function idsFor(endpoint: Endpoint): string[] {
  const filled = [...victimIds].filter(([, own]) => own.length > 0);
  const step = Math.ceil(filled.length / tablesByTurns);
  const turn = [...endpoint.path, ...endpoint.method].reduce(
    (sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521,
    7,
  );
  const ids = filled
    .filter(([table], index) => speaksOf(endpoint, table) || (index + turn) % step === 0)
    .flatMap(([, own]) => own.slice(0, 1));
  return endpoint.path.includes(':') || endpoint.method === 'GET' ? ids : ids.slice(0, 3);
}

function speaksOf({ path }: Endpoint, table: string): boolean {
  return table.split('_').some((word) => word.length > 2 && path.includes(word));
}

/** The ids that the request itself named: an answer may repeat what was asked. */
function sentIds(endpoint: Endpoint, id: string): Set<string> {
  return endpoint.method === 'GET' && !endpoint.path.includes(':') ? new Set() : new Set([id]);
}

/** Rows in tables that the sample leaves empty. */
async function fillEveryTable(): Promise<void> {
  const workspaceId = victim.member.workspaceId;
  await asOwner(app.databaseUrl, async (client) => {
    await client.query(
      `insert into invitation (workspace_id, id, email, role, invited_by, expires_at)
       values ($1, gen_random_uuid(), 'secret@example.com', 'member', $2, now() + interval '1 day')`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into timer (workspace_id, id, person_id, project_id, started_at)
       select $1, gen_random_uuid(), p.id, r.id, now() from person p, project r
       where p.workspace_id = $1 and r.workspace_id = $1 limit 1`,
      [workspaceId],
    );
    await client.query(
      `insert into record_merge (workspace_id, id, subject_kind, subject_id, merged_id, name)
       select $1, gen_random_uuid(), 'account', max(id::text)::uuid, min(id::text)::uuid, 'Secret merge'
       from account where workspace_id = $1`,
      [workspaceId],
    );
    await client.query(
      `insert into duplicate_dismissal (workspace_id, id, kind, first_id, second_id)
       select $1, gen_random_uuid(), 'account', min(id::text)::uuid, max(id::text)::uuid
       from account where workspace_id = $1`,
      [workspaceId],
    );
    await client.query(
      `insert into forecast (workspace_id, project_id, samples, seed)
       select $1, id, 1000, 1 from project where workspace_id = $1
       on conflict do nothing`,
      [workspaceId],
    );
    await client.query(
      `insert into import (workspace_id, id, number, created_by, kind)
       values ($1, gen_random_uuid(), 900001, $2, 'tasks')`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `with known as (select id from import where workspace_id = $1 and kind = 'tasks' limit 1),
         made as (insert into task_list (workspace_id, import_id, name, byte_size, format, content)
           select $1, id, 'secret.csv', 1, 'csv', 'x' from known)
       insert into task_target (workspace_id, import_id, new_name) select $1, id, 'Secret project' from known`,
      [workspaceId],
    );
    await client.query(
      `insert into calendar_feed (workspace_id, id, member_id, token_hash)
       values ($1, gen_random_uuid(), $2, repeat('a', 64))`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into report_reaction (workspace_id, id, report_id, member_id, reaction)
       select $1, gen_random_uuid(), id, $2, 'concern' from status_report where workspace_id = $1 limit 1`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into decision_cause (workspace_id, id, decision_id, project_id, changed_at)
       select workspace_id, gen_random_uuid(), id, project_id, now() from decision
       where workspace_id = $1 limit 1`,
      [workspaceId],
    );
    await client.query(
      `insert into comment_reaction (workspace_id, id, comment_id, member_id, reaction)
       select $1, gen_random_uuid(), id, $2, 'agree' from comment where workspace_id = $1 limit 1`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into follow (workspace_id, id, member_id, subject_kind, subject_id, is_following)
       select $1, gen_random_uuid(), $2, 'account', id, true from account where workspace_id = $1 limit 1`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into notification_setting (workspace_id, id, member_id) values ($1, gen_random_uuid(), $2)`,
      [workspaceId, victim.member.memberId],
    );
    await client.query(
      `insert into forgotten_content (workspace_id, content_id, store, byte_size)
       values ($1, gen_random_uuid(), 'disk', 1)`,
      [workspaceId],
    );
    await client.query(`insert into change_reading (workspace_id, change_id) values ($1, 1)`, [
      workspaceId,
    ]);
    await client.query(
      `with address as (
         insert into mail_address (workspace_id, id, purpose, subject_kind, subject_id, thread)
         select $1, gen_random_uuid(), 'record', 'account', min(id::text)::uuid, 'team'
         from account where workspace_id = $1 returning id, subject_id),
       mail as (
         insert into inbound_mail (workspace_id, id, address_id, message_id, from_address, name, state,
           subject_kind, subject_id)
         select $1, gen_random_uuid(), id, 'secret', 'secret@example.com', 'Secret', 'waiting',
           'account', subject_id from address returning id)
       insert into inbound_mail_file (workspace_id, id, mail_id, name, content_id)
       select $1, gen_random_uuid(), mail.id, 'secret.txt',
         (select id from file_content where workspace_id = $1 limit 1) from mail`,
      [workspaceId],
    );
    await client.query(
      `insert into idempotency (workspace_id, key, member_id, request_hash) values ($1, 'k', $2, 'h')`,
      [workspaceId, victim.member.memberId],
    );
  });
}

/** Everything of the victim's workspace, as one hash. */
async function fingerprint(): Promise<string> {
  return asOwner(app.databaseUrl, async (client) => {
    const hashes: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query(
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${table} t where workspace_id = $1`,
        [victim.member.workspaceId],
      );
      hashes.push(`${table} ${rows[0].hash}`);
    }
    return hashes.join('\n');
  });
}

/** Runs statements with the server's own role, in the stranger's workspace; nothing is kept. */
async function asStranger<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  try {
    // The login itself is the server's restricted role, so that it cannot take its rights back.
    await client.query(`set session authorization evenkeel_app`);
    await client.query('begin');
    await client.query(`set local evenkeel.workspace = '${stranger.member.workspaceId}'`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How many rows the role sees; none of a table that it may not read at all. */
async function countRows(client: pg.Client, table: string, condition: string): Promise<number> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_table_privilege(current_user, $1, 'select') as may`,
    [table],
  );
  if (!rows[0]?.may) return 0;
  const counted = await client.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${condition}`,
  );
  return counted.rows[0]?.n ?? 0;
}

/** Tries a statement as the stranger; the error's message, or an empty text. */
async function attempt(statement: string): Promise<string> {
  return asStranger(async (client) => {
    try {
      await client.query(statement);
      await client.query('commit');
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
}
