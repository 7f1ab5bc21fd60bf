import { accounts } from '@evenkeel/contract/accounts';
import { actions } from '@evenkeel/contract/actions';
import { analysisBoards, insights } from '@evenkeel/contract/analysis';
import { search } from '@evenkeel/contract/search';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let owner: Client;
let stranger: Client;

beforeAll(async () => {
  owner = await app.client();
  stranger = await app.client();
  for (const name of ['Müller Netzwerk', 'Alte Müllerei', 'Muller & Söhne', '100 % Wolle', 'Bo Ag'])
    await owner.call(accounts.create, { body: { name } });
  await stranger.call(accounts.create, { body: { name: 'Müller der anderen Firma' } });
});

const names = async (query: string) =>
  (await owner.call(search.find, { query: { query } })).rows.map((row) => row.name);

describe('search over everything', () => {
  test('finds parts of words whatever their case and accents, names that begin so first', async () => {
    expect(await names('müller')).toEqual(['Muller & Söhne', 'Müller Netzwerk', 'Alte Müllerei']);
    expect(await names('MULLER')).toEqual(await names('müller'));
    expect(await names('werk')).toEqual(['Müller Netzwerk']);
    expect(await names('netz müll')).toEqual(['Müller Netzwerk']);
    expect(await names('nirgends')).toEqual([]);
  });

  test('takes signs of patterns as letters', async () => {
    expect(await names('100 %')).toEqual(['100 % Wolle']);
    expect(await names('m_ller')).toEqual([]);
    expect(await names('\\')).toEqual([]);
  });

  test('takes one or two letters as the beginning of a word', async () => {
    expect(await names('ag')).toEqual(['Bo Ag']);
    expect(await names('wo')).toEqual(['100 % Wolle']);
    expect(await names('ei')).toEqual([]);
  });

  test('finds a record by its number', async () => {
    const { rows } = await owner.call(search.find, { query: { query: 'müller netz' } });
    const number = rows[0]?.number ?? 0;
    expect(await names(`ACC-${number}`)).toContain('Müller Netzwerk');
  });

  test('finds insights by their board and actions by their owner (ST-37, ST-41)', async () => {
    const board = await owner.call(analysisBoards.create, {
      body: { kind: 'swot', name: 'Lage' },
    });
    await owner.call(insights.create, {
      params: { id: board.id },
      body: { section: 'strengths', name: 'Gießerei im eigenen Haus' },
    });
    await owner.call(actions.create, { body: { name: 'Gießerei besichtigen' } });
    const { rows } = await owner.call(search.find, { query: { query: 'giess' } });
    expect(rows).toEqual([]);
    const found = await owner.call(search.find, { query: { query: 'gieß' } });
    expect(found.rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['insight', 'Gießerei im eigenen Haus'],
      ['action', 'Gießerei besichtigen'],
    ]);
    expect(found.rows[0]?.context).toBe('Lage');
  });

  test('leaves the trash out', async () => {
    const made = await owner.call(accounts.create, { body: { name: 'Vergänglich' } });
    await owner.call(accounts.remove, { params: { id: made.id } });
    expect(await names('vergang')).toEqual([]);
  });
});

describe('what finds names past row-level security (XC-05)', () => {
  test('finds only those of the workspace of its transaction, and none without one', async () => {
    const found = await asApp(
      owner.member.workspaceId,
      `select find_names('account', 'müller', false, 99)`,
    );
    expect(found.rowCount).toBe(3);
    const nobody = await asApp('', `select find_names('account', 'müller', false, 99)`);
    expect(nobody.rowCount).toBe(0);
  });

  test('reads no table that was not given to it, and cannot be used as a way to others', async () => {
    for (const statement of [
      `select find_names('template', 'a', false, 9)`,
      `select find_names('product', 'a', false, 9)`,
    ])
      await expect(asApp(owner.member.workspaceId, statement)).rejects.toThrow(/permission denied/);
    const harmless = `select find_names('account', ''') or true --', false, 99)`;
    expect((await asApp(owner.member.workspaceId, harmless)).rowCount).toBe(0);
  });

  test('uses an index where pg_trgm is there', async () => {
    const indexes = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query(
        `select indexname from pg_indexes where indexname like '%\\_search' order by 1`,
      );
      return rows.length;
    });
    expect(indexes).toBeGreaterThanOrEqual(7);
  });
});

/** Asks as the server's restricted role does. */
async function asApp(workspaceId: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role evenkeel_app');
    await client.query(`select set_config('evenkeel.workspace', $1, true)`, [workspaceId]);
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
