import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { imports } from '@evenkeel/contract/imports';
import { people } from '@evenkeel/contract/people';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import {
  addFile,
  facts,
  runToEnd,
  salesBytes,
  salesImport,
  someDealsImport,
} from './sales-files.fixture.ts';

const app = await startTestApp();

describe('importing the sales files (IG-06)', () => {
  let manager: Client;
  let first: Awaited<ReturnType<typeof runToEnd>>;

  beforeAll(async () => {
    manager = await app.client({ role: 'manager', workspaceOf: await app.client() });
    first = await runToEnd(manager, await salesImport(manager));
  });

  test('brings in every record', async () => {
    expect(first).toMatchObject({ state: 'done', failure: null, progress: null });
    expect(first.counts).toMatchObject({
      account: { create: facts.accounts },
      product: { create: facts.products },
      person: { create: facts.people },
      team: { create: facts.teams },
      deal: { create: facts.deals, skip: 0 },
    });
    expect((await manager.call(deals.list, { query: { limit: 1 } })).total).toBe(facts.deals);
    expect((await manager.call(accounts.list, { query: { limit: 1 } })).total).toBe(facts.accounts);
    expect((await manager.call(people.list, { query: { limit: 1 } })).total).toBe(facts.people);
  });

  test('sums the won value to the cent', async () => {
    const won = await allDeals(manager, 'won');
    expect(won).toHaveLength(facts.won);
    expect(won.reduce((sum, { value }) => sum + value, 0)).toBe(facts.wonValueMinor);
  });

  test('puts the new stages where their chance belongs', async () => {
    const { rows } = await manager.call(deals.stages);
    expect(rows.map(({ name }) => name)).toEqual([
      'Prospecting',
      'Qualified',
      'Engaging',
      'Proposal',
      'Won',
      'Lost',
    ]);
  });

  test('names the import in the record of every change', async () => {
    const sources = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query(
        `select source, count(*)::int as count from change
         where workspace_id = $1 and subject = 'deal' group by source`,
        [manager.member.workspaceId],
      );
      return rows;
    });
    expect(sources).toEqual([{ source: `import:${first.number}:1`, count: facts.deals }]);
  });

  test('finds everything again the second time, from the file with the day first too', async () => {
    for (const dates of ['iso', 'day-first'] as const) {
      const id = await salesImport(manager, dates);
      const { counts, groups } = await manager.call(imports.preview, { params: { id } });
      for (const kind of Object.values(counts))
        expect(kind).toMatchObject({ create: 0, update: 0, restore: 0, skip: 0 });
      expect(counts.deal.unchanged).toBe(facts.deals);
      expect(groups.map(({ code }) => code)).not.toContain('will-change');
      await manager.call(imports.remove, { params: { id } });
    }
  });

  test('shows what a changed file changes, field by field, and does no more than that', async () => {
    const text = String(salesBytes('products'))
      .replace('GTX,550', 'GTX,600')
      .replace(',500\n', ',600\n');
    const { id } = await manager.call(imports.create);
    await addFile(manager, id, { name: 'products.csv', bytes: text });
    const preview = await manager.call(imports.preview, { params: { id } });
    expect(preview.counts.product).toMatchObject({ update: 1, unchanged: facts.products - 1 });
    expect(preview.changes).toEqual([{ kind: 'product', field: 'price', count: 1 }]);
    const { rows } = await manager.call(imports.changes, { params: { id } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ field: 'price', after: '60000', action: 'update' });
    const done = await runToEnd(manager, id);
    expect(done.counts?.product.update).toBe(1);
  });

  test('is listed, latest first', async () => {
    const { rows, total } = await manager.call(imports.list);
    expect(total).toBe(rows.length);
    expect(rows.at(-1)).toMatchObject({ id: first.id, number: 1001, state: 'done' });
    expect(rows.at(-1)?.fileNames).toContain('sales_pipeline.csv');
  });
});

