import { describe, expect, test } from 'vitest';
import { capacityView } from './capacity.ts';
import { loadCells } from './cells.ts';
import { day, designer, emptyFirm, entry, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { loadRows } from './rows.ts';

function viewOf(input: BalanceInput) {
  const rows = loadRows(input, input);
  return capacityView(input, rows, loadCells(rows));
}

describe('load against capacity (U11)', () => {
  const firm: BalanceInput = {
    ...emptyFirm,
    roles: [designer],
    people: [person('Ada', { weeklyMinutes: 600 }), person('Ben', { leftOn: day('2026-11-20') })],
    projects: [project('Site'), project('Academy', { kind: 'initiative' })],
    logs: [entry('Site', '2026-11-02', { minutes: 600 })],
    tasks: [
      task('Teach', 'Academy', { estimateMinutes: 2200, assigneeIds: [id('Ada')] }),
      task('Draw', 'Site', {
        estimateMinutes: 480,
        dueOn: day('2026-12-01'),
        startOn: day('2026-12-01'),
        assigneeIds: [id('Ben')],
      }),
      task('Build', 'Site', { estimateMinutes: 100 }),
    ],
  };

  test('names the excess and the projects that cause it', () => {
    const november = viewOf(firm).people.find(
      (load) => load.personId === 'Ada' && load.month === '2026-11',
    );
    expect(november).toEqual({
      personId: 'Ada',
      month: '2026-11',
      capacityMinutes: 21 * 120,
      loggedMinutes: 600,
      plannedMinutes: 2200,
      excessMinutes: 280,
      projects: [
        { projectId: 'Academy', minutes: 2200 },
        { projectId: 'Site', minutes: 600 },
      ],
    });
  });

  test('shows work planned for somebody who has left', () => {
    const december = viewOf(firm).people.find(
      (load) => load.personId === 'Ben' && load.month === '2026-12',
    );
    expect(december).toMatchObject({ capacityMinutes: 0, plannedMinutes: 480, excessMinutes: 480 });
  });

  test('counts work of nobody yet against the role', () => {
    const november = viewOf(firm).roles.find(
      (load) => load.roleId === 'designer' && load.month === '2026-11',
    );
    expect(november?.plannedMinutes).toBe(2300);
    expect(november?.capacityMinutes).toBe(21 * 120 + 15 * 480);
  });

  test('leaves tentative work out', () => {
    const withDeal = {
      ...firm,
      deals: [
        {
          id: id<'deal'>('d'),
          name: 'd',
          probabilityBasisPoints: 10_000,
          startOn: firm.today,
          endOn: firm.to,
          valueMinor: 1,
          demand: [{ roleId: designer.id, minutes: 5000 }],
        },
      ],
    };
    expect(viewOf(withDeal)).toEqual(viewOf(firm));
  });
});
