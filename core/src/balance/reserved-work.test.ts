import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demand } from '../capacity/demand.ts';
import { capacityOn } from '../capacity/person-capacity.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import { balance } from './balance.ts';
import { allocation, day, designer, emptyFirm, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { figureRows, type LoadRow } from './load.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { loadRows } from './rows.ts';

const firm: BalanceInput = {
  ...emptyFirm,
  roles: [designer],
  people: [person('Ada'), person('Ben')],
  projects: [project('site')],
};
const november = { from: day('2026-11-01'), to: day('2026-11-30') };

/** Planned hours of November: by whom, from where. */
function hours(input: BalanceInput, certainty: 'planned' | 'tentative' = 'planned') {
  return figureRows(loadRows(input, november), { certainties: [certainty] }).map(
    ({ source, personId, minutes }) => [source, personId, minutes / 60],
  );
}

// From Wednesday the 18th there are nine weekdays left in November: two hours a day are 18 hours.
describe('allocations count beside tasks, never with them (U12, BA-03)', () => {
  test('what is allocated without tasks is planned work', () => {
    const input = { ...firm, allocations: [allocation('a', 'site')] };
    expect(hours(input)).toEqual([['allocation', 'Ada', 18]]);
  });

  test('of somebody’s month the greater of the two counts: the rest of the allocation beyond the tasks', () => {
    const tasks = [task('draw', 'site', { assigneeIds: [id('Ada')] })];
    const input = { ...firm, tasks, allocations: [allocation('a', 'site')] };
    expect(hours(input)).toEqual([
      ['task', 'Ada', 10],
      ['allocation', 'Ada', 8],
    ]);
  });

  test('where tasks ask for more, the allocation adds nothing', () => {
    const tasks = [task('draw', 'site', { assigneeIds: [id('Ada')], estimateMinutes: 1800 })];
    const input = { ...firm, tasks, allocations: [allocation('a', 'site')] };
    expect(hours(input)).toEqual([['task', 'Ada', 30]]);
  });

  test('tasks that nobody is on are met by the people allocated to the project, and count once', () => {
    const input = {
      ...firm,
      tasks: [task('draw', 'site')],
      allocations: [allocation('a', 'site')],
    };
    expect(hours(input)).toEqual([
      ['task', null, 10],
      ['allocation', null, -10],
      ['allocation', 'Ada', 18],
    ]);
  });

  test('tentative hours, and those of a project nobody has approved, are tentative', () => {
    const certainty = 'tentative' as const;
    const tentative = { ...firm, allocations: [allocation('a', 'site', { certainty })] };
    expect(hours(tentative)).toEqual([]);
    expect(hours(tentative, 'tentative')).toEqual([['allocation', 'Ada', 18]]);
    const proposed = {
      ...firm,
      projects: [project('site', { isCommitted: false })],
      allocations: [allocation('a', 'site')],
    };
    expect(hours(proposed, 'tentative')).toEqual([['allocation', 'Ada', 18]]);
    expect(balance(proposed).people[0]?.plannedMinutes ?? 0).toBe(0);
  });

  test('holidays, leave and a last day take from an allocation what they take from the person', () => {
    const leaver = person('Ada', { leftOn: day('2026-11-20') });
    const input = { ...firm, people: [leaver], allocations: [allocation('a', 'site')] };
    expect(hours(input)).toEqual([['allocation', 'Ada', 6]]);
  });

  test('planned hours come to what demand says is committed, by project, role and month', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = randomFirm(seed, { people: 5, projects: 6, months: 4 });
        const range = { from: input.from, to: input.to };
        const rows = figureRows(loadRows(input, range), { certainties: ['planned'] });
        expect(totals(rows, ({ minutes }) => minutes)).toEqual(
          totals(committed(input, range), ({ committedMinutes }) => committedMinutes),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function committed(input: BalanceInput, range: { from: LoadRow['from']; to: LoadRow['to'] }) {
  const isCommitted = new Map(input.projects.map((one) => [one.id, one.isCommitted]));
  return demand({
    balance: input,
    allocations: input.allocations
      .filter(({ projectId }) => isCommitted.get(projectId))
      .map((one) => ({ ...one, skillIds: [], note: '', version: 1 })),
    capacities: {
      people: new Map(input.people.map(({ id: of, capacity }) => [of, capacity])),
      firm: (on) => capacityOn(input.firmCapacity, on),
    },
    range,
  }).filter(({ projectId }) => projectId !== null);
}

type Placed = Pick<LoadRow, 'month' | 'projectId' | 'personId' | 'roleId'>;

function totals<Row extends Placed>(rows: readonly Row[], minutesOf: (row: Row) => number) {
  const byPlace = groupedBy(
    rows,
    ({ month, projectId, personId, roleId }) => `${month} ${projectId} ${personId} ${roleId}`,
  );
  return [...byPlace]
    .map(([name, some]) => [name, sumOf(some, minutesOf)] as const)
    .filter(([, minutes]) => minutes !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
