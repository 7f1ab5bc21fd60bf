import { describe, expect, it } from 'vitest';
import { mappedFields, proposeMapping, readColumns, readDictionary } from './interpret.ts';
import { headerKey, headerSignature } from './kinds.ts';
import { recogniseColumns, recogniseTable, type Table } from './recognise.ts';
import { salesTable } from './sales-files.fixture.ts';
import { readStageName } from './vocabulary.ts';

describe('recogniseTable', () => {
  it.each([
    ['accounts', 'accounts', 'name sector foundedYear annualRevenue employees country parent'],
    ['products', 'products', 'name series price'],
    ['sales_teams', 'people', 'name manager team'],
    ['sales_pipeline', 'deals', 'externalKey owner product account stage openedOn closeOn value'],
  ] as const)('recognises %s and each of its columns', (file, kind, fields) => {
    const guess = recogniseTable(salesTable(file, 'iso'));
    expect(guess.kind).toBe(kind);
    expect(guess.confidence).toBeGreaterThan(80);
    expect(guess.columns.map(({ field }) => field)).toEqual(fields.split(' '));
  });

  it('does so without the help of the file names', () => {
    for (const file of ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const) {
      const table = salesTable(file, 'iso');
      expect(recogniseTable({ ...table, name: 'export.csv' }).kind).toBe(
        recogniseTable(table).kind,
      );
    }
  });

  it('leaves a data dictionary and a foreign table alone', () => {
    expect(recogniseTable(salesTable('data_dictionary', 'iso')).kind).toBeNull();
    expect(recogniseTable(table('rain.csv', 'station,mm,hour\nA,12,3\nB,1,4')).kind).toBeNull();
  });

  it('reads headers of other programs', () => {
    const exported = table(
      'Opportunities.csv',
      'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Opportunity Owner\n' +
        '006A1,New site,Acme,Closed Won,1200.50,2024-05-01,Ann Lee',
    );
    expect(recogniseTable(exported)).toMatchObject({
      kind: 'deals',
      columns: [
        { field: 'externalKey' },
        { field: 'name' },
        { field: 'account' },
        { field: 'stage' },
        { field: 'value' },
        { field: 'closeOn' },
        { field: 'owner' },
      ],
    });
  });

  it('takes a column for the firm’s own field of the same name, of the right kind only', () => {
    const own = {
      deals: [{ id: 'f1', name: 'Lead score', type: 'number', choices: [] }],
      accounts: [{ id: 'f2', name: 'Client', type: 'text', choices: [] }],
    } as const;
    const exported = table(
      'Opportunities.csv',
      'Opportunity ID,Stage,LEAD_SCORE,Score,Client\n006A1,Won,7,8,Acme',
    );
    expect(recogniseTable(exported, own).columns.map(({ field }) => field)).toEqual([
      'externalKey',
      'stage',
      'f1',
      null,
      'account',
    ]);
  });

  it('says how sure it is and why', () => {
    const [exact, near, alone] = recogniseColumns(
      table('p.csv', 'Name,Emial,X\nAnn Lee,ann@example.com,1\nBo Li,bo@example.com,2'),
      'people',
    );
    expect(exact).toMatchObject({ field: 'name', because: 'header' });
    expect(near).toMatchObject({ field: 'email', because: 'similar-header' });
    expect(alone).toMatchObject({ field: null, confidence: 0, because: 'nothing' });
  });

  it('recognises mail addresses and stages by what the cells hold', () => {
    const people = table('p.csv', 'Name,Contact\nAnn Lee,ann@example.com\nBo Li,bo@example.com');
    expect(recogniseColumns(people, 'people')[1]).toMatchObject({
      field: 'email',
      because: 'content',
    });
    const deals = table('d.csv', 'id,x\nA1,Won\nA2,Lost\nA3,Talks');
    expect(recogniseColumns(deals, 'deals')[1]).toMatchObject({
      field: 'stage',
      because: 'content',
    });
  });

  it('does not take a column of names for dates because of its header', () => {
    const odd = table('d.csv', 'id,stage,close date\nA1,Won,Ann\nA2,Lost,Bo');
    expect(recogniseColumns(odd, 'deals')[2]?.field).not.toBe('closeOn');
  });
});

describe('readColumns and proposeMapping', () => {
  it('finds millions in the header, in a dictionary and by plausibility', () => {
    const accounts = salesTable('accounts', 'iso');
    const dictionary = readDictionary(
      salesTable('data_dictionary', 'iso'),
      new Set(accounts.header.map(headerKey)),
    );
    expect(revenueScale(accounts, dictionary)).toMatchObject({
      scale: 1_000_000,
      because: 'dictionary',
    });
    expect(revenueScale(accounts)).toMatchObject({ scale: 1_000_000, because: 'plausibility' });
    const named = { ...accounts, header: accounts.header.map(inThousands) };
    expect(revenueScale(named)).toMatchObject({ scale: 1000, because: 'header' });
  });

  it('finds the currency that a dictionary names', () => {
    const accounts = salesTable('accounts', 'iso');
    const dictionary = new Map([['revenue', 'in millions of USD']]);
    const fields = mappedFields('accounts', recogniseTable(accounts).columns);
    const at = fields.findIndex((field) => field?.key === 'annualRevenue');
    expect(readColumns(accounts, fields, dictionary)[at]?.currency).toBe('USD');
  });

  it('settles an ambiguous date order by a sibling column, and leaves it open without one', () => {
    const header = 'deal id,stage,open date,close date\n';
    const settled = columnsOf(table('d.csv', `${header}A1,Won,18/03/2017,01/04/2017`));
    expect(settled.map(({ dateOrder }) => dateOrder).slice(2)).toEqual([
      'day-month-year',
      'day-month-year',
    ]);
    const open = columnsOf(table('d.csv', `${header}A1,Won,08/03/2017,01/04/2017`));
    expect(open.map(({ dateOrder }) => dateOrder).slice(2)).toEqual([null, null]);
  });
});

describe('names', () => {
  it('compares headers by their words', () => {
    expect(headerKey('Close_Date')).toBe('close date');
    expect(headerKey('closeDate')).toBe('close date');
    expect(headerKey('Revenue (in millions)')).toBe('revenue');
    expect(headerSignature(['A B', 'c_d'])).toBe('a b|c d');
  });

  it('reads the outcome of a stage from its name', () => {
    expect(readStageName('Closed Won').outcome).toBe('won');
    expect(readStageName('CLOSED_LOST').outcome).toBe('lost');
    expect(readStageName('Prospecting')).toEqual({ outcome: 'open', probability: 1000 });
    expect(readStageName('Wonderland')).toEqual({ outcome: 'open', probability: 5000 });
  });
});

function table(name: string, text: string): Table {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return { name, header, rows };
}

function inThousands(header: string): string {
  return header === 'revenue' ? 'revenue (in thousands)' : header;
}

function revenueScale(accounts: Table, dictionary: ReadonlyMap<string, string> = new Map()) {
  const fields = mappedFields('accounts', recogniseTable(accounts).columns);
  const at = fields.findIndex((field) => field?.key === 'annualRevenue');
  return readColumns(accounts, fields, dictionary)[at]?.scale;
}

function columnsOf(deals: Table) {
  const guesses = recogniseColumns(deals, 'deals');
  return proposeMapping(guesses, readColumns(deals, mappedFields('deals', guesses), new Map()));
}
