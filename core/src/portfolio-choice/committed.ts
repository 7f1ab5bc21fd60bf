import {
  addMonths,
  type CalendarMonth,
  dayNumber,
  later,
  monthEnd,
  monthOf,
  monthStart,
} from '../calendar-date.ts';
import { type DemandRow, demand } from '../capacity/demand.ts';
import { capacityOn, type PersonCapacity, termOn } from '../capacity/person-capacity.ts';
import { entryOf, groupedBy, sumOf } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import { roundCommercially } from '../money.ts';
import type { CommittedWork, RoleCapacity, RoleMinutes } from './facts.ts';
import { minutesByMonth } from './month-grid.ts';
import type { PortfolioSources } from './sources.ts';

/**
 * What the people of each role can work in each month, from today on, after holidays and leave; roles
 * by name. Complexity: people × days.
 */
export function roleCapacities(
  { balance, capacities }: Pick<PortfolioSources, 'balance' | 'capacities'>,
  months: readonly CalendarMonth[],
): RoleCapacity[] {
  const minutesOf = new Map<RoleId | null, number[]>();
  for (const person of capacities.people.values())
    for (const [index, month] of months.entries()) {
      const from = dayNumber(later(monthStart(month), balance.today));
      addDays(person, { from, to: dayNumber(monthEnd(month)) }, (roleId, minutes) => {
        const row = entryOf(minutesOf, roleId, () => months.map(() => 0));
        row[index] = (row[index] ?? 0) + minutes;
      });
    }
  return balance.roles.map((role) => ({
    id: role.id,
    name: role.name,
    minutes: minutesOf.get(role.id) ?? months.map(() => 0),
  }));
}

function addDays(
  person: PersonCapacity,
  { from, to }: { readonly from: number; readonly to: number },
  add: (roleId: RoleId | null, minutes: number) => void,
): void {
  for (let day = from; day <= to; day += 1) {
    const minutes = capacityOn(person, day);
    if (minutes > 0) add(termOn(person, day).roleId, minutes);
  }
}

/** How far after the last month committed work is looked for. */
const monthsBeyond = 24;

/**
 * The work that is committed, by project, role and month: the greater of what is allocated and what the
 * tasks still take. And what clients still pay for it: the price times the share of the hours that is
 * still to be worked, spread as those hours are.
 */
export function committedWork(
  sources: Pick<PortfolioSources, 'balance' | 'prices' | 'allocations' | 'capacities'>,
  months: readonly CalendarMonth[],
): CommittedWork[] {
  const { balance, prices, allocations, capacities } = sources;
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  // Whole months, as demand wants them; what lies beyond the last one has its share of the price.
  const range = {
    from: monthStart(monthOf(balance.today)),
    to: monthEnd(addMonths(last, monthsBeyond)),
  };
  const rows = groupedBy(
    demand({ balance, allocations, capacities, range }),
    (row) => row.projectId,
  );
  return balance.projects.flatMap((project) => {
    const own = rows.get(project.id) ?? [];
    const hours = hoursOf(own, months);
    if (hours.length === 0) return [];
    const { id, name, kind } = project;
    const incomeMinor = incomeByMonth(own, { price: prices.get(id), months, hours });
    return [{ id, name, kind, hours, incomeMinor }];
  });
}

function hoursOf(rows: readonly DemandRow[], months: readonly CalendarMonth[]): RoleMinutes[] {
  const byRole = new Map<RoleId, number[]>();
  for (const { roleId, month, committedMinutes } of rows) {
    const index = months.indexOf(month);
    if (roleId === null || index < 0 || committedMinutes === 0) continue;
    const minutes = entryOf(byRole, roleId, () => months.map(() => 0));
    minutes[index] = (minutes[index] ?? 0) + committedMinutes;
  }
  return [...byRole]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([roleId, minutes]) => ({ roleId, minutes }));
}

function incomeByMonth(
  rows: readonly DemandRow[],
  of: {
    readonly price: { readonly priceMinor: number; readonly loggedMinutes: number } | undefined;
    readonly months: readonly CalendarMonth[];
    readonly hours: CommittedWork['hours'];
  },
): number[] {
  const { price, months, hours } = of;
  const left = sumOf(rows, ({ committedMinutes }) => committedMinutes);
  const whole = left + (price?.loggedMinutes ?? 0);
  if (!price || whole === 0) return months.map(() => 0);
  return minutesByMonth(hours, months.length).map((minutes) =>
    roundCommercially((price.priceMinor * minutes) / whole),
  );
}