describe('recognising and mapping', () => {
  test('says what each file and column was taken for, and how sure that is', async () => {
    const client = await app.client();
    const view = await client.call(imports.get, { params: { id: await salesImport(client) } });
    expect(view.files.map(({ kind }) => kind)).toEqual([
      'accounts',
      'products',
      'people',
      'deals',
      null,
    ]);
    expect(view.files[4]?.isDictionary).toBe(true);
    const revenue = view.files[0]?.columns.find(({ header }) => header === 'revenue');
    expect(revenue).toMatchObject({
      field: 'annualRevenue',
      scale: 1_000_000,
      scaleHint: { because: 'dictionary' },
      currency: 'USD',
      guess: { because: 'header' },
    });
    expect(revenue?.samples).toHaveLength(3);
    expect(view.files.flatMap(({ issues }) => issues)).toEqual([]);
  });

  test('reads UTF-16, Windows-1252, semicolons, a byte order mark and CRLF alike', async () => {
    const client = await app.client();
    const text = 'Produkt;series;price\r\nZoë;L;1.234,50\r\n';
    const files = [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ];
    for (const [index, bytes] of files.entries()) {
      const { id } = await client.call(imports.create);
      const added = await addFile(client, id, { name: `products-${index}.csv`, bytes });
      expect(added.files[0]).toMatchObject({ kind: 'products', delimiter: ';', rowCount: 1 });
      const price = added.files[0]?.columns[2];
      expect(price).toMatchObject({ field: 'price', decimalMark: 'comma' });
      expect(added.files[0]?.columns[0]?.samples).toEqual(['Zoë']);
    }
  });

  test('asks when only a person can know, and goes on once told', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    const text = 'opportunity id,deal stage,close date\nA1,Won,03/04/2024\nA2,Won,05/06/2024\n';
    const { files } = await addFile(client, id, { name: 'deals.csv', bytes: text });
    const file = files[0];
    if (!file) throw new Error('no file');
    expect(file.issues.map(({ code }) => code)).toEqual(['date-order']);
    const refusal = await client.refused(imports.preview, { params: { id } });
    expect(refusal).toMatchObject({ code: 'wrong-state', issues: [{ code: 'date-order' }] });
    const columns = file.columns.map(({ field, dateOrder, decimalMark, scale }) => ({
      field,
      dateOrder: field === 'closeOn' ? ('day-month-year' as const) : dateOrder,
      decimalMark,
      scale,
    }));
    const params = { id, fileId: file.id };
    await client.call(imports.changeFile, { params, body: { columns } });
    await runToEnd(client, id);
    const { rows } = await client.call(deals.list, { query: { sort: 'closeOn' } });
    expect(rows.map(({ closeOn }) => closeOn)).toEqual(['2024-04-03', '2024-06-05']);
    const again = await client.call(imports.create);
    const next = await addFile(client, again.id, { name: 'later.csv', bytes: text });
    expect(next.files[0]).toMatchObject({ isRemembered: true, issues: [] });
  });

  test('refuses a file that cannot be read, in words, and keeps the others', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    await addFile(client, id, { name: 'products.csv', bytes: salesBytes('products') });
    const refused = (bytes: string) =>
      client.refused(imports.addFile, {
        params: { id },
        query: { name: 'bad.csv' },
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
    expect((await refused('')).detail).toMatch(/empty/);
    expect((await refused('a,b\n"never closed,2\n3,4\n')).detail).toMatch(/never closed/);
    expect((await client.call(imports.get, { params: { id } })).files).toHaveLength(1);
  });

  test('leaves a file out, takes it for something else, and gives it away', async () => {
    const client = await app.client();
    const { id } = await client.call(imports.create);
    const { files } = await addFile(client, id, {
      name: 'list.csv',
      bytes: 'name,notes\nAcme,x\n',
    });
    const fileId = files[0]?.id;
    if (!fileId) throw new Error('no file');
    const params = { id, fileId };
    const asAccounts = await client.call(imports.changeFile, {
      params,
      body: { kind: 'accounts' },
    });
    expect(asAccounts.files[0]?.columns.map(({ field }) => field)).toEqual(['name', 'notes']);
    const out = await client.call(imports.changeFile, { params, body: { kind: null } });
    expect(out.files[0]?.kind).toBeNull();
    const empty = await client.call(imports.removeFile, { params });
    expect(empty.files).toEqual([]);
  });
});

