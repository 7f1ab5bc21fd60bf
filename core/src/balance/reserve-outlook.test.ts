import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import {
  allocation,
  day,
  deal,
  designer,
  emptyFirm,
  id,
  person,
  project,
  task,
} from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { addedRows, preview } from './preview.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { askedCounter, reserveOutlook } from './reserve-outlook.ts';
import type { RingFenceScope } from './ring-fence.ts';

const fence = (name: string, scope: RingFenceScope, basisPoints = 5000) => ({
  id: id<'ring-fence'>(name),
  name,
  scope,
  toMonth: null,
  terms: [
    {
      fromMonth: monthOf(day('2026-11-01')),
      amount: { by: 'share' as const, basisPoints },
      moneyMinor: 0,
    },
  ],
});

// December has 23 working days: Ada and Ben can work 184 hours each.
const firm: BalanceInput = {
  ...emptyFirm,
  roles: [designer],
  people: [person('Ada'), person('Ben', { roleId: null })],
  projects: [project('site')],
  deals: [deal('shop')],
  reserve: { policies: [fence('firm', { kind: 'firm' })], entries: [] },
};
const shop = {
  dealId: id<'deal'>('shop'),
  project: project('zz', { startOn: day('2026-12-01'), endOn: day('2026-12-31') }),
  tasks: [
    task('draw', 'zz', {
      startOn: day('2026-12-01'),
      dueOn: day('2026-12-31'),
      estimateMinutes: 60 * 100,
    }),
  ],
};

function december(input: BalanceInput) {
  return preview(input, shop).reserve.filter(({ month }) => month === '2026-12');
}

describe('what a deal would take of a ring-fence (B13, B03)', () => {
  test('below what the month holds beyond the reserve nothing is taken', () => {
    expect(december(firm)).toEqual([
      {
        policyId: 'firm',
        month: '2026-12',
        capacityMinutes: 368 * 60,
        reserveMinutes: 184 * 60,
        bookedMinutes: 0,
        askedMinutes: 100 * 60,
        takenMinutes: 0,
        takenWithAskedMinutes: 0,
        lentMinutes: 0,
        leftMinutes: 184 * 60,
        shortMinutes: 0,
        shortNowMinutes: 0,
      },
    ]);
  });

  test('beyond it the rest is taken, and what loans do not cover is named', () => {
    const booked = allocation('a', 'site', {
      startOn: day('2026-12-01'),
      endOn: day('2026-12-31'),
      effort: { by: 'day', minutesPerDay: 300 },
    });
    const loan = {
      policyId: id<'ring-fence'>('firm'),
      month: monthOf(day('2026-12-01')),
      measure: 'minutes' as const,
      bookedOn: emptyFirm.today,
      kind: 'loan' as const,
      amount: 10 * 60,
      loanId: id<'reserve-loan'>('loan'),
    };
    const reserve = { ...firm.reserve, entries: [loan] };
    expect(december({ ...firm, allocations: [booked], reserve })[0]).toMatchObject({
      bookedMinutes: 115 * 60,
      takenMinutes: 0,
      takenWithAskedMinutes: 31 * 60,
      leftMinutes: 153 * 60,
      lentMinutes: 10 * 60,
      shortMinutes: 21 * 60,
      shortNowMinutes: 0,
    });
  });

  test('a role counts what asks for it; a person what only they can do', () => {
    const policies = [
      fence('role', { kind: 'role', roleId: designer.id }),
      fence('Ada', { kind: 'person', personId: id('Ada') }),
      fence('Ben', { kind: 'person', personId: id('Ben') }),
    ];
    const found = december({ ...firm, reserve: { policies, entries: [] } });
    const asked = found.map(({ policyId, askedMinutes }) => [policyId, askedMinutes / 60]);
    expect(asked).toEqual([
      ['Ada', 100],
      ['Ben', 0],
      ['role', 100],
    ]);
    const two = { ...firm, people: [...firm.people, person('Cleo')] };
    const shared = december({ ...two, reserve: { policies, entries: [] } });
    expect(shared.find(({ policyId }) => policyId === 'Ada')?.askedMinutes).toBe(0);
  });

  test('an initiative takes nothing of what is held back for initiatives', () => {
    const addition = { ...shop, project: { ...shop.project, kind: 'initiative' as const } };
    expect(preview(firm, addition).reserve).toEqual([]);
  });

  test('the asked hours are the sum of the rows that the ring-fence counts (U19)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = randomFirm(seed, { people: 5, projects: 6, months: 4 });
        const [first] = input.projects;
        if (!first) return;
        const tasks = input.tasks.filter(({ projectId }) => projectId === first.id);
        const added = { ...first, kind: 'client' as const, isCommitted: true };
        const addition = { project: added, tasks, dealId: null };
        const rows = addedRows(input, addition);
        for (const outlook of reserveOutlook(input, rows)) {
          const policy = input.reserve.policies.find((one) => one.id === outlook.policyId);
          const counts = policy ? askedCounter(input, policy, outlook.month) : () => false;
          const behind = rows.filter((row) => row.month === outlook.month && counts(row));
          expect(sumOf(behind, ({ minutes }) => minutes)).toBe(outlook.askedMinutes);
          expect(outlook.leftMinutes + outlook.takenWithAskedMinutes).toBe(outlook.reserveMinutes);
          expect(outlook.takenWithAskedMinutes).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
