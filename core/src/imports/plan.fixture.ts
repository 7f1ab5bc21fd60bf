import { expect } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { mappedFields, proposeMapping, readColumns, readDictionary } from './interpret.ts';
import { headerKey } from './kinds.ts';
import { type ImportPlan, mappingIssues, planImport, runThrough } from './plan.ts';
import type { ExistingRecord, PlanFile, PlanInput } from './plan-context.ts';
import type { RecordKind } from './problem.ts';
import { recogniseTable, type Table } from './recognise.ts';
import { salesTable } from './sales-files.fixture.ts';

export const today = calendarDate('2026-11-23');
export const nothing: PlanInput['existing'] = {
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

export const iso = salesFiles('iso');
export const firstPlan = plan({ files: iso });

export function plan(input: Partial<PlanInput> & { files: readonly PlanFile[] }): ImportPlan {
  for (const file of input.files) expect(mappingIssues(file)).toEqual([]);
  return runThrough(
    planImport({ existing: nothing, choices: {}, currency: 'USD', today, ...input }),
  );
}

export function salesFiles(dates: 'iso' | 'day-first'): PlanFile[] {
  const names = ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const;
  const tables = names.map((name) => salesTable(name, dates));
  const headers = new Set(tables.flatMap(({ header }) => header.map(headerKey)));
  const dictionary = readDictionary(salesTable('data_dictionary', dates), headers);
  return tables.map((table, at) => ({ ...fileFrom(table, dictionary), id: names[at] ?? '' }));
}

export function fileFrom(
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

export function fileOf(name: string, text: string): PlanFile {
  return fileFrom(tableOf(name, text));
}

export function tableOf(name: string, text: string): Table {
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

export function withPrice(file: PlanFile, price: string): PlanFile {
  const at = file.header.indexOf('sales_price');
  const rows = file.rows.map((row, index) =>
    index === 0 ? row.map((cell, column) => (column === at ? price : cell)) : row,
  );
  return { ...file, rows };
}

export function created(made: ImportPlan): Record<RecordKind, number> {
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

export function datesByKey(made: ImportPlan): Map<unknown, readonly unknown[]> {
  const deals = made.records.filter(({ kind }) => kind === 'deal');
  return new Map(
    deals.map(({ values }) => [values['externalKey'], [values['openedOn'], values['closeOn']]]),
  );
}

/** The workspace as it stands after a plan was carried out. */
export function asExisting(made: ImportPlan): PlanInput['existing'] {
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

export function record(id: string, name: string): ExistingRecord {
  return { id, name, externalKey: null, isTrashed: false, values: {} };
}
