import { type RateBook, rateSteps } from '../balance/rates.ts';
import {
  addMonths,
  type CalendarDate,
  dateOf,
  daysBetween,
  daysInMonth,
  earlier,
  monthOf,
} from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import { allocate, costOfMinutes } from '../money.ts';

/** The kinds of cost of an initiative (ST-42): paid once, paid again and again, or people's time. */
export const costKinds = ['one-off', 'recurring', 'people'] as const;
export type CostKind = (typeof costKinds)[number];

/** How often a recurring cost is paid. */
export const costPeriods = ['monthly', 'quarterly', 'yearly'] as const;
export type CostPeriod = (typeof costPeriods)[number];

const monthsOf: Record<CostPeriod, number> = { monthly: 1, quarterly: 3, yearly: 12 };

/** Payments that are counted where neither the cost nor the initiative says an end: one year's. */
const monthsWithoutEnd = 12;

/** One item of cost. Amounts in minor units; `amount` of a recurring cost is that of each payment. */
export type CostItem = {
  readonly kind: CostKind;
  readonly amount: number | null;
  readonly period: CostPeriod | null;
  readonly roleId: RoleId | null;
  readonly minutes: number | null;
  /** The day of a single payment, or the first day; else the initiative's start. */
  readonly startsOn: CalendarDate | null;
  /** Else the initiative's end. */
  readonly endsOn: CalendarDate | null;
};

/** A part of a cost that falls into one year; null where nothing says when. */
export type YearCost = { readonly year: number | null; readonly minor: number };

type Setting = {
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly rates: RateBook;
};

/**
 * What an item costs, year by year in order. Payments fall on their days; people's time is spread
 * evenly over its days at the role's cost rate of each day, and the years add up to the whole.
 * Null when people's time names no role with a rate, or when an amount is missing.
 */
export function costByYear(item: CostItem, setting: Setting): readonly YearCost[] | null {
  const startsOn = item.startsOn ?? setting.startOn;
  const endsOn = item.endsOn ?? setting.endOn;
  if (item.kind === 'people') return peopleCost(item, { startsOn, endsOn, rates: setting.rates });
  if (item.amount === null) return null;
  if (item.kind === 'one-off' || startsOn === null) {
    return [{ year: startsOn === null ? null : yearOf(startsOn), minor: item.amount }];
  }
  return recurringCost(item.amount, item.period ?? 'monthly', { startsOn, endsOn });
}

/** The sum of several items by year, in order, what has no year last. */
export function sumByYear(costs: Iterable<readonly YearCost[]>): YearCost[] {
  const totals = new Map<number | null, number>();
  for (const parts of costs) {
    for (const { year, minor } of parts) totals.set(year, (totals.get(year) ?? 0) + minor);
  }
  return [...totals]
    .map(([year, minor]) => ({ year, minor }))
    .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY));
}

/** The whole of the years. */
export function totalCost(years: Iterable<YearCost>): number {
  return sumOf(years, ({ minor }) => minor);
}

function recurringCost(
  amount: number,
  period: CostPeriod,
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate | null },
): YearCost[] {
  const step = monthsOf[period];
  const payments: YearCost[] = [];
  for (let months = 0; endsOn !== null || months < monthsWithoutEnd; months += step) {
    const day = sameDayAfter(startsOn, months);
    if (endsOn !== null && day > endsOn) break;
    payments.push({ year: yearOf(day), minor: amount });
  }
  return sumByYear([payments]);
}

type PeopleSetting = {
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly rates: RateBook;
};

function peopleCost(item: CostItem, setting: PeopleSetting): YearCost[] | null {
  const { startsOn, rates } = setting;
  const who = { personId: null, roleId: item.roleId };
  const minutes = item.minutes ?? 0;
  if (item.roleId === null) return null;
  if (startsOn === null) {
    const rate = rates.roles.get(item.roleId);
    return rate ? [{ year: null, minor: costOfMinutes(minutes, rate.costPerHourMinor) }] : null;
  }
  const endsOn = setting.endsOn !== null && setting.endsOn > startsOn ? setting.endsOn : startsOn;
  const steps = rateSteps(rates, who, { from: startsOn, to: endsOn }).flatMap(byYear);
  const shares = allocate(
    minutes,
    steps.map(({ from, to }) => daysBetween(from, to) + 1),
  );
  const parts: YearCost[] = [];
  for (const [index, { from, rate }] of steps.entries()) {
    if (rate === null) return null;
    const minor = costOfMinutes(shares[index] ?? 0, rate.costPerHourMinor);
    parts.push({ year: yearOf(from), minor });
  }
  return sumByYear([parts]);
}

/** A stretch of days cut where the year turns. */
function byYear<Step extends { readonly from: CalendarDate; readonly to: CalendarDate }>(
  step: Step,
): Step[] {
  const pieces: Step[] = [];
  for (let year = yearOf(step.from); year <= yearOf(step.to); year += 1) {
    const from = year === yearOf(step.from) ? step.from : dateOf(year, 1, 1);
    pieces.push({ ...step, from, to: earlier(step.to, dateOf(year, 12, 31)) });
  }
  return pieces;
}

/** The same day some months later, or the last of its month: 31 January, 28 February, 31 March. */
function sameDayAfter(day: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(day), months);
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return dateOf(year, number, Math.min(Number(day.slice(8, 10)), daysInMonth(year, number)));
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}
