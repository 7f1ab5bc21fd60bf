import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContactRows, recogniseContactColumns } from './contact-table.ts';

test('columns are known by the headers that our lists, Outlook and Google write', () => {
  expect(
    recogniseContactColumns(['Contact', 'ID', 'Account', 'Role', 'E-mail', 'Phone', 'Known by']),
  ).toEqual(['name', null, 'organisation', 'job-title', 'email', 'phone', null]);
  expect(
    recogniseContactColumns([
      'First Name',
      'Last Name',
      'Organization 1 - Name',
      'Organization 1 - Title',
      'E-mail 1 - Type',
      'E-mail 1 - Value',
      'Phone 1 - Value',
    ]),
  ).toEqual(['given-name', 'family-name', 'organisation', 'job-title', null, 'email', 'phone']);
  expect(
    recogniseContactColumns([
      'E-mail Address',
      'E-mail 2 Address',
      'Mobile Phone',
      'Business Phone',
    ]),
  ).toEqual(['email', 'email', 'phone', 'phone']);
});

test('a row is read with every problem by its column', () => {
  const [read] = readContactRows(
    ['First name', 'Last name', 'Company', 'E-mail', 'Mobile', 'Language', 'Notes'],
    [['Anna', 'Berg', 'Harbour', 'anna@x.example; nonsense', 'none', 'Klingon', 'Met in Kiel.']],
  );
  expect(read?.contact).toEqual({
    name: 'Anna Berg',
    jobTitle: null,
    organisation: 'Harbour',
    emails: [{ email: 'anna@x.example', label: '' }],
    phones: [],
    language: null,
    notes: 'Met in Kiel.',
  });
  expect(read?.problems.map(({ column }) => column)).toEqual(['E-mail', 'Mobile', 'Language']);
  const [nobody, mailOnly] = readContactRows(['Name', 'E-mail'], [[''], ['', 'a@b.example']]);
  expect(nobody?.problems).toEqual([{ column: null, message: 'The row names nobody.' }]);
  expect(mailOnly?.contact.name).toBe('a@b.example');
});

test('whatever stands in the cells, nothing is thrown and nothing is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 })), (rows) => {
      const read = readContactRows(['Name', 'E-mail', 'Phone', 'Language', 'Notes'], rows);
      expect(read).toHaveLength(rows.length);
      for (const { contact, problems } of read)
        expect(contact.name !== '' || problems.length > 0).toBe(true);
    }),
  );
});
