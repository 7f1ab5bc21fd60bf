import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';
import { cellsWithin, type LoadCell } from './cells.ts';
import type { BalanceInput, ShareTarget } from './input.ts';
import { sumAmounts } from './load.ts';

/** Where a strategic share stands to its target. */
export const shareVerdicts = ['on-target', 'too-client-heavy', 'too-strategic', 'no-work'] as const;
export type ShareVerdict = (typeof shareVerdicts)[number];

/** How work of a period divides between client projects and initiatives. */
export type Mix = {
  readonly clientMinutes: number;
  readonly initiativeMinutes: number;
  readonly clientCostMinor: number;
  readonly initiativeCostMinor: number;
  /** Strategic share: initiative / (initiative + client project), by hours; null without work. */
  readonly shareByMinutes: number | null;
  /** The same by cost. */
  readonly shareByCost: number | null;
  /** The share by hours against the target. */
  readonly verdict: ShareVerdict;
};

/** The mix of a month, logged and planned. */
export type MonthMix = Mix & { readonly month: CalendarMonth };

/** The mix of a quarter, logged and planned. */
export type QuarterMix = Mix & Quarter;

/** A calendar quarter and its place to today. */
export type Quarter = {
  readonly which: 'previous' | 'current' | 'next';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/** The calendar quarters before, around and after a day. */
export function quartersAround(today: CalendarDate): [Quarter, Quarter, Quarter] {
  const month = monthOf(today);
  const first = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
  const quarter = (which: Quarter['which'], start: CalendarMonth): Quarter => ({
    which,
    from: monthStart(start),
    to: monthEnd(addMonths(start, 2)),
  });
  return [
    quarter('previous', addMonths(first, -3)),
    quarter('current', first),
    quarter('next', addMonths(first, 3)),
  ];
}

/**
 * The strategic share in basis points, half away from zero; null when there is neither.
 * @example strategicShare(8, 32) // 2000
 */
export function strategicShare(initiative: number, client: number): number | null {
  const whole = initiative + client;
  return whole === 0 ? null : roundCommercially((initiative * 10_000) / whole);
}

/** Where a share stands to the target; both ends of the tolerance still count as on target. */
export function judgeShare(share: number | null, target: ShareTarget): ShareVerdict {
  if (share === null) return 'no-work';
  if (share < target.shareBasisPoints - target.toleranceBasisPoints) return 'too-client-heavy';
  if (share > target.shareBasisPoints + target.toleranceBasisPoints) return 'too-strategic';
  return 'on-target';
}

/** The mix of logged and planned work; tentative cells are not counted. */
export function mixOf(cells: readonly LoadCell[], target: ShareTarget): Mix {
  const counted = cells.filter((cell) => cell.certainty !== 'tentative');
  const client = sumAmounts(counted.filter((cell) => cell.kind === 'client'));
  const initiative = sumAmounts(counted.filter((cell) => cell.kind === 'initiative'));
  const share = strategicShare(initiative.minutes, client.minutes);
  return {
    clientMinutes: client.minutes,
    initiativeMinutes: initiative.minutes,
    clientCostMinor: client.costMinor,
    initiativeCostMinor: initiative.costMinor,
    shareByMinutes: share,
    shareByCost: strategicShare(initiative.costMinor, client.costMinor),
    verdict: judgeShare(share, target),
  };
}

/** The mix of each month of the view. */
export function monthMixes(input: BalanceInput, cells: readonly LoadCell[]): MonthMix[] {
  return monthsBetween(input.from, input.to).map((month) => {
    const days = { from: monthStart(month), to: monthEnd(month) };
    return { month, ...mixOf(cellsWithin(cells, days), input.target) };
  });
}

/** The mix of the quarter before, this one and the next, whatever the view shows. */
export function quarterMixes(input: BalanceInput, cells: readonly LoadCell[]): QuarterMix[] {
  return quartersAround(input.today).map((quarter) => ({
    ...quarter,
    ...mixOf(cellsWithin(cells, quarter), input.target),
  }));
}

/** The days from which a view needs rows: its own and those of the three quarters around today. */
export function coveredRange(view: Pick<BalanceInput, 'today' | 'from' | 'to'>): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  const [previous, , next] = quartersAround(view.today);
  return {
    from: earlier(view.from, previous.from),
    to: later(view.to, next.to),
  };
}
