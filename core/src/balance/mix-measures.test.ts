import { expect, test } from 'vitest';
import { type CalendarMonth, monthEnd, monthStart } from '../calendar-date.ts';
import type { LoadCell } from './cells.ts';
import { id } from './firm.fixture.ts';
import { cashMonths, type MixTargets, measuredMixes } from './mix-measures.ts';

const month = '2026-11' as CalendarMonth;
const days = { from: monthStart(month), to: monthEnd(month) };

function cell(kind: LoadCell['kind'], person: string, facts: Partial<LoadCell> = {}): LoadCell {
  return {
    month,
    kind,
    certainty: 'logged',
    personId: id(person),
    roleId: null,
    teamId: null,
    minutes: 600,
    costMinor: 60_000,
    billMinor: kind === 'client' ? 120_000 : 0,
    ...facts,
  };
}

const cells = [
  cell('client', 'Ada', { minutes: 1800, costMinor: 90_000 }),
  cell('client', 'Ben'),
  cell('initiative', 'Ben', { costMinor: 150_000 }),
  cell('client', 'Cleo', { certainty: 'tentative', minutes: 99_999 }),
];
const targets: MixTargets = {
  hours: { shareBasisPoints: 3000, toleranceBasisPoints: 500 },
  money: { shareBasisPoints: 3000, toleranceBasisPoints: 500 },
  people: null,
  cashFloorMinor: 250_000,
};

test('the mix is measured by hours, cost and heads, each against its own target both ways (BA-02)', () => {
  expect(measuredMixes(cells, days, targets)).toMatchObject([
    {
      measure: 'hours',
      initiative: 600,
      client: 2400,
      shareBasisPoints: 2000,
      verdict: 'too-client-heavy',
    },
    { measure: 'money', shareBasisPoints: 5000, verdict: 'too-strategic' },
    { measure: 'people', initiative: 1, client: 2, shareBasisPoints: 5000, verdict: null },
  ]);
});

test('a month whose client work brings less than the floor is too strategic for the cash (BA-02)', () => {
  const found = (floor: number | null) => cashMonths(cells, [month], floor)[0];
  expect(found(250_000)).toEqual({
    month,
    clientMinor: 240_000,
    floorMinor: 250_000,
    isBelow: true,
  });
  expect(found(240_000)?.isBelow).toBe(false);
  expect(found(null)?.isBelow).toBe(false);
});
