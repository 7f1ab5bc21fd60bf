import { customFields } from '@evenkeel/contract/custom-fields';
import { leadImports } from '@evenkeel/contract/lead-imports';
import { leads } from '@evenkeel/contract/leads';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

const text = [
  'Name;Company;E-mail;Budget;What they asked',
  'Anna Berg;Harbour Foods;anna@harbour.example;12.500,00;A study',
  'Bo Lind;Velden Energy;;much;A tool',
  ';;;;',
  'Anna Berg;Harbour Foods;ANNA@harbour.example;1,00;Twice',
  'Ines Duarte;Lumen;ines@lumen.example;3,50;Tables',
].join('\n');

describe('leads from a CSV file (CR-10)', () => {
  test('are shown before anything is written, columns to be chosen, with who is here already', async () => {
    await seller.call(leads.create, { body: { name: 'Ines D.', email: 'Ines@lumen.example' } });
    const budget = await seller.call(customFields.create, {
      body: { kind: 'lead', name: 'Budget', type: 'money' },
    });
    const first = await seller.call(leadImports.preview, { body: { text } });
    expect(first.columns.map(({ holds }) => holds)).toEqual([
      'name',
      'company',
      'email',
      budget.id,
      null,
    ]);
    const chosen = await seller.call(leadImports.preview, {
      body: { text, holds: ['name', 'company', 'email', budget.id, 'interest'] },
    });
    expect(chosen.rows.map(({ proposed, isNamed }) => [proposed, isNamed])).toEqual([
      ['add', true],
      ['add', true],
      ['skip', false],
      ['skip', true],
      ['skip', true],
    ]);
    expect(chosen.rows[0]).toMatchObject({
      lead: { name: 'Anna Berg', interest: 'A study' },
      own: { [budget.id]: 1_250_000 },
    });
    expect(chosen.rows[1]?.problems).toEqual([
      { column: 'Budget', message: '“much” is no value for Budget; left out.' },
    ]);
    expect(chosen.rows[3]?.problems[0]?.message).toBe('Stands in the file already.');
    expect(chosen.rows[4]?.match?.name).toBe('Ines D.');
    expect((await seller.call(leads.list)).total).toBe(1);
  });

  test('are taken in all or none, with the fields of the firm’s own', async () => {
    const [field] = (await seller.call(customFields.list, { query: { kind: 'lead' } })).rows;
    if (!field) throw new Error('there is one');
    const before = (await seller.call(leads.list)).total;
    const refused = await seller.refused(leadImports.run, {
      body: { rows: [{ lead: { name: 'Ok' } }, { lead: { name: '' } }] },
    });
    expect(refused.issues[0]?.path).toEqual(['rows', 1, 'lead', 'name']);
    const wrong = { lead: { name: 'Wrong' }, own: { [field.id]: 'text' } };
    await seller.refused(leadImports.run, { body: { rows: [{ lead: { name: 'Ok' } }, wrong] } });
    expect((await seller.call(leads.list)).total).toBe(before);
    const done = await seller.call(leadImports.run, {
      body: {
        rows: [
          { lead: { name: 'Anna Berg', email: 'anna@harbour.example' }, own: { [field.id]: 99 } },
          { lead: { name: 'Bo Lind' } },
        ],
      },
    });
    expect(done).toEqual({ added: 2 });
    const { rows } = await seller.call(leads.list, { query: { search: 'Anna' } });
    const values = await seller.call(customFields.values, {
      query: { kind: 'lead', subjectId: rows[0]?.id },
    });
    expect(values.rows[0]?.values).toEqual({ [field.id]: 99 });
    expect(rows[0]).toMatchObject({ state: 'new', email: 'anna@harbour.example' });
  });

  test('a file without leads, or without a name for any, says so', async () => {
    const empty = await seller.refused(leadImports.preview, { body: { text: 'Name,Company\n' } });
    expect(empty.issues[0]?.message).toBe('There is no lead in this file.');
    const viewer = await app.client({ role: 'viewer', workspaceOf: seller });
    const refused = await viewer.refused(leadImports.preview, { body: { text } });
    expect(refused.code).toBe('not-allowed');
  });
});
