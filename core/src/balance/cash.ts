import { addDays, type CalendarMonth, dayNumber, earlier, later } from '../calendar-date.ts';
import { capacityBetween } from '../capacity/person-capacity.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import { costOfMinutes } from '../money.ts';
import type { BalanceInput, BalancePerson } from './input.ts';
import { type LoadSum, sumAmounts } from './load.ts';
import { type MonthSpan, monthSpans } from './months.ts';
import { type RateBook, rateBook, rateSteps } from './rates.ts';

/** What a month earns, and what it brings in and pays out; whole minor units. */
export type MonthMoney = {
  readonly month: CalendarMonth;
  /** Client value of the month's client work at bill rates, logged and planned. */
  readonly valueMinor: number;
  /** Hours of that work at cost rates. */
  readonly directCostMinor: number;
  /** Value less direct cost: the gross margin before overhead, in money. */
  readonly marginMinor: number;
  /** What comes in: the client value of the month before, for clients pay about a month later. */
  readonly cashInMinor: number;
  /** What goes out: everybody's capacity of the month at cost rates, whether it is used or not. */
  readonly cashOutMinor: number;
  readonly cashMinor: number;
};

/**
 * Margin and cash of each month of the view. `sums` are those of the input and reach a month before
 * the view (`coveredRange`). Expenses, taxes and overhead are not known here and not counted.
 */
export function monthMoney(input: BalanceInput, sums: readonly LoadSum[]): MonthMoney[] {
  const clientWork = sums.filter((sum) => sum.kind === 'client' && sum.certainty !== 'tentative');
  const byMonth = groupedBy(clientWork, (sum) => sum.month);
  const amounts = (month: CalendarMonth) => sumAmounts(byMonth.get(month) ?? []);
  const book = rateBook(input);
  const [first] = monthSpans(input);
  if (!first) return [];
  const before = { from: addDays(first.from, -1), to: addDays(first.from, -1) };
  let earlierValue = sumOf(monthSpans(before), ({ month }) => amounts(month).billMinor);
  return monthSpans(input).map((span) => {
    const { billMinor: valueMinor, costMinor: directCostMinor } = amounts(span.month);
    const cashInMinor = earlierValue;
    earlierValue = valueMinor;
    const cashOutMinor = sumOf(input.people, (person) => payOf(person, span, book));
    return {
      month: span.month,
      valueMinor,
      directCostMinor,
      marginMinor: valueMinor - directCostMinor,
      cashInMinor,
      cashOutMinor,
      cashMinor: cashInMinor - cashOutMinor,
    };
  });
}

/** A month of somebody's capacity, each part of it at the cost rate of its days. */
function payOf(person: BalancePerson, span: MonthSpan, book: RateBook): number {
  return sumOf(rateSteps(book, { personId: person.id, roleId: null }, span), (step) => {
    if (!step.rate) return 0;
    const from = dayNumber(later(step.from, span.from));
    const minutes = capacityBetween(person.capacity, from, dayNumber(earlier(step.to, span.to)));
    return costOfMinutes(minutes, step.rate.costPerHourMinor);
  });
}
