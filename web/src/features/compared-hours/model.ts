import type {
  ComparedAmounts,
  ComparedRowsFilter,
  ComparedRowView,
} from '@evenkeel/contract/compared-hours';
import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import { monthOf } from '@evenkeel/core/calendar-date';
import { formatDate } from '../../ui/format/date.ts';

/** The three numbers that stand side by side; allocated hours are confirmed or tentative. */
export const comparedNumbers = ['allocated', 'estimated', 'logged'] as const;
/** One of the three. */
export type ComparedNumber = (typeof comparedNumbers)[number];

export const numberLabels: Record<ComparedNumber, string> = {
  allocated: 'Allocated',
  estimated: 'Estimated',
  logged: 'Logged',
};

/** The figures of the API that a number is made of. */
export const figuresOf: Record<ComparedNumber, NonNullable<ComparedRowsFilter['figure']>> = {
  allocated: 'confirmed,tentative',
  estimated: 'estimated',
  logged: 'logged',
};

/** Minutes of a number. */
export function minutesOf(number: ComparedNumber, amounts: ComparedAmounts): number {
  return number === 'allocated' ? amounts.confirmed + amounts.tentative : amounts[number];
}

/**
 * Whether a number is more than was reserved for it: hours logged beyond those allocated in a month
 * that is over, or tasks that ask for more than is allocated in one that is not. Where nothing was
 * allocated in a month that is over, nobody planned so, and logged hours are held against nothing.
 */
export function isBeyond(
  number: ComparedNumber,
  amounts: ComparedAmounts,
  { month, today }: { readonly month: CalendarMonth | null; readonly today: CalendarDate },
): boolean {
  if (month === null || number === 'allocated') return false;
  const isOver = month < monthOf(today);
  if (isOver !== (number === 'logged')) return false;
  const allocated = minutesOf('allocated', amounts);
  return amounts[number] > allocated && !(isOver && allocated === 0);
}

/** Where a row of a number stands. */
export function rowHref(row: ComparedRowView): string {
  switch (row.source) {
    case 'task':
      return `/tasks/${row.sourceId}`;
    case 'entry':
      return `/time?on=${row.from}${row.person ? `&person=${row.person.id}` : ''}`;
    case 'allocation':
      return `${projectHref(row.project)}/team`;
  }
}

/** Where a project of either kind stands. */
export function projectHref({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return kind === 'client' ? `/client-projects/${id}` : `/initiatives/${id}`;
}

/** One day, or the first and the last of some. */
export function daysText(from: CalendarDate, to: CalendarDate): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}
