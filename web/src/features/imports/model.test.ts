import type { ImportColumn, ImportCounts, ImportGroup } from '@evenkeel/contract/imports';
import { plainChoice, plainOption, skipOption } from '@evenkeel/core/imports/problem';
import { describe, expect, test } from 'vitest';
import {
  amountWords,
  choiceWords,
  chosenOption,
  currencyWarning,
  dateExample,
  dateWords,
  fieldLabel,
  guessWords,
  optionKey,
  placesOf,
  presentKinds,
  scaleWhy,
  workOf,
} from './model.ts';

const column: ImportColumn = {
  header: 'revenue',
  field: 'annualRevenue',
  dateOrder: null,
  decimalMark: 'point',
  scale: 1,
  guess: { field: 'annualRevenue', confidence: 99, because: 'header' },
  filled: 3,
  samples: ['1100.04', '251.41'],
  dates: { state: 'none' },
  decimals: { state: 'indifferent' },
  scaleHint: { scale: 1, because: 'usual', evidence: '' },
  currency: null,
};

describe('the words about a column', () => {
  test('say what the first amount becomes, to the cent, in the chosen unit', () => {
    expect(amountWords({ ...column, scale: 1_000_000 }, 'USD')).toMatch(/1,100,040,000\.$/);
    expect(amountWords({ ...column, decimalMark: null }, 'USD')).toBe('');
  });

  test('name the reason of a unit only while that unit is chosen', () => {
    const hinted: ImportColumn = {
      ...column,
      scale: 1_000_000,
      scaleHint: {
        scale: 1_000_000,
        because: 'dictionary',
        evidence: 'Annual revenue (in millions of USD)',
      },
    };
    expect(scaleWhy(hinted)).toBe('The data dictionary says “in millions of USD”.');
    expect(scaleWhy({ ...hinted, scale: 1 })).toBe('');
  });

  test('warn of another currency, and of nothing else', () => {
    expect(currencyWarning({ ...column, currency: 'USD' }, 'EUR')).toMatch(/without conversion/);
    expect(currencyWarning({ ...column, currency: 'EUR' }, 'EUR')).toBeNull();
    expect(currencyWarning(column, 'EUR')).toBeNull();
  });

  test('show both readings of an ambiguous date until one is chosen', () => {
    const dates: ImportColumn = {
      ...column,
      field: 'closeOn',
      dates: {
        state: 'ambiguous',
        orders: ['day-month-year', 'month-day-year'],
        example: '03/04/2024',
      },
    };
    expect(dateWords(dates)).toBe('“03/04/2024” can be read in two ways. Which?');
    expect(dateExample(dates, 'day-month-year')).not.toBe(dateExample(dates, 'month-day-year'));
    expect(dateWords({ ...dates, dateOrder: 'day-month-year' })).toMatch(/becomes .*2024/);
  });

  test('say how sure a field is, or that a person chose it', () => {
    expect(guessWords(column).sure).toBe('99%');
    expect(guessWords({ ...column, field: 'employees' }).sure).toBe('chosen');
    expect(guessWords({ ...column, field: null }).sure).toBe('');
  });
});

describe('choices', () => {
  const group: ImportGroup = {
    key: 'deals/product/unknown/GTXPro',
    code: 'reference-unknown',
    kind: 'deals',
    field: 'product',
    value: 'GTXPro',
    title: 'Product “GTXPro” is not known',
    message: 'There is no product of this name; “GTX Pro” is near.',
    options: [
      { ...plainOption('use', 'Use “GTX Pro”'), target: 'GTX Pro' },
      plainOption('create', 'Make a new product “GTXPro”'),
      { ...plainOption('use', 'Use another product'), picks: 'product' },
      skipOption,
    ],
    standard: { ...plainChoice('use'), target: 'GTX Pro' },
    chosen: { ...plainChoice('use'), target: 'GTX Pro' },
    count: 1480,
  };

  test('are told apart by what they use', () => {
    expect(new Set(group.options.map(optionKey)).size).toBe(group.options.length);
    expect(chosenOption(group, group.chosen)?.label).toBe('Use “GTX Pro”');
    const other = { ...plainChoice('use'), target: 'MG Special' };
    expect(chosenOption(group, other)?.picks).toBe('product');
    expect(choiceWords({ ...group, chosen: other })).toBe('Use “MG Special”');
  });

  test('name the chance of a new stage', () => {
    const stage: ImportGroup = {
      ...group,
      code: 'stage-unknown',
      options: [{ ...plainOption('create', 'Make a new stage “Engaging”'), probability: 3000 }],
      chosen: { ...plainChoice('create'), probability: 2500 },
    };
    expect(choiceWords(stage)).toBe('Make a new stage “Engaging”, 25% likely to be won');
  });
});

test('only what is new, changed or restored counts as work', () => {
  const none = { create: 0, update: 0, restore: 0, keep: 0, unchanged: 0, skip: 0 };
  const counts: ImportCounts = {
    team: none,
    person: none,
    product: { ...none, unchanged: 7 },
    account: { ...none, create: 2, restore: 1, keep: 4 },
    stage: none,
    deal: { ...none, update: 3, skip: 9 },
  };
  expect(workOf(counts)).toBe(6);
  expect(presentKinds(counts)).toEqual(['account', 'deal', 'product']);
});

describe('fields of the firm’s own', () => {
  const own = { accounts: [{ id: 'f1', name: 'Tier', type: 'text', choices: [] }] } as const;

  test('stand after the others, for the kinds that have any', () => {
    expect(placesOf('accounts', own)).toContainEqual({
      group: 'Your own fields',
      items: [{ value: 'f1', label: 'Tier' }],
    });
    expect(placesOf('products', own).some((place) => 'group' in place)).toBe(false);
  });

  test('are called by their name', () => {
    expect(fieldLabel('accounts', 'f1', own)).toBe('Tier');
    expect(fieldLabel('accounts', 'sector', own)).toBe('Sector');
  });
});
