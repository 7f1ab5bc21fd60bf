import { accounts } from '@evenkeel/contract/accounts';
import { customFields } from '@evenkeel/contract/custom-fields';
import { deals } from '@evenkeel/contract/deals';
import { imports } from '@evenkeel/contract/imports';
import { people } from '@evenkeel/contract/people';
import type { ImportId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { addFile, runToEnd } from './sales-files.fixture.ts';

const app = await startTestApp();
let client: Client;

beforeEach(async () => {
  client = await app.client();
});

const accountFile = [
  'Company;Industry;Tier;Budget;Renewal;Partner;Regions',
  'Harbour Foods;retail;gold;12.500,00;31.12.2026;yes;North, South',
  'Velden Energy;energy;platinum;much;01.02.2027;maybe;North',
  'Lumen;media;;;;;',
].join('\n');

describe('columns of the firm’s own fields (IG-06)', () => {
  test('are recognised by their name, and what cannot be read is named by row and column', async () => {
    const fields = await accountFields(client);
    const id = await begun(client, { name: 'accounts.csv', bytes: accountFile });
    const { files } = await client.call(imports.get, { params: { id } });
    expect(files[0]?.columns.map(({ field }) => field)).toEqual(['name', 'sector', ...fields.ids]);
    expect(files[0]?.issues).toEqual([]);
    const problems = await client.call(imports.problems, { params: { id } });
    const told = problems.rows.map(({ row, column, value, message }) => [
      row,
      column,
      value,
      message,
    ]);
    expect(told).toEqual([
      [3, 'Tier', 'platinum', 'This is none of the choices of the field.'],
      [3, 'Budget', 'much', 'This is not an amount that fits.'],
      [3, 'Partner', 'maybe', 'This is neither yes nor no.'],
    ]);
    expect(problems.rows[0]).toMatchObject({ code: 'value-unreadable' });
    expect((await client.call(accounts.list)).total).toBe(0);
  });

  test('come in with their records, are found again, and only what differs is changed', async () => {
    const fields = await accountFields(client);
    const first = await runToEnd(
      client,
      await begun(client, { name: 'a.csv', bytes: accountFile }),
    );
    expect(first).toMatchObject({ state: 'done', counts: { account: { create: 3 } } });
    expect(await valuesByName(client)).toEqual({
      'Harbour Foods': {
        [fields.tier]: 'g',
        [fields.budget]: 1_250_000,
        [fields.renewal]: '2026-12-31',
        [fields.partner]: true,
        [fields.regions]: ['n', 's'],
      },
      'Velden Energy': { [fields.renewal]: '2027-02-01', [fields.regions]: ['n'] },
    });
    const again = await begun(client, { name: 'a.csv', bytes: accountFile });
    expect(
      (await client.call(imports.preview, { params: { id: again } })).counts.account,
    ).toMatchObject({ unchanged: 3, update: 0 });
    const changed = accountFile.replace('gold', 'Silver').replace('North, South', 'South, North');
    const third = await begun(client, {
      name: 'a.csv',
      bytes: changed,
    });
    const changes = await client.call(imports.changes, { params: { id: third } });
    expect(changes.rows).toMatchObject([
      { name: 'Harbour Foods', field: fields.tier, before: 'Gold', after: 'Silver' },
    ]);
    expect(changes.total).toBe(1);
    const done = await runToEnd(client, third);
    expect(done.counts?.account).toMatchObject({ update: 1, unchanged: 2 });
    expect((await valuesByName(client))['Harbour Foods']).toMatchObject({
      [fields.tier]: 's',
      [fields.budget]: 1_250_000,
    });
  });

  test('go back with the import: changed values to what they were, new ones away', async () => {
    const fields = await accountFields(client);
    const account = await client.call(accounts.create, { body: { name: 'Harbour Foods' } });
    const records = [{ id: account.id, values: { [fields.tier]: 's' } }];
    await client.call(customFields.setValues, { body: { kind: 'account', records } });
    const id = await begun(client, { name: 'a.csv', bytes: accountFile });
    await runToEnd(client, id);
    expect((await valuesByName(client))['Harbour Foods']).toMatchObject({ [fields.tier]: 'g' });
    expect((await client.call(imports.undo, { params: { id } })).state).toBe('undone');
    expect(await valuesByName(client)).toEqual({ 'Harbour Foods': { [fields.tier]: 's' } });
    const anew = await runToEnd(client, id);
    expect(anew.counts?.account).toMatchObject({ restore: 2, update: 1 });
    expect((await valuesByName(client))['Harbour Foods']).toMatchObject({
      [fields.tier]: 'g',
      [fields.partner]: true,
    });
  });

  test('are not taken back once somebody has changed a value since', async () => {
    const fields = await accountFields(client);
    const account = await client.call(accounts.create, {
      body: { name: 'Harbour Foods', sector: 'retail' },
    });
    const id = await begun(client, {
      name: 'a.csv',
      bytes: 'Company;Industry;Tier\nHarbour Foods;retail;Gold',
    });
    await runToEnd(client, id);
    const records = [{ id: account.id, values: { [fields.tier]: 's' } }];
    await client.call(customFields.setValues, { body: { kind: 'account', records } });
    const refused = await client.refused(imports.undo, { params: { id } });
    expect(refused.detail).toMatch(/changed since/);
  });

  test('of deals name people who come in with them, and are mapped by hand where the name differs', async () => {
    const sponsor = await client.call(customFields.create, {
      body: { kind: 'deal', name: 'Sponsor', type: 'person' },
    });
    const score = await client.call(customFields.create, {
      body: { kind: 'deal', name: 'Score', type: 'number' },
    });
    const id = await begun(client, {
      name: 'team.csv',
      bytes: 'Sales agent,Manager,Regional office\nAnna Berg,Bo Lind,North\n',
    });
    const bytes =
      'Opportunity ID,Deal name,Deal stage,Sponsor,Points\nD1,Tide,Won,Anna Berg,7.5\nD2,Ebb,Won,Nobody Here,x\n';
    const view = await addFile(client, id, { name: 'deals.csv', bytes });
    const file = view.files.find(({ name }) => name === 'deals.csv');
    if (!file) throw new Error('no file');
    const columns = file.columns.map(({ header, field, dateOrder, decimalMark, scale }) => ({
      field: header === 'Points' ? score.id : field,
      dateOrder,
      decimalMark,
      scale,
    }));
    await client.call(imports.changeFile, {
      params: { id, fileId: file.id },
      body: { columns },
    });
    const done = await runToEnd(client, id);
    expect(done).toMatchObject({ state: 'done', counts: { deal: { create: 2 } } });
    const anna = (await client.call(people.list)).rows.find(({ name }) => name === 'Anna Berg');
    const { rows } = await client.call(customFields.values, { query: { kind: 'deal' } });
    expect(rows.map(({ values }) => values)).toEqual([{ [sponsor.id]: anna?.id, [score.id]: 7.5 }]);
    expect((await client.call(deals.list)).total).toBe(2);
  });

  test('wait for your word once their field is deleted, and are left out the next time', async () => {
    const { tier } = await accountFields(client);
    const id = await begun(client, { name: 'a.csv', bytes: accountFile });
    await client.call(customFields.remove, { params: { id: tier } });
    const { files } = await client.call(imports.get, { params: { id } });
    expect(files[0]?.issues).toMatchObject([{ code: 'field-gone', path: ['columns', 2] }]);
    expect(await client.refused(imports.preview, { params: { id } })).toMatchObject({
      code: 'wrong-state',
    });
    const fresh = await begun(client, { name: 'a.csv', bytes: accountFile });
    const { files: next } = await client.call(imports.get, { params: { id: fresh } });
    expect(next[0]?.columns[2]?.field).toBeNull();
  });

  test('are recognised in files that came in before their field was made', async () => {
    const bytes = 'Company,Industry,Mood\nHarbour Foods,retail,merry\n';
    await runToEnd(client, await begun(client, { name: 'a.csv', bytes }));
    const mood = await client.call(customFields.create, {
      body: { kind: 'account', name: 'Mood', type: 'text' },
    });
    const id = await begun(client, { name: 'a.csv', bytes });
    const { files } = await client.call(imports.get, { params: { id } });
    expect(files[0]).toMatchObject({ isRemembered: true });
    expect(files[0]?.columns.map(({ field }) => field)).toEqual(['name', 'sector', mood.id]);
    expect((await runToEnd(client, id)).counts?.account).toMatchObject({ update: 1 });
    expect(await valuesByName(client)).toEqual({ 'Harbour Foods': { [mood.id]: 'merry' } });
  });

  test('of another workspace are no place for a column', async () => {
    const stranger = await app.client();
    const foreign = await client.call(customFields.create, {
      body: { kind: 'account', name: 'Tier', type: 'text' },
    });
    const id = await begun(stranger, { name: 'a.csv', bytes: 'Company,Industry,Tier\nA,b,c\n' });
    const { files } = await stranger.call(imports.get, { params: { id } });
    const [file] = files;
    if (!file) throw new Error('no file');
    expect(file.columns[2]?.field).toBeNull();
    const columns = file.columns.map(({ dateOrder, decimalMark, scale }, at) => ({
      field: at === 2 ? foreign.id : null,
      dateOrder,
      decimalMark,
      scale,
    }));
    const refused = await stranger.refused(imports.changeFile, {
      params: { id, fileId: file.id },
      body: { columns },
    });
    expect(refused.status).toBe(422);
  });
});

async function accountFields(of: Client) {
  const made = async (
    name: string,
    type: 'choice' | 'choices' | 'money' | 'date' | 'boolean',
    choices: { id: string; name: string }[] = [],
  ) => (await of.call(customFields.create, { body: { kind: 'account', name, type, choices } })).id;
  const tier = await made('Tier', 'choice', [
    { id: 'g', name: 'Gold' },
    { id: 's', name: 'Silver' },
  ]);
  const budget = await made('Budget', 'money');
  const renewal = await made('Renewal', 'date');
  const partner = await made('Partner', 'boolean');
  const regions = await made('Regions', 'choices', [
    { id: 'n', name: 'North' },
    { id: 's', name: 'South' },
  ]);
  return {
    tier,
    budget,
    renewal,
    partner,
    regions,
    ids: [tier, budget, renewal, partner, regions],
  };
}

async function begun(
  of: Client,
  file: { readonly name: string; readonly bytes: string },
): Promise<ImportId> {
  const { id } = await of.call(imports.create);
  await addFile(of, id, file);
  return id;
}

/** Values of the firm's own fields of the accounts out of the trash, by the accounts' names. */
async function valuesByName(of: Client) {
  const { rows } = await of.call(customFields.values, { query: { kind: 'account' } });
  const values = new Map<string, object>(rows.map((row) => [row.subjectId, row.values]));
  const found = (await of.call(accounts.list)).rows.flatMap(({ id, name }) => {
    const own = values.get(id);
    return own ? [[name, own] as const] : [];
  });
  return Object.fromEntries(found);
}
