import { describe, expect, test } from 'vitest';
import { readLeadRows, recogniseLeadColumns } from './lead-table.ts';

const fields = [
  { id: 'f1', name: 'Budget', type: 'money', choices: [] },
  { id: 'f2', name: 'Rating', type: 'choice', choices: [{ id: 'c1', name: 'Hot' }] },
] as const;
const header = ['Full name', 'Firma', 'E-Mail', 'Budget', 'Rating', 'Shoe size', 'Name'];

describe('a table of leads (CR-10)', () => {
  test('is recognised by its headers, with the firm’s own fields, each once', () => {
    expect(recogniseLeadColumns(header, fields)).toEqual([
      'name',
      'company',
      'email',
      'f1',
      'f2',
      null,
      null,
    ]);
  });

  test('is read row by row; what cannot be read is named and left out', () => {
    const holds = recogniseLeadColumns(header, fields);
    const rows = [
      ['Anna Berg', 'Harbour', 'anna@harbour.example', '1.200,50', 'hot', '38', ''],
      ['', 'Velden', 'velden', 'much', 'cold', '', ''],
      ['', '', '', '', '', '41', ''],
    ];
    const read = readLeadRows({
      header,
      rows,
      holds,
      fields,
      currency: 'EUR',
      people: new Map(),
    });
    expect(read[0]).toMatchObject({
      lead: { name: 'Anna Berg', company: 'Harbour', email: 'anna@harbour.example' },
      own: { f1: 120_050, f2: 'c1' },
      problems: [],
    });
    expect(read[1]).toMatchObject({ lead: { name: 'Velden', email: null }, own: {} });
    expect(read[1]?.problems.map(({ message }) => message)).toEqual([
      '“much” is no value for Budget; left out.',
      '“cold” is no value for Rating; left out.',
      '“velden” is no e-mail address; left out.',
    ]);
    expect(read[2]?.problems.at(-1)?.message).toBe('The row names nobody.');
  });
});
