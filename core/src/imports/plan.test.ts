import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { mappedFields, proposeMapping, readColumns, readDictionary } from './interpret.ts';
import { headerKey } from './kinds.ts';
import { type ImportPlan, mappingIssues, planImport, runThrough } from './plan.ts';
import type { ExistingRecord, PlanFile, PlanInput } from './plan-context.ts';
import type { Choice, RecordKind } from './problem.ts';
import { plainChoice } from './problem.ts';
import { recogniseTable, type Table } from './recognise.ts';
import { facts, salesTable } from './sales-files.fixture.ts';

const today = calendarDate('2026-11-23');
const nothing: PlanInput['existing'] = {
  team: [],
  person: [],
  product: [],
  account: [],
  stage: [
    { ...record('won', 'Won'), values: { outcome: 'won', probability: 10_000 } },
    { ...record('lost', 'Lost'), values: { outcome: 'lost', probability: 0 } },
  ],
  deal: [],
};

const iso = salesFiles('iso');
const firstPlan = plan({ files: iso });

describe('planImport on the sales files', () => {
  it('takes every account, product, person, team and deal', () => {
    expect(created(firstPlan)).toEqual({
      account: facts.accounts,
      product: facts.products,
      person: facts.agents + facts.managers,
      team: facts.teams,
      stage: 2,
      deal: facts.deals,
    });
  });

  it('counts the deals of each stage', () => {
    const names = new Map(firstPlan.records.map(({ handle, name }) => [handle, name]));
    const counted: Record<string, number> = {};
    for (const { kind, values } of firstPlan.records) {
      if (kind !== 'deal') continue;
      const stage = names.get(String(values['stage'])) ?? String(values['stage']);
      const name = stage === 'won' ? 'Won' : stage === 'lost' ? 'Lost' : stage;
      counted[name] = (counted[name] ?? 0) + 1;
    }
    expect(counted).toEqual(facts.stages);
  });

  it('sums the won value to the cent', () => {
    const won = firstPlan.records.filter(
      ({ kind, values }) => kind === 'deal' && values['stage'] === 'won',
    );
    const total = won.reduce((sum, { values }) => sum + Number(values['value']), 0);
    expect(total).toBe(facts.wonValue * 100);
  });

  it('reads the same dates from the file with the day first', () => {
    const dayFirst = plan({ files: salesFiles('day-first') });
    expect(datesByKey(dayFirst)).toEqual(datesByKey(firstPlan));
    expect(datesByKey(firstPlan).size).toBe(facts.deals);
  });

  it('meets the known dirt with one group for each sort', () => {
    const counts = Object.fromEntries(firstPlan.groups.map(({ key, count }) => [key, count]));
    expect(counts).toMatchObject({
      'deals/account/missing': facts.withoutAccount,
      'deals/opened-missing': facts.withoutOpening,
      'deals/value-missing': facts.openWithoutValue,
      'deals/stage/unknown/Prospecting': facts.stages.Prospecting,
      'deals/stage/unknown/Engaging': facts.stages.Engaging,
    });
    const slipped = firstPlan.groups.find(({ key }) => key.startsWith('deals/product/unknown/'));
    expect(slipped?.count).toBe(facts.slippedProduct);
    expect(slipped?.chosen.action).toBe('use');
    const sector = firstPlan.groups.find(({ key }) => key === 'accounts/sector/misspelt/technolgy');
    expect(sector?.chosen).toEqual({ ...plainChoice('correct'), target: 'technology' });
  });

  it('takes revenue in millions as the data dictionary says', () => {
    const revenue = firstPlan.records.find(({ kind }) => kind === 'account')?.values[
      'annualRevenue'
    ];
    const [header = [], first = []] = [iso[0]?.header, iso[0]?.rows[0]];
    const written = Number(first[header.indexOf('revenue')]);
    expect(revenue).toBe(Math.round(written * 100) * 1_000_000);
  });

  it('puts every record after those it names', () => {
    const seen = new Set<unknown>();
    const early = firstPlan.records.filter(({ handle, values }) => {
      seen.add(handle);
      return Object.values(values).some(
        (value) => String(value).startsWith('new:') && !seen.has(value),
      );
    });
    expect(early).toEqual([]);
  });

  it('names each problem by file, row and column', () => {
    const pipeline = salesTable('sales_pipeline', 'iso');
    const at = pipeline.rows.findIndex((row) => row[3] === '');
    const found = firstPlan.problems.find(({ groupKey }) => groupKey === 'deals/account/missing');
    expect(found).toEqual({
      fileId: 'sales_pipeline',
      row: at + 2,
      column: 'account',
      value: '',
      groupKey: 'deals/account/missing',
    });
  });

  it('finds everything again the second time, whatever the records were named after', () => {
    const second = plan({ files: iso, existing: asExisting(firstPlan) });
    for (const counts of Object.values(second.counts)) expect(counts.create).toBe(0);
    expect(second.counts.deal).toMatchObject({ unchanged: facts.deals, update: 0 });
    expect(second.counts.account).toMatchObject({ unchanged: facts.accounts, update: 0 });
    expect(second.counts.product).toMatchObject({ unchanged: facts.products, update: 0 });
    expect(second.counts.person).toMatchObject({ unchanged: facts.agents, update: 0 });
  });

  it('shows a changed value field by field, and keeps it when told to', () => {
    const changed = iso.map((file) => (file.kind === 'products' ? withPrice(file, '9999') : file));
    const update = plan({ files: changed, existing: asExisting(firstPlan) });
    expect(update.counts.product).toMatchObject({ update: 1, unchanged: facts.products - 1 });
    const record = update.records.find(({ action }) => action === 'update');
    expect(record?.changes).toEqual([
      { field: 'price', before: expect.any(Number), after: 999_900 },
    ]);
    const keep = { 'products/will-change': plainChoice('keep') };
    const kept = plan({ files: changed, existing: asExisting(firstPlan), choices: keep });
    expect(kept.counts.product).toMatchObject({ update: 0, keep: 1 });
    expect(kept.records.find(({ action }) => action === 'keep')?.values).toEqual({});
  });
});

