import { accounts } from '@evenkeel/contract/accounts';
import { contactImports } from '@evenkeel/contract/contact-imports';
import { contacts } from '@evenkeel/contract/contacts';
import { writeCards } from '@evenkeel/core/contacts/vcard';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

const preview = (name: string, text: string) =>
  seller.call(contactImports.preview, { body: { name, text } });

test('a CSV shows each row with its problems and who of it is here (CR-10)', async () => {
  const account = await seller.call(accounts.create, { body: { name: 'Harbour Logistics GmbH' } });
  const anna = await seller.call(contacts.create, {
    body: { name: 'Anna Berg', emails: [{ email: 'anna@harbour.example' }], jobTitle: 'Head' },
  });
  const found = await preview(
    'people.csv',
    'First name;Last name;Company;E-mail;Phone;Shoe size\n' +
      'A.;Berg;Harbour Logistics;Anna@harbour.example;+49 170 1;41\n' +
      'Bo;Lind;Nowhere Ltd;no address;+46 8 1;42\n' +
      'Anna;Again;;anna@harbour.example;;\n' +
      ';;Harbour;;;\n',
  );
  expect(found.format).toBe('csv');
  expect(found.columns.at(-1)).toEqual({ header: 'Shoe size', holds: null });
  expect(found.rows.map(({ proposed }) => proposed)).toEqual(['update', 'add', 'skip', 'skip']);
  expect(found.rows[0]).toMatchObject({
    account: { id: account.id },
    matches: [{ id: anna.id, isSure: true }],
    problems: [],
  });
  expect(found.rows[1]?.problems).toEqual([
    { column: 'E-mail', message: '“no address” is no e-mail address and is left out.' },
  ]);
  expect(found.rows[3]?.isNamed).toBe(false);
  expect((await seller.call(contacts.list)).total).toBe(1);

  const rows = found.rows.slice(0, 2).map(({ contact, matches }) => ({
    contactId: matches[0]?.id ?? null,
    contact,
  }));
  const done = await seller.call(contactImports.run, { body: { rows, addAccounts: true } });
  expect(done).toEqual({ added: 1, updated: 1, accounts: 1 });
  const known = await seller.call(contacts.get, { params: { id: anna.id } });
  expect(known).toMatchObject({
    name: 'Anna Berg',
    jobTitle: 'Head',
    phones: [{ phone: '+49 170 1' }],
    accounts: [{ id: account.id }],
  });
  expect(known.emails).toHaveLength(1);
  const [bo] = (await seller.call(contacts.list, { query: { search: 'Bo Lind' } })).rows;
  expect(bo).toMatchObject({ phone: '+46 8 1', accounts: [{ name: 'Nowhere Ltd' }] });
  const again = await seller.call(contactImports.run, {
    body: { rows: rows.slice(0, 1), addAccounts: true },
  });
  expect(again).toEqual({ added: 0, updated: 1, accounts: 0 });
  expect((await seller.call(contacts.get, { params: { id: anna.id } })).phones).toHaveLength(1);
});

test('vCards come in as they went out', async () => {
  const card = {
    name: 'Jörg Müller',
    jobTitle: 'Head of operations',
    organisation: null,
    emails: [{ email: 'jorg@x.example', label: 'work' }],
    phones: [{ phone: '+49 1', label: 'cell' }],
    language: 'de',
    notes: 'One line.\nAnother.',
  };
  const found = await preview('me.vcf', writeCards([card]));
  expect(found).toMatchObject({ format: 'vcard', columns: [], rows: [{ contact: card }] });
  await seller.call(contactImports.run, {
    body: { rows: [{ contactId: null, contact: card }], addAccounts: false },
  });
  const [added] = (await seller.call(contacts.list, { query: { search: 'Müller' } })).rows;
  expect(added).toMatchObject({ jobTitle: card.jobTitle, email: 'jorg@x.example', language: 'de' });
});

test('what holds no contact is refused with the reason', async () => {
  const refused = (name: string, text: string) =>
    seller.refused(contactImports.preview, { body: { name, text } });
  expect((await refused('a.vcf', 'hello')).issues[0]?.code).toBe('empty');
  expect((await refused('a.csv', 'Colour,Size\nred,1')).issues[0]?.code).toBe('no-names');
  const many = `Name\n${'Anna\n'.repeat(2_001)}`;
  expect((await refused('a.csv', many)).code).toBe('too-large');
});

test('all or none: a contact of another firm among them writes nothing', async () => {
  const stranger = await app.client();
  const theirs = await stranger.call(contacts.create, { body: { name: 'Theirs' } });
  const contact = {
    name: 'Never added',
    jobTitle: null,
    organisation: 'Never made',
    emails: [],
    phones: [],
    language: null,
    notes: '',
  };
  const problem = await seller.refused(contactImports.run, {
    body: {
      rows: [
        { contactId: null, contact },
        { contactId: theirs.id, contact },
      ],
      addAccounts: true,
    },
  });
  expect(problem.code).toBe('not-found');
  expect((await seller.call(contacts.list, { query: { search: 'Never' } })).total).toBe(0);
  expect((await seller.call(accounts.list, { query: { search: 'Never' } })).total).toBe(0);
  const found = await stranger.call(contactImports.preview, {
    body: { name: 'a.csv', text: 'Name,E-mail\nAnna Berg,anna@harbour.example' },
  });
  expect(found.rows[0]).toMatchObject({ matches: [], proposed: 'add' });
});
