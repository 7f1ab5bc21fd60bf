import { type RateBook, rateOn } from '../balance/rates.ts';
import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  dateFromDayNumber,
  dayNumber,
  monthOf,
} from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import { roundCommercially } from '../money.ts';
import { type Capacities, eachAllocatedDay } from './allocated.ts';
import type { Allocation } from './allocation.ts';

/** Hours and what they come to, in minutes and minor units. */
export type BurnAmounts = {
  readonly minutes: number;
  readonly costMinor: number;
  /** At bill rate; 0 for initiatives, which nobody is charged for. */
  readonly billMinor: number;
};

/** What was worked on one day, at the rates of that day. */
export type BurntDay = BurnAmounts & { readonly on: CalendarDate };

/** What is burnt in one month: worked before today, allocated from today on. */
export type BurnMonth = {
  readonly month: CalendarMonth;
  readonly worked: BurnAmounts;
  readonly confirmed: BurnAmounts;
  readonly tentative: BurnAmounts;
};

/** When an amount is used up; null when confirmed allocations leave something of it. */
export type UsedUp = {
  readonly limitMinor: number;
  readonly usedUpOn: CalendarDate | null;
  /** What is left at the end of the confirmed allocations; negative when there is too little. */
  readonly leftMinor: number;
};

/** Where the money of a project goes if people work as they are allocated (U13). */
export type Burn = {
  readonly months: readonly BurnMonth[];
  readonly worked: BurnAmounts;
  readonly confirmed: BurnAmounts;
  readonly tentative: BurnAmounts;
  /** The budget against cost; null without a budget. */
  readonly budget: UsedUp | null;
  /** The price against work at bill rate; null without a price. */
  readonly price: UsedUp | null;
};

/** What a forecast of burn is made of. */
export type BurnInput = {
  readonly today: CalendarDate;
  readonly isCharged: boolean;
  readonly budgetMinor: number | null;
  readonly priceMinor: number | null;
  /** In any order. */
  readonly worked: readonly BurntDay[];
  /** Of this project, as they count. */
  readonly allocations: readonly Allocation[];
  readonly capacities: Capacities;
  readonly rates: RateBook;
};

/**
 * Burn month by month: what was worked, then what future allocations come to at the cost and bill rates
 * of their days. Money is rounded once for each month and kind. Work without a rate counts as hours only.
 * Complexity: O(days of the allocations + days worked).
 */
export function burn(input: BurnInput): Burn {
  const days = [...workedDays(input), ...allocatedDays(input)].sort((a, b) => a.day - b.day);
  const months = new Map<CalendarMonth, Record<Kind, ExactAmounts>>();
  const totals = emptyKinds();
  for (const { day, kind, amounts } of days) {
    const month = entryOf(months, monthOf(dateFromDayNumber(day)), emptyKinds);
    add(month[kind], amounts);
    add(totals[kind], amounts);
  }
  const sums = rounded(totals);
  return {
    months: [...months].map(([month, kinds]) => ({ month, ...rounded(kinds) })),
    ...sums,
    budget: usedUp(input.budgetMinor, days, 'cost'),
    price: usedUp(input.priceMinor, days, 'bill'),
  };
}

type Kind = 'worked' | 'confirmed' | 'tentative';
/** Money before it is rounded: minutes times minor units an hour. */
type ExactAmounts = { minutes: number; cost: number; bill: number };
type BurnDay = { readonly day: number; readonly kind: Kind; readonly amounts: ExactAmounts };

function workedDays({ worked }: BurnInput): BurnDay[] {
  return worked.map(({ on, minutes, costMinor, billMinor }) => ({
    day: dayNumber(on),
    kind: 'worked',
    amounts: { minutes, cost: costMinor * 60, bill: billMinor * 60 },
  }));
}

function allocatedDays(input: BurnInput): BurnDay[] {
  const days: BurnDay[] = [];
  const span = { first: dayNumber(input.today), last: dayNumber(addDays(input.today, 3_650)) };
  for (const allocation of input.allocations) {
    const { personId, certainty: kind } = allocation;
    eachAllocatedDay(allocation, input.capacities, span, (minutes, day, { roleId }) => {
      const rate = rateOn(input.rates, { personId, roleId }, dateFromDayNumber(day));
      const cost = minutes * (rate?.costPerHourMinor ?? 0);
      const bill = input.isCharged ? minutes * (rate?.billPerHourMinor ?? 0) : 0;
      days.push({ day, kind, amounts: { minutes, cost, bill } });
    });
  }
  return days;
}

function usedUp(
  limitMinor: number | null,
  days: readonly BurnDay[],
  what: 'cost' | 'bill',
): UsedUp | null {
  if (limitMinor === null) return null;
  let spent = 0;
  let usedUpOn: CalendarDate | null = null;
  for (const { day, kind, amounts } of days) {
    if (kind === 'tentative') continue;
    spent += amounts[what];
    if (usedUpOn === null && spent > limitMinor * 60) usedUpOn = dateFromDayNumber(day);
  }
  return { limitMinor, usedUpOn, leftMinor: limitMinor - roundCommercially(spent / 60) };
}

function emptyKinds(): Record<Kind, ExactAmounts> {
  const none = () => ({ minutes: 0, cost: 0, bill: 0 });
  return { worked: none(), confirmed: none(), tentative: none() };
}

function add(sum: ExactAmounts, { minutes, cost, bill }: ExactAmounts): void {
  sum.minutes += minutes;
  sum.cost += cost;
  sum.bill += bill;
}

function rounded(kinds: Record<Kind, ExactAmounts>): Record<Kind, BurnAmounts> {
  const amounts = ({ minutes, cost, bill }: ExactAmounts): BurnAmounts => ({
    minutes,
    costMinor: roundCommercially(cost / 60),
    billMinor: roundCommercially(bill / 60),
  });
  return {
    worked: amounts(kinds.worked),
    confirmed: amounts(kinds.confirmed),
    tentative: amounts(kinds.tentative),
  };
}
