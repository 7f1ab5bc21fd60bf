import type { DemandView } from '@evenkeel/contract/portfolio-results';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { RoleId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { demandWords, loadOf, reasonWords } from './model.ts';

const money = (minor: number) => `€${minor / 100}`;
// Shapes as the contract gives them.
const month = '2027-03' as CalendarMonth;
const role = 'r1' as RoleId;
const demandOf = (other: Partial<DemandView>): DemandView => ({
  kind: 'capacity',
  role: { id: role, name: 'Designer' },
  month,
  candidates: [],
  side: null,
  least: null,
  ...other,
});

test('what stands in the way is named with how much is missing (B01)', () => {
  const reason = { kind: 'blocked' as const, month, by: [{ demand: demandOf({}), short: 7_200 }] };
  const leftOut = { candidateId: 'd1' as never, kind: 'deal' as const, name: 'Depots', reason };
  expect(reasonWords(leftOut, money)).toBe('120 h short: hours of Designer in Mar 2027.');
  expect(demandWords(demandOf({ kind: 'client-cash', least: 5_000 }), money)).toBe(
    'the cash floor of €50 in Mar 2027',
  );
});

test('load counts committed work and what is chosen, in the months it would lie in', () => {
  const facts = {
    months: ['2027-02', month],
    roles: [{ id: role, name: 'Designer', capacityMinutes: [600, 600], committedMinutes: [60, 0] }],
    committed: [
      { id: 'p1', name: 'Harbour', kind: 'client', hours: [{ roleId: role, minutes: [60, 0] }] },
    ],
    candidates: [
      { id: 'd1', name: 'Depots', kind: 'deal', hours: [{ roleId: role, minutes: [120] }] },
      { id: 'd2', name: 'Other', kind: 'deal', hours: [{ roleId: role, minutes: [240] }] },
    ],
    aside: [],
  };
  const [load] = loadOf(facts as never, [{ candidateId: 'd1', month }]);
  expect(load?.months.map(({ minutes }) => minutes)).toEqual([60, 120]);
  expect(load?.months[1]?.parts).toEqual([
    { id: 'd1', name: 'Depots', href: '/deals/d1', what: 'deal', minutes: 120 },
  ]);
});
