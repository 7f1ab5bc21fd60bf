import { describe, expect, it } from 'vitest';
import {
  asExisting,
  created,
  datesByKey,
  fileFrom,
  firstPlan,
  iso,
  plan,
  salesFiles,
  tableOf,
  withPrice,
} from './plan.fixture.ts';
import { mappingIssues } from './plan.ts';
import type { Choice } from './problem.ts';
import { plainChoice } from './problem.ts';
import { facts, salesTable } from './sales-files.fixture.ts';

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