describe('choices', () => {
  const slipped = firstPlan.groups.find(({ key }) => key.startsWith('deals/product/unknown/'));
  const key = slipped?.key ?? '';

  it('can make a new product of the unknown one, once', () => {
    const made = plan({ files: iso, choices: { [key]: plainChoice('create') } });
    expect(made.counts.product.create).toBe(facts.products + 1);
    expect(made.groups.find((group) => group.key === key)?.count).toBe(facts.slippedProduct);
  });

  it('can leave the rows out', () => {
    const made = plan({ files: iso, choices: { [key]: plainChoice('skip') } });
    expect(made.counts.deal.skip).toBe(facts.slippedProduct);
    expect(made.counts.deal.create).toBe(facts.deals - facts.slippedProduct);
  });

  it('can leave the field empty', () => {
    const made = plan({ files: iso, choices: { [key]: plainChoice('empty') } });
    const empty = made.records.filter(
      ({ kind, values }) => kind === 'deal' && values['product'] === undefined,
    );
    expect(empty).toHaveLength(facts.slippedProduct);
  });

  it('can put deals without an account on one of the file', () => {
    const target = iso[0]?.rows[1]?.[0] ?? '';
    const choice: Choice = { ...plainChoice('use'), target };
    const made = plan({ files: iso, choices: { 'deals/account/missing': choice } });
    const account = made.records.find(({ kind, name }) => kind === 'account' && name === target);
    const moved = made.records.filter(({ values }) => values['account'] === account?.handle);
    expect(moved.length).toBeGreaterThanOrEqual(facts.withoutAccount);
    expect(made.records.some(({ kind, values }) => kind === 'deal' && !values['account'])).toBe(
      false,
    );
  });

  it('fall back to the standard when the target is gone', () => {
    const choice: Choice = { ...plainChoice('use'), target: 'Nobody & Sons' };
    const made = plan({ files: iso, choices: { 'deals/account/missing': choice } });
    const group = made.groups.find((found) => found.key === 'deals/account/missing');
    expect(group?.chosen).toEqual(plainChoice('empty'));
  });

  it('can value open deals at the price of their product', () => {
    const made = plan({ files: iso, choices: { 'deals/value-missing': plainChoice('price') } });
    const worthless = made.records.filter(
      ({ kind, values }) => kind === 'deal' && values['value'] === 0 && values['stage'] !== 'lost',
    );
    expect(worthless).toHaveLength(0);
  });

  it('can set the chance of a new stage', () => {
    const choice: Choice = { ...plainChoice('create'), probability: 1500 };
    const made = plan({ files: iso, choices: { 'deals/stage/unknown/Prospecting': choice } });
    const stage = made.records.find(({ name }) => name === 'Prospecting');
    expect(stage?.values).toMatchObject({ outcome: 'open', probability: 1500 });
  });
});

