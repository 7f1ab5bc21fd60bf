import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { imports } from '@evenkeel/contract/imports';
import { describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { resumeLostImports } from './jobs.ts';
import { addFile, runToEnd, salesBytes, someDealsImport } from './sales-files.fixture.ts';

const app = await startTestApp();

describe('nothing half-imported', () => {
  test('an error in the middle of writing leaves the database as it was', async () => {
    const client = await app.client();
    const id = await someDealsImport(client);
    const before = await contents(client);
    const rows = String(salesBytes('sales_pipeline')).trim().split(/\r?\n/).slice(0, 2501);
    const key = rows[Math.floor(rows.length * 0.7)]?.split(',')[0] ?? '';
    await asOwner(app.databaseUrl, (db) =>
      db.query(`
        create function fail_late() returns trigger language plpgsql as $$
        begin
          if new.external_key = '${key}' then raise exception 'injected'; end if;
          return new;
        end $$;
        create trigger fail_late before insert on deal for each row execute function fail_late()`),
    );
    const failed = await runToEnd(client, id);
    expect(failed).toMatchObject({ state: 'failed', failure: 'Something went wrong on our side.' });
    expect(await contents(client)).toEqual(before);
    await asOwner(app.databaseUrl, (db) =>
      db.query(`drop trigger fail_late on deal; drop function fail_late()`),
    );
    const again = await runToEnd(client, id);
    expect(again).toMatchObject({ state: 'done', counts: { deal: { create: rows.length - 1 } } });
  });

  test('cancelling a run rolls it back', async () => {
    const client = await app.client();
    const id = await someDealsImport(client);
    const before = await contents(client);
    // Somebody else holds the table, so that the run surely still goes on when it is cancelled.
    const cancelled = await asOwner(app.databaseUrl, async (db) => {
      await db.query('begin; lock table deal in share row exclusive mode');
      await client.call(imports.run, { params: { id } });
      await client.call(imports.cancel, { params: { id } });
      await new Promise((resolve) => setTimeout(resolve, 900));
      await db.query('commit');
      return ended(client, id);
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', failure: null });
    expect(await contents(client)).toEqual(before);
  });

  test('a run whose server died shows as interrupted, and can be run again', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    await addFile(client, id, { name: 'products.csv', bytes: salesBytes('products') });
    await asOwner(app.databaseUrl, async (db) => {
      await db.query(
        `update import set state = 'running', attempt = 1, started_at = now() where id = $1`,
        [id],
      );
      await db.query(
        `insert into import_run (workspace_id, import_id, attempt, heartbeat_at)
         values ($1, $2, 1, now() - interval '1 minute')`,
        [client.member.workspaceId, id],
      );
    });
    const dead = await client.call(imports.get, { params: { id } });
    expect(dead).toMatchObject({ state: 'interrupted', progress: null });
    expect((await runToEnd(client, id)).state).toBe('done');
  });

  test('a run whose process was killed is taken up by another one', async () => {
    const client = await app.client();
    const { id, number } = await client.call(imports.create);
    await addFile(client, id, { name: 'products.csv', bytes: salesBytes('products') });
    const { userId, memberId, workspaceId } = client.member;
    const actor = { userId, memberId, workspaceId, personId: null, role: 'owner', name: 'Ada' };
    const settings = { email: 'a@b.example', currency: 'EUR', timeZone: 'Europe/Berlin' };
    const payload = {
      actor: { ...actor, ...settings, tokenScopes: null, sessionId: null },
      run: { id, number, attempt: 1 },
    };
    await asOwner(app.databaseUrl, async (db) => {
      await db.query('begin');
      await db.query(
        `update import set state = 'running', attempt = 1, started_at = now() where id = $1`,
        [id],
      );
      await db.query(
        `insert into import_run (workspace_id, import_id, attempt, heartbeat_at)
         values ($1, $2, 1, now() - interval '1 minute')`,
        [workspaceId, id],
      );
      await db.query(`select enqueue_job('run_import', $1::json, 'import:' || $2, 5)`, [
        JSON.stringify(payload),
        id,
      ]);
      await db.query(
        `update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now()
         where key = 'import:' || $1`,
        [id],
      );
      await db.query('commit');
    });
    expect((await client.call(imports.get, { params: { id } })).state).toBe('interrupted');
    await asOwner(app.databaseUrl, (db) => resumeLostImports(db));
    // The worker looks for it within two seconds.
    await expect
      .poll(async () => (await client.call(imports.get, { params: { id } })).state, {
        timeout: 8_000,
      })
      .toBe('done');
  });

  test('does not change or run again while it runs or once it is done', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    await addFile(client, id, { name: 'products.csv', bytes: salesBytes('products') });
    await runToEnd(client, id);
    for (const refusal of [
      await client.refused(imports.run, { params: { id } }),
      await client.refused(imports.choose, { params: { id }, body: { choices: {} } }),
      await client.refused(imports.remove, { params: { id } }),
    ])
      expect(refusal.code).toBe('wrong-state');
  });
});

describe('undoing an import', () => {
  test('moves what came in to the trash, gives changed values back, and can be run anew', async () => {
    const client = await app.client();
    const kept = await client.call(accounts.create, {
      body: { name: 'Harbour & Finch', sector: 'shipping' },
    });
    const { id } = await client.call(imports.create);
    const text = 'company,industry,employees\nHarbour & Finch,logistics,20\nNew Ltd,retail,3\n';
    await addFile(client, id, { name: 'accounts.csv', bytes: text });
    await runToEnd(client, id);
    const changed = await client.call(accounts.get, { params: { id: kept.id } });
    expect(changed).toMatchObject({ sector: 'logistics', employees: 20 });
    const undone = await client.call(imports.undo, { params: { id } });
    expect(undone.state).toBe('undone');
    const back = await client.call(accounts.get, { params: { id: kept.id } });
    expect(back).toMatchObject({ sector: 'shipping', employees: null, deletedAt: null });
    expect((await client.call(accounts.list)).rows.map(({ name }) => name)).toEqual([
      'Harbour & Finch',
    ]);
    const anew = await runToEnd(client, id);
    expect(anew.counts?.account).toMatchObject({ restore: 1, update: 1, create: 0 });
    expect((await client.call(imports.undo, { params: { id } })).state).toBe('undone');
    expect((await client.call(accounts.list)).total).toBe(1);
  });

  test('is refused once somebody has changed what came in, or uses it', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    await addFile(client, id, {
      name: 'accounts.csv',
      bytes: 'company,industry,employees\nNew Ltd,retail,3\nOld Ltd,retail,4\n',
    });
    await runToEnd(client, id);
    const { rows } = await client.call(accounts.list, { query: { sort: 'name' } });
    const account = rows[0];
    if (!account) throw new Error('no account');
    const deal = await client.call(deals.create, {
      body: { name: 'Uses it', accountId: account.id },
    });
    const used = await client.refused(imports.undo, { params: { id } });
    expect(used).toMatchObject({ code: 'wrong-state', detail: expect.stringContaining('names') });
    await client.call(deals.remove, { params: { id: deal.id } });
    await client.call(accounts.update, {
      params: { id: account.id },
      version: account.version,
      body: { notes: 'called' },
    });
    const edited = await client.refused(imports.undo, { params: { id } });
    expect(edited.detail).toMatch(/changed since/);
  });
});

async function ended(client: Client, id: Parameters<typeof runToEnd>[1]) {
  for (;;) {
    const found = await client.call(imports.get, { params: { id } });
    if (found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A fingerprint of every record of the workspace that an import can touch, and of its changes. */
async function contents(client: Client): Promise<Record<string, string>> {
  const tables = [
    'team',
    'person',
    'product',
    'account',
    'stage',
    'deal',
    'counter',
    'import_memory',
  ];
  return asOwner(app.databaseUrl, async (db) => {
    const found: Record<string, string> = {};
    for (const table of tables) {
      const { rows } = await db.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
         from ${table} t where workspace_id = $1`,
        [client.member.workspaceId],
      );
      found[table] = rows[0].hash;
    }
    const { rows } = await db.query(
      `select count(*)::text as count from change where workspace_id = $1 and subject <> 'import'`,
      [client.member.workspaceId],
    );
    return { ...found, change: rows[0].count };
  });
}
