import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import type { MemberId, PersonId, ReserveLoanId, RingFenceId, RoleId, TeamId } from '../id.ts';
import { roundCommercially } from '../money.ts';

/** Whose hours a ring-fence holds back. */
export const ringFenceScopes = ['firm', 'team', 'role', 'person'] as const;
export type RingFenceScope =
  | { readonly kind: 'firm' }
  | { readonly kind: 'team'; readonly teamId: TeamId }
  | { readonly kind: 'role'; readonly roleId: RoleId }
  | { readonly kind: 'person'; readonly personId: PersonId };

/** How many hours of a month are held back: a share of the capacity, or so many minutes. */
export type ReserveAmount =
  | { readonly by: 'share'; readonly basisPoints: number }
  | { readonly by: 'minutes'; readonly minutesPerMonth: number };

/** What a ring-fence holds back from a month on, until the next such month. */
export type RingFenceTerm = {
  readonly fromMonth: CalendarMonth;
  readonly amount: ReserveAmount;
  /** Money held back in each month, in minor units of the firm's currency. */
  readonly moneyMinor: number;
};

/** A policy: hours and money of each month that are for initiatives, from a month to a month. */
export type RingFence = {
  readonly id: RingFenceId;
  readonly scope: RingFenceScope;
  /** The last month; null when it goes on. */
  readonly toMonth: CalendarMonth | null;
  /** By month, the first one being that in which the ring-fence begins; never empty. */
  readonly terms: readonly RingFenceTerm[];
};

/** What is held back: hours in whole minutes, or money in minor units. */
export const reserveMeasures = ['minutes', 'money'] as const;
export type ReserveMeasure = (typeof reserveMeasures)[number];

/** What can happen to the strategic reserve; see `ReserveEntry`. */
export const reserveEntryKinds = [
  'grant',
  'adjustment',
  'taking',
  'loan',
  'return',
  'pay-back',
] as const;
export type ReserveEntryKind = (typeof reserveEntryKinds)[number];

/**
 * One line of the ledger: on a day, so much happened to the reserve of one month.
 * - `grant`: the policy holds back so much of the month;
 * - `adjustment`: policy or capacity changed, so much more (or, negative, less) is held back;
 * - `taking`: client work took so much of it (negative: gave it up again);
 * - `loan`: so much of the month may be taken, by a loan;
 * - `return`: so much of a loan was not needed and may no longer be taken;
 * - `pay-back`: so much is held back in this month on top, to pay back a loan.
 */
export type ReserveEntry = {
  readonly policyId: RingFenceId;
  readonly month: CalendarMonth;
  readonly measure: ReserveMeasure;
  readonly bookedOn: CalendarDate;
} & (
  | {
      readonly kind: 'grant' | 'adjustment' | 'taking';
      readonly amount: number;
      readonly loanId: null;
    }
  | {
      readonly kind: 'loan' | 'return' | 'pay-back';
      /** Above 0. */
      readonly amount: number;
      readonly loanId: ReserveLoanId;
    }
);

/** Leave for client work to go into the reserve: who allowed it, why, and by when it is paid back. */
export type ReserveLoan = {
  readonly id: ReserveLoanId;
  readonly policyId: RingFenceId;
  readonly measure: ReserveMeasure;
  readonly approverId: MemberId;
  readonly reason: string;
  readonly payBackOn: CalendarDate;
};

/** What the term of a month says; null when the ring-fence is not in force in it. */
export function termIn(policy: RingFence, month: CalendarMonth): RingFenceTerm | null {
  if (policy.toMonth !== null && month > policy.toMonth) return null;
  let found: RingFenceTerm | null = null;
  for (const term of policy.terms) {
    if (term.fromMonth > month) continue;
    if (found === null || term.fromMonth > found.fromMonth) found = term;
  }
  return found;
}

/** The month in which a ring-fence begins. */
export function firstMonthOf(policy: RingFence): CalendarMonth {
  const [first] = policy.terms.map((term) => term.fromMonth).sort();
  if (first === undefined) throw new Error('a ring-fence has terms');
  return first;
}

/**
 * Minutes that a ring-fence holds back of a month with this capacity; never more than there is.
 * @example grantedMinutes({ …, terms: [{ amount: { by: 'share', basisPoints: 2000 } }] }, month, 9600) // 1920
 */
export function grantedMinutes(
  policy: RingFence,
  month: CalendarMonth,
  capacityMinutes: number,
): number {
  const term = termIn(policy, month);
  if (term === null) return 0;
  const { amount } = term;
  if (amount.by === 'minutes') return Math.min(amount.minutesPerMonth, capacityMinutes);
  return roundCommercially((capacityMinutes * amount.basisPoints) / 10_000);
}

/**
 * Minutes of the reserve that client work takes: what it needs beyond the part of the capacity that
 * is not held back. What it needs beyond the whole capacity is over-allocation, not reserve.
 */
export function takenMinutes(month: {
  readonly capacityMinutes: number;
  readonly clientMinutes: number;
  readonly reserveMinutes: number;
}): number {
  const free = month.capacityMinutes - month.reserveMinutes;
  return Math.max(0, Math.min(month.clientMinutes - free, month.reserveMinutes));
}