describe('dirt of our own making', () => {
  it('keeps the last of two different rows with one key, or the first', () => {
    const rows = 'opportunity id,stage,value\nA1,Won,10\nA1,Won,20\nA1,Won,20';
    const last = plan({ files: [fileOf('deals.csv', rows)] });
    expect(last.records.find(({ kind }) => kind === 'deal')?.values['value']).toBe(2000);
    expect(last.counts.deal).toMatchObject({ create: 1, skip: 2 });
    const choices = { 'deals/duplicate/other': plainChoice('first') };
    const first = plan({ files: [fileOf('deals.csv', rows)], choices });
    expect(first.records.find(({ kind }) => kind === 'deal')?.values['value']).toBe(1000);
  });

  it('notes a close date before the opening, a value below 0 and a cell that is no date', () => {
    const rows =
      'deal id,stage,open date,close date,amount\n' +
      'A1,Won,2024-05-01,2024-04-01,10\nA2,Won,2024-05-01,2024-06-01,-10\nA3,Won,2024-02-31,,\n' +
      'A4,Won,2024-05-01,2024-06-01,x';
    const { groups } = plan({ files: [fileOf('deals.csv', rows)] });
    expect(groups.map(({ key }) => key).sort()).toEqual([
      'deals/closed-without-date',
      'deals/closes-before-open',
      'deals/opened-missing',
      'deals/openedOn/date-unreadable',
      'deals/value-negative',
      'deals/value/number-unreadable',
      'deals/won-without-value',
    ]);
  });

  it('refuses an account that is above itself', () => {
    const rows =
      'company,industry,employees,parent company\nA,retail,1,B\nB,retail,2,C\nC,retail,3,A';
    const made = plan({ files: [fileOf('accounts.csv', rows)] });
    expect(made.groups.map(({ key }) => key)).toEqual(['accounts/parent/parent-loop']);
    const parents = made.records.filter(({ values }) => values['parent']);
    expect(parents).toHaveLength(2);
  });

  it('leaves out rows with the wrong number of cells, or reads them from the left', () => {
    const rows = 'product,series,price\nLamp,L,10\nDesk,D';
    const left = plan({ files: [fileOf('products.csv', rows)] });
    expect(left.counts.product).toMatchObject({ create: 1, skip: 1 });
    const choices = { 'products/row-shape/short': plainChoice('keep') };
    expect(plan({ files: [fileOf('products.csv', rows)], choices }).counts.product.create).toBe(2);
  });

  it('offers what stands in the trash back', () => {
    const lamp = {
      ...record('lamp', 'Lamp'),
      isTrashed: true,
      values: { name: 'Lamp', price: 1000 },
    };
    const files = [fileOf('products.csv', 'product,series,price\nLamp,L,12')];
    const made = plan({ files, existing: { ...nothing, product: [lamp] } });
    expect(made.counts.product).toMatchObject({ restore: 1, create: 0 });
    const choices = { 'products/in-trash': plainChoice('skip') };
    const left = plan({ files, existing: { ...nothing, product: [lamp] }, choices });
    expect(left.counts.product).toMatchObject({ restore: 0, skip: 1 });
  });

  it('finds deals without keys again by their content', () => {
    const file = fileOf(
      'deals.csv',
      'deal stage,account,amount,close date\nWon,Acme,10,2024-01-31',
    );
    const choices = { 'deals/account/unknown/Acme': plainChoice('create') };
    const first = plan({ files: [file], choices });
    const second = plan({ files: [file], choices, existing: asExisting(first) });
    expect(first.counts.deal.create).toBe(1);
    expect(second.counts.deal).toMatchObject({ create: 0, unchanged: 1 });
  });

  it('settles many unknown names together, and makes each of them once', () => {
    const rows = Array.from({ length: 300 }, (_, at) => `A${at},Won,Client ${at % 100}`);
    const file = fileOf('deals.csv', `deal id,stage,account\n${rows.join('\n')}`);
    const made = plan({ files: [file] });
    expect(made.counts).toMatchObject({ account: { create: 100 }, deal: { create: 300 } });
    expect(made.groups.filter(({ field }) => field === 'account')).toHaveLength(21);
    const rest = made.groups.find(({ key }) => key === 'deals/account/unknown-names');
    expect(rest?.count).toBe(240);
    const choices = { 'deals/account/unknown-names': plainChoice('empty') };
    expect(plan({ files: [file], choices }).counts.account.create).toBe(20);
  });

  it('sends "Closed won" to the one stage that wins', () => {
    const made = plan({ files: [fileOf('deals.csv', 'deal id,stage,value\nA1,Closed Won,10')] });
    expect(made.records.find(({ kind }) => kind === 'deal')?.values['stage']).toBe('won');
  });

  it('does not send a new client to one of a similar short name', () => {
    const acme = { ...record('acme', 'Acme'), values: { name: 'Acme' } };
    const file = fileOf('deals.csv', 'deal id,stage,account\nA1,Won,Acne');
    const made = plan({ files: [file], existing: { ...nothing, account: [acme] } });
    const group = made.groups.find(({ key }) => key === 'deals/account/unknown/Acne');
    expect(group?.options[0]).toMatchObject({ action: 'use', target: 'Acme' });
    expect(group?.chosen.action).toBe('create');
  });
});

