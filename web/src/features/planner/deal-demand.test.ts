import type { PlannerView } from '@evenkeel/contract/allocations';
import type { LoadRowView } from '@evenkeel/contract/balance';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DealId, RoleId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { dealDemand, dealOfBar } from './deal-demand.ts';

const day = (text: string) => text as CalendarDate;

const view: PlannerView = {
  today: day('2026-11-30'),
  from: day('2026-11-30'),
  to: day('2026-12-13'),
  people: [],
  firmCapacity: [480, 480, 480, 480, 480, 0, 0, 480, 480, 480, 480, 480, 0, 0],
  teams: [],
  roles: [],
  skills: [],
  projects: [],
  allocations: [],
  work: [],
};

const row: LoadRowView = {
  source: 'deal',
  sourceId: 'd',
  account: 'Rheinland Logistik',
  certainty: 'tentative',
  kind: 'client',
  from: day('2026-11-30'),
  to: day('2026-12-06'),
  project: null,
  task: null,
  deal: { id: 'd' as DealId, name: 'Network of depots' },
  person: null,
  role: { id: 'r' as RoleId, name: 'Designer' },
  note: '',
  minutes: 1_200,
  costMinor: null,
  billMinor: null,
};

describe('what open deals would take (U11)', () => {
  test('a line for each deal and role, its hours over the working days, not to be edited', () => {
    const { lanes, bars } = dealDemand(
      [row, { ...row, from: day('2026-12-07'), to: day('2026-12-13') }],
      view,
    );
    expect(lanes).toMatchObject([
      { kind: 'demand', name: 'Network of depots', detail: 'Designer · Rheinland Logistik' },
    ]);
    expect(bars).toHaveLength(2);
    expect(bars[0]).toMatchObject({
      effort: { by: 'day', minutesPerDay: 240 },
      certainty: 'tentative',
      isEditable: false,
    });
    expect(dealOfBar(bars[0]?.id ?? '')).toBe('d');
    expect(dealOfBar('an-allocation')).toBeNull();
  });

  test('what is of no deal is left out', () => {
    expect(dealDemand([{ ...row, deal: null }], view).lanes).toEqual([]);
  });
});
