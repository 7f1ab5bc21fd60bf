import type { DemandMonth, DemandView } from '@evenkeel/contract/compared-hours';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { DemandRow } from '@evenkeel/core/capacity/demand';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import type { DemandFound } from './service.ts';

export function presentDemand({ months, rows, capacityOf, roles }: DemandFound): DemandView {
  const of = groupedBy(rows, ({ roleId, month }) => `${roleId} ${month}`);
  const lines = [...roles, null].map((role) => ({
    role,
    months: months.map((month) => {
      const id = role?.id ?? null;
      return demandMonth(month, of.get(`${id} ${month}`) ?? [], capacityOf(id, month));
    }),
  }));
  return {
    months: [...months],
    roles: lines.filter((line) => line.months.some(isAnything)),
  };
}

function demandMonth(
  month: CalendarMonth,
  rows: readonly DemandRow[],
  capacity: number,
): DemandMonth {
  const deals = rows.filter(({ dealId }) => dealId !== null);
  const projects = rows.filter(({ dealId }) => dealId === null);
  return {
    month,
    capacity,
    confirmed: sumOf(projects, (row) => row.confirmedMinutes),
    estimated: sumOf(projects, (row) => row.estimatedMinutes),
    committed: sumOf(projects, (row) => row.committedMinutes),
    tentative: sumOf(projects, (row) => row.tentativeMinutes),
    deals: sumOf(deals, (row) => row.tentativeMinutes),
  };
}

function isAnything({ capacity, committed, tentative, deals, confirmed }: DemandMonth): boolean {
  return capacity + committed + tentative + deals + confirmed > 0;
}
