import { describe, expect, it } from 'vitest';
import { asExisting, fileOf, nothing, plan, record } from './plan.fixture.ts';
import { plainChoice } from './problem.ts';

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
