import { groupedBy, sumOf } from '../grouping.ts';
import type { PersonId } from '../id.ts';
import { roundCommercially } from '../money.ts';
import { type WaitSide, type WaitStretch, type WorkingTime, waitSides } from './wait-clock.ts';

/** Working minutes by who held the ball. */
export type HeldMinutes = Readonly<Record<WaitSide, number>>;

/** Hours of one person for a project on one day; the day as `dayNumber`. */
export type PersonDay = {
  readonly day: number;
  readonly personId: PersonId | null;
  readonly minutes: number;
};

/** Hours that were booked and could not be worked, and what they cost. */
export type IdleCost = { readonly minutes: number; readonly costMinor: number };

/** What waiting cost, by the side that held the ball after the agreed day. */
export type WaitingCost = Readonly<Record<WaitSide, IdleCost>>;

/** What the cost of waiting is computed from. */
export type WaitingCostInput = {
  /** Working minutes after the agreed day, by day and holder; several waits at once add up. */
  readonly late: ReadonlyMap<number, HeldMinutes>;
  /** Working minutes of a usual day. */
  readonly dayMinutes: number;
  /** Confirmed allocations to the project, in minor units an hour at cost rate. */
  readonly booked: readonly (PersonDay & { readonly costPerHourMinor: number })[];
  readonly worked: readonly PersonDay[];
};

/** Working minutes of stretches by the day on which they fell, and by who held the ball. O(days). */
export function heldByDay(
  stretches: readonly WaitStretch[],
  clock: {
    readonly working: WorkingTime;
    /** The day of a minute, and the minute at which a day ends. */
    readonly dayOf: (minute: number) => number;
    readonly endOf: (day: number) => number;
  },
): Map<number, Record<WaitSide, number>> {
  const days = new Map<number, Record<WaitSide, number>>();
  for (const { holder, from, to } of stretches) {
    let at = from;
    while (at < to) {
      const day = clock.dayOf(at);
      const next = Math.min(to, Math.max(at + 1, clock.endOf(day)));
      const minutes = Math.max(0, Math.round(clock.working(at, next)));
      const sums = days.get(day) ?? { ours: 0, theirs: 0, neither: 0 };
      if (minutes > 0) days.set(day, { ...sums, [holder]: sums[holder] + minutes });
      at = next;
    }
  }
  return days;
}

/**
 * The cost of waiting: of each day on which something was late, the hours that people were booked on the
 * project and did not work on it, at their cost rates. They go to whoever held the ball, by the working
 * time of that day; a day of which only a part was late counts by that part. What people worked all the
 * same costs nothing here. Money is rounded once for each side. O(days of the bookings).
 */
export function waitingCost(input: WaitingCostInput): WaitingCost {
  const keyOf = ({ day, personId }: PersonDay) => `${day} ${personId ?? ''}`;
  const worked = groupedBy(input.worked, keyOf);
  const sums = { ours: empty(), theirs: empty(), neither: empty() };
  for (const [key, booked] of groupedBy(input.booked, keyOf)) {
    const late = input.late.get(booked[0]?.day ?? 0);
    const minutes = sumOf(booked, (one) => one.minutes);
    const idle = Math.max(0, minutes - sumOf(worked.get(key) ?? [], (one) => one.minutes));
    if (!late || idle === 0) continue;
    const rate = sumOf(booked, (one) => one.minutes * one.costPerHourMinor) / minutes;
    const whole = Math.max(
      input.dayMinutes,
      sumOf(waitSides, (side) => late[side]),
    );
    for (const side of waitSides) {
      const share = (idle * late[side]) / whole;
      sums[side].minutes += share;
      sums[side].cost += (share * rate) / 60;
    }
  }
  const rounded = ({ minutes, cost }: Growing): IdleCost => ({
    minutes: Math.round(minutes),
    costMinor: roundCommercially(cost),
  });
  return {
    ours: rounded(sums.ours),
    theirs: rounded(sums.theirs),
    neither: rounded(sums.neither),
  };
}

type Growing = { minutes: number; cost: number };

function empty(): Growing {
  return { minutes: 0, cost: 0 };
}
