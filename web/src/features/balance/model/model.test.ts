import type { BalanceView, LoadCellView } from '@evenkeel/contract/balance';
import { type CalendarMonth, calendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, TeamId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { bearersOf } from './bearers.ts';
import { formatAmount } from './measure.ts';
import { periodsAround } from './periods.ts';
import { rowAddress, unknownAddress } from './record-address.ts';
import { barFilter, firmSeries, groupSeries } from './series.ts';
import { firmRows, groupRows } from './table-rows.ts';
import { defaultView, isOpenRows, isViewState } from './view-state.ts';
import { isWinChoices, noChoices, termsOf } from './win-choices.ts';

// Literals in the right form; the calculation only compares them.
const month = (text: string) => text as CalendarMonth;
const ada = 'ada' as PersonId;
const north = 'north' as TeamId;

function cell(facts: Partial<LoadCellView>): LoadCellView {
  return {
    month: month('2026-10'),
    kind: 'client',
    certainty: 'logged',
    personId: ada,
    roleId: null,
    teamId: north,
    minutes: 60,
    costMinor: 6000,
    billMinor: 12_000,
    ...facts,
  };
}

const mix = {
  clientMinutes: 0,
  initiativeMinutes: 0,
  clientCostMinor: 0,
  initiativeCostMinor: 0,
  shareByMinutes: null,
  shareByCost: null,
  verdict: 'no-work',
} as const;
const nothing = { minutes: 0, costMinor: 0, billMinor: 0 };
const view: BalanceView = {
  today: calendarDate('2026-11-18'),
  from: calendarDate('2026-10-01'),
  to: calendarDate('2026-11-30'),
  currency: 'EUR',
  target: { version: 1, shareBasisPoints: 2000, toleranceBasisPoints: 500 },
  names: {
    people: [{ id: ada, name: 'Ada' }],
    roles: [],
    teams: [{ id: north, name: 'North' }],
    projects: [],
  },
  keyFigures: {
    client: nothing,
    initiative: nothing,
    clientProjectCount: 0,
    initiativeCount: 0,
    peopleOverCapacity: 0,
    initiativesShort: 0,
  },
  cells: [
    cell({}),
    cell({ kind: 'initiative', minutes: 30, costMinor: 3000, billMinor: 0 }),
    cell({ month: month('2026-11'), certainty: 'planned', minutes: 90 }),
    cell({
      month: month('2026-11'),
      certainty: 'tentative',
      personId: null,
      teamId: null,
      minutes: 600,
    }),
  ],
  people: [
    {
      personId: ada,
      month: month('2026-11'),
      capacityMinutes: 60,
      loggedMinutes: 0,
      plannedMinutes: 90,
      excessMinutes: 30,
      projects: [],
    },
  ],
  roles: [],
  teams: [],
  months: [
    { month: month('2026-10'), ...mix },
    { month: month('2026-11'), ...mix },
  ],
  quarters: [],
  initiatives: [],
  finishes: [],
  unknowns: [],
};

describe('bars by month', () => {
  test('stack what is certain, with open deals on top and not in the total', () => {
    const { bars, total, client, initiative } = firmSeries(view, 'hours');
    expect(bars.map((bar) => [bar.isPast, bar.total, bar.tentative])).toEqual([
      [true, 90, 0],
      [false, 90, 600],
    ]);
    expect([total, client, initiative]).toEqual([180, 150, 30]);
  });

  test('count money where it is shown and nothing where it is withheld', () => {
    expect(firmSeries(view, 'value').total).toBe(24_000);
    const withheld = { ...view, cells: [cell({ costMinor: null, billMinor: null })] };
    expect(firmSeries(withheld, 'cost').total).toBe(0);
  });

  test('of each group sum to those of the firm, and filter their own rows', () => {
    const series = groupSeries(view, 'hours', 'team');
    expect(series.map((one) => [one.name, one.total])).toEqual([
      ['North', 180],
      ['No team', 0],
    ]);
    const [first] = series;
    const bar = first?.bars[0];
    if (!first || !bar) throw new Error('no bar');
    expect(barFilter(first, bar)).toEqual({ teamId: north, from: '2026-10-01', to: '2026-10-31' });
    expect(series[1]?.filter).toEqual({ teamId: 'none' });
  });

  test('have a table with the same figures', () => {
    const rows = firmRows(firmSeries(view, 'hours'));
    expect(rows.map((row) => row.sum)).toEqual([60, 90, 30, 0, 600]);
    expect(rows[4]?.cells[1]?.filter).toMatchObject({ kind: 'client', certainty: 'tentative' });
    expect(
      groupRows(groupSeries(view, 'hours', 'person'))[0]?.cells.map((one) => one.amount),
    ).toEqual([90, 90]);
  });
});

test('the heat map says how full a month is, and leaves months without capacity open', () => {
  const [bearer] = bearersOf(view, 'kind');
  expect(bearer).toMatchObject({ name: 'Ada', href: '/people/ada', filter: { personId: 'ada' } });
  expect(bearer?.months.map((one) => [one.share, one.excessMinutes])).toEqual([
    [null, 0],
    [15_000, 30],
  ]);
});

test('amounts read as hours or money', () => {
  expect(formatAmount('hours', 1230, { currency: 'EUR' })).toBe('21 h');
  expect(formatAmount('cost', 123_450, { currency: 'EUR' })).toMatch(/1,234\.5/);
});

test('periods are whole months around today', () => {
  expect(periodsAround(calendarDate('2026-11-18')).map(({ from, to }) => [from, to])).toEqual([
    [undefined, undefined],
    ['2025-12', '2026-11'],
    ['2026-11', '2027-10'],
    ['2026-01', '2026-12'],
    ['2025-01', '2025-12'],
  ]);
});

test('every row and every gap leads to its record', () => {
  const row = { sourceId: 'x', from: calendarDate('2026-11-02'), person: { id: ada, name: 'Ada' } };
  expect(rowAddress({ ...row, source: 'entry' })).toBe('/time?on=2026-11-02&person=ada');
  expect(rowAddress({ ...row, source: 'task' })).toBe('/tasks/x');
  expect(rowAddress({ ...row, source: 'deal' })).toBe('/deals/x');
  expect(unknownAddress('initiative-without-start', 'x')).toBe('/initiatives/x');
});

describe('what an address may hold', () => {
  test.each([
    [defaultView, true],
    [{ ...defaultView, from: '2026-01', to: '2026-12' }, true],
    [{ ...defaultView, measure: 'euros' }, false],
    [{ ...defaultView, from: 2026 }, false],
    ['hours', false],
    [null, false],
  ])('the view %o: %s', (value, isValid) => {
    expect(isViewState(value)).toBe(isValid);
  });

  test('open rows need a title and a filter', () => {
    expect(isOpenRows(null)).toBe(true);
    expect(isOpenRows({ title: 'Ada', filter: {} })).toBe(true);
    expect(isOpenRows({ title: 'Ada' })).toBe(false);
  });

  test('choices of a win become terms without what is left to the deal', () => {
    const person = { id: '01a20696-19fc-72c9-95bb-000000000001' as PersonId, name: 'Ada' };
    const choices = { ...noChoices, projectManager: person, templateId: 'none' };
    expect(isWinChoices(choices)).toBe(true);
    expect(termsOf(choices)).toEqual({ projectManagerId: person.id, templateId: 'none' });
    expect(termsOf(noChoices)).toEqual({});
    expect(isWinChoices({ ...choices, startOn: '2026-13-01' })).toBe(false);
    expect(isWinChoices({ ...choices, projectManager: { id: 'x', name: 'Ada' } })).toBe(false);
  });
});