describe('problems and choices', () => {
  test('lists every problem by file, row, column and value, and filters them', async () => {
    const client = await app.client();
    const id = await salesImport(client);
    const groupKey = 'deals/account/missing';
    const page = await client.call(imports.problems, {
      params: { id },
      query: { groupKey, limit: 2 },
    });
    expect(page.total).toBe(facts.withoutAccount);
    expect(page.rows[0]).toMatchObject({
      fileName: 'sales_pipeline.csv',
      column: 'account',
      message: 'No account is named.',
      action: 'Take them without an account',
    });
    const next = await client.call(imports.problems, {
      params: { id },
      query: { groupKey, limit: 2, cursor: page.nextCursor ?? '' },
    });
    expect(next.rows[0]?.row).toBeGreaterThan(page.rows[1]?.row ?? 0);
    const found = await client.call(imports.problems, {
      params: { id },
      query: { search: 'technolgy' },
    });
    expect(found.total).toBeGreaterThan(0);
    expect(new Set(found.rows.map(({ value }) => value))).toEqual(new Set(['technolgy']));
  });

  test('a choice is kept, counted at once and carried out', async () => {
    const client = await app.client();
    const id = await someDealsImport(client);
    const { names } = await client.call(imports.names, {
      params: { id },
      query: { kind: 'account' },
    });
    const target = names[0] ?? '';
    await client.call(imports.choose, {
      params: { id },
      body: {
        choices: { 'deals/account/missing': { action: 'use', target, probability: null } },
      },
    });
    const preview = await client.call(imports.preview, { params: { id } });
    const group = preview.groups.find(({ key }) => key === 'deals/account/missing');
    expect(group?.chosen).toMatchObject({ action: 'use', target });
    await runToEnd(client, id);
    const all = [...(await allDeals(client, 'open')), ...(await allDeals(client, 'won'))];
    expect(all.every(({ account }) => account !== null)).toBe(true);
  });
});

describe('who may import', () => {
  test('managers and up; others are told that their role does not allow it', async () => {
    const owner = await app.client();
    for (const role of ['member', 'viewer'] as const) {
      const other = await app.client({ role, workspaceOf: owner });
      expect(await other.refused(imports.create)).toMatchObject({ status: 403 });
      expect(await other.refused(imports.list)).toMatchObject({ code: 'not-allowed' });
    }
  });

  test('an import of another workspace does not exist', async () => {
    const owner = await app.client();
    const stranger = await app.client();
    const { id } = await owner.call(imports.create);
    const { files } = await addFile(owner, id, {
      name: 'products.csv',
      bytes: salesBytes('products'),
    });
    const fileId = files[0]?.id;
    if (!fileId) throw new Error('no file');
    const params = { id };
    expect((await stranger.call(imports.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(imports.get, { params }),
      await stranger.refused(imports.preview, { params }),
      await stranger.refused(imports.problems, { params }),
      await stranger.refused(imports.changes, { params }),
      await stranger.refused(imports.names, { params, query: { kind: 'product' } }),
      await stranger.refused(imports.changeFile, { params: { id, fileId }, body: { kind: null } }),
      await stranger.refused(imports.removeFile, { params: { id, fileId } }),
      await stranger.refused(imports.choose, { params, body: { choices: {} } }),
      await stranger.refused(imports.run, { params }),
      await stranger.refused(imports.cancel, { params }),
      await stranger.refused(imports.undo, { params }),
      await stranger.refused(imports.remove, { params }),
    ])
      expect(refusal.status).toBe(404);
  });

  test('what one workspace remembers of a file stays its own', async () => {
    const owner = await app.client();
    const { id } = await owner.call(imports.create);
    await addFile(owner, id, { name: 'products.csv', bytes: salesBytes('products') });
    await runToEnd(owner, id);
    const stranger = await app.client();
    const other = await stranger.call(imports.create);
    const added = await addFile(stranger, other.id, {
      name: 'products.csv',
      bytes: salesBytes('products'),
    });
    expect(added.files[0]?.isRemembered).toBe(false);
  });
});

async function allDeals(client: Client, outcome: 'open' | 'won' | 'lost') {
  const { rows } = await client.call(deals.list, { query: { limit: 5000, outcome } });
  return rows;
}