describe('mappingIssues', () => {
  it('asks for what is missing and for formats that nobody can know', () => {
    const table = tableOf('deals.csv', 'deal id,close date,amount\nA1,03-04-2024,"1,234"');
    const file = fileFrom({ ...table, rows: table.rows }, new Map(), 'deals');
    expect(mappingIssues(file).map(({ code }) => code)).toEqual([
      'field-missing',
      'date-order',
      'decimal-mark',
    ]);
  });
});

function plan(input: Partial<PlanInput> & { files: readonly PlanFile[] }): ImportPlan {
  for (const file of input.files) expect(mappingIssues(file)).toEqual([]);
  return runThrough(
    planImport({ existing: nothing, choices: {}, currency: 'USD', today, ...input }),
  );
}

function salesFiles(dates: 'iso' | 'day-first'): PlanFile[] {
  const names = ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const;
  const tables = names.map((name) => salesTable(name, dates));
  const headers = new Set(tables.flatMap(({ header }) => header.map(headerKey)));
  const dictionary = readDictionary(salesTable('data_dictionary', dates), headers);
  return tables.map((table, at) => ({ ...fileFrom(table, dictionary), id: names[at] ?? '' }));
}

function fileFrom(
  table: Table,
  dictionary: ReadonlyMap<string, string> = new Map(),
  kind = recogniseTable(table).kind,
): PlanFile {
  if (kind === null) throw new Error(`${table.name} was not recognised`);
  const guesses = recogniseTable(table).columns.map((guess, at) =>
    kind === 'deals' && table.header[at] === 'close date'
      ? { ...guess, field: 'closeOn' }
      : kind === 'deals' && table.header[at] === 'amount'
        ? { ...guess, field: 'value' }
        : guess,
  );
  const readings = readColumns(table, mappedFields(kind, guesses), dictionary);
  const columns = proposeMapping(guesses, readings);
  return { id: table.name, kind, header: table.header, columns, rows: table.rows };
}

function fileOf(name: string, text: string): PlanFile {
  return fileFrom(tableOf(name, text));
}

function tableOf(name: string, text: string): Table {
  const cells = text
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
  const [header = [], ...rows] = cells;
  return { name, header, rows };
}

function withPrice(file: PlanFile, price: string): PlanFile {
  const at = file.header.indexOf('sales_price');
  const rows = file.rows.map((row, index) =>
    index === 0 ? row.map((cell, column) => (column === at ? price : cell)) : row,
  );
  return { ...file, rows };
}

function created(made: ImportPlan): Record<RecordKind, number> {
  const { account, product, person, team, stage, deal } = made.counts;
  return {
    account: account.create,
    product: product.create,
    person: person.create,
    team: team.create,
    stage: stage.create,
    deal: deal.create,
  };
}

function datesByKey(made: ImportPlan): Map<unknown, readonly unknown[]> {
  const deals = made.records.filter(({ kind }) => kind === 'deal');
  return new Map(
    deals.map(({ values }) => [values['externalKey'], [values['openedOn'], values['closeOn']]]),
  );
}

/** The workspace as it stands after a plan was carried out. */
function asExisting(made: ImportPlan): PlanInput['existing'] {
  const of = (kind: RecordKind): ExistingRecord[] => [
    ...nothing[kind],
    ...made.records
      .filter((planned) => planned.kind === kind)
      .map(({ handle, name, values }) => ({
        id: handle,
        name,
        externalKey: (values['externalKey'] as string | undefined) ?? null, // set from a cell
        isTrashed: false,
        values,
      })),
  ];
  return {
    team: of('team'),
    person: of('person'),
    product: of('product'),
    account: of('account'),
    stage: of('stage'),
    deal: of('deal'),
  };
}

function record(id: string, name: string): ExistingRecord {
  return { id, name, externalKey: null, isTrashed: false, values: {} };
}
