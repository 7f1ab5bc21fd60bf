import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import { addMonths, later, monthOf, monthStart } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { RingFenceId } from '../id.ts';
import { accountKey, emptyMonth, type LoanStanding, type ReserveMonth } from './reserve-ledger.ts';
import {
  grantedMinutes,
  type ReserveEntry,
  type ReserveLoan,
  type ReserveMeasure,
  type RingFence,
  takenMinutes,
  termIn,
} from './ring-fence.ts';

/** What one month is like for the people of one ring-fence. */
export type ReserveUse = {
  readonly policyId: RingFenceId;
  readonly month: CalendarMonth;
  /** What they can work in all. */
  readonly capacityMinutes: number;
  /** What confirmed allocations to client projects need of them. */
  readonly clientMinutes: number;
};

/** What the ledger should say of a month, by policy, capacity and allocations as they are. */
export type ReserveTarget = Pick<ReserveMonth, 'policyId' | 'measure' | 'month'> & {
  readonly granted: number;
  readonly taken: number;
  /** Hours of the month that are neither held back nor taken by client work; 0 for money. */
  readonly free: number;
};

/** Hours of a month that client work takes from the reserve and no loan covers. */
export type ReserveShortfall = {
  readonly policyId: RingFenceId;
  readonly month: CalendarMonth;
  /** Held back in the month, pay-backs included. */
  readonly reserveMinutes: number;
  readonly takenMinutes: number;
  readonly lentMinutes: number;
  /** Taken less lent: what a loan would have to cover. Above 0. */
  readonly shortMinutes: number;
};

/** The accounts of a ledger by `accountKey`. */
export type ReserveAccounts = ReadonlyMap<string, ReserveMonth>;

/** Accounts by their key. */
export function accountsOf(months: Iterable<ReserveMonth>): Map<string, ReserveMonth> {
  return new Map([...months].map((month) => [accountKey(month), month]));
}

/**
 * What the ledger should say of the months in `uses`. Money is taken by loans alone, so what is
 * taken of it is what is lent.
 */
export function targetsOf(
  policies: readonly RingFence[],
  uses: readonly ReserveUse[],
  accounts: ReserveAccounts,
): ReserveTarget[] {
  const policyOf = new Map(policies.map((policy) => [policy.id, policy]));
  return uses.flatMap((use) => {
    const policy = policyOf.get(use.policyId);
    if (policy === undefined) return [];
    return [minutesTarget(policy, use, accounts), moneyTarget(policy, use, accounts)];
  });
}

/** The entries that bring a ledger to its targets; none when it is there. */
export function bookingsTo(
  targets: readonly ReserveTarget[],
  accounts: ReserveAccounts,
  bookedOn: CalendarDate,
): ReserveEntry[] {
  return targets.flatMap((target) => {
    const known = accounts.get(accountKey(target));
    const { granted, taken } = known ?? emptyMonth(target);
    const { policyId, month, measure } = target;
    const line = { policyId, month, measure, bookedOn, loanId: null };
    const grant = known === undefined ? ('grant' as const) : ('adjustment' as const);
    return [
      { ...line, kind: grant, amount: target.granted - granted },
      { ...line, kind: 'taking' as const, amount: target.taken - taken },
    ].filter((entry) => entry.amount !== 0);
  });
}

/** Where targets take more than loans cover, by ring-fence and month. */
export function shortfallsOf(
  targets: readonly ReserveTarget[],
  accounts: ReserveAccounts,
): ReserveShortfall[] {
  return targets.flatMap((target) => {
    if (target.measure !== 'minutes') return [];
    const { lent, paidBack } = accounts.get(accountKey(target)) ?? emptyMonth(target);
    const shortMinutes = target.taken - lent;
    if (shortMinutes <= 0) return [];
    return [
      {
        policyId: target.policyId,
        month: target.month,
        reserveMinutes: target.granted + paidBack,
        takenMinutes: target.taken,
        lentMinutes: lent,
        shortMinutes,
      },
    ];
  });
}

/**
 * The shortfalls that a change makes or makes greater: what it must be refused for. What was short
 * before and stays so is no reason to refuse, else nobody could mend it step by step.
 */
export function newShortfalls(
  before: readonly ReserveShortfall[],
  after: readonly ReserveShortfall[],
): ReserveShortfall[] {
  const key = (shortfall: ReserveShortfall) => `${shortfall.policyId} ${shortfall.month}`;
  const shortBefore = new Map(before.map((shortfall) => [key(shortfall), shortfall.shortMinutes]));
  return after.filter(
    (shortfall) => shortfall.shortMinutes > (shortBefore.get(key(shortfall)) ?? 0),
  );
}

/** Why a pay-back or a return is refused. */
export const payBackRefusals = [
  'more-than-owed',
  'month-over',
  'too-late',
  'no-room',
  'in-use',
] as const;
export type PayBackRefusal = (typeof payBackRefusals)[number];

/** How a loan is paid back: hours held back on top in a month, or unused leave handed back. */
export type PayBack = {
  readonly kind: 'pay-back' | 'return';
  readonly month: CalendarMonth;
  /** Above 0. */
  readonly amount: number;
};

/** The last month in which a loan can be paid back: that of its day, or the next one once it is overdue. */
export function lastPayBackMonth(loan: ReserveLoan, today: CalendarDate): CalendarMonth {
  const soon = addMonths(monthOf(today), 1);
  return loan.payBackOn < today ? soon : monthOf(later(loan.payBackOn, monthStart(monthOf(today))));
}

/**
 * Books a pay-back or a return, or says why not.
 * - A pay-back holds hours of this month or a later one back on top, no later than the loan is due;
 *   they must be free of client work, or nothing would come back. Money needs no room.
 * - A return lowers what may be taken in the month of the loan, by no more than is unused.
 */
export function payBackEntry(
  loan: ReserveLoan,
  payBack: PayBack,
  facts: {
    readonly standing: LoanStanding;
    readonly account: ReserveMonth;
    readonly target: ReserveTarget;
    readonly today: CalendarDate;
  },
): { readonly ok: true; readonly entry: ReserveEntry } | PayBackRefused {
  const reason = payBackRefusal(loan, payBack, facts);
  if (reason !== null) return reason;
  const { policyId, measure } = loan;
  const line = { policyId, measure, month: payBack.month, bookedOn: facts.today, loanId: loan.id };
  return { ok: true, entry: { ...line, kind: payBack.kind, amount: payBack.amount } };
}

/** A refusal, with the most that would be accepted. */
export type PayBackRefused = {
  readonly ok: false;
  readonly reason: PayBackRefusal;
  readonly most: number;
};

function payBackRefusal(
  loan: ReserveLoan,
  payBack: PayBack,
  { standing, account, target, today }: Parameters<typeof payBackEntry>[2],
): PayBackRefused | null {
  const refused = (reason: PayBackRefusal, most: number) => ({ ok: false as const, reason, most });
  if (payBack.amount > standing.outstanding) return refused('more-than-owed', standing.outstanding);
  if (payBack.kind === 'return') {
    const lentHere = standing.months.find(({ month }) => month === payBack.month)?.lent ?? 0;
    const unused = loan.measure === 'money' ? lentHere : account.lent - target.taken;
    const most = Math.max(0, Math.min(lentHere, unused));
    return payBack.amount > most ? refused('in-use', most) : null;
  }
  if (payBack.month < monthOf(today)) return refused('month-over', 0);
  if (payBack.month > lastPayBackMonth(loan, today)) return refused('too-late', 0);
  if (loan.measure === 'minutes' && payBack.amount > target.free)
    return refused('no-room', target.free);
  return null;
}

/** Minutes that each loan would need by ring-fence, the most first: what the dialog offers. */
export function loansFor(
  shortfalls: readonly ReserveShortfall[],
): { readonly policyId: RingFenceId; readonly months: readonly ReserveShortfall[] }[] {
  return [...groupedBy(shortfalls, (shortfall) => shortfall.policyId)].map(
    ([policyId, months]) => ({
      policyId,
      months,
    }),
  );
}

/** The entries that open a loan. Money that is lent is taken with it. */
export function loanEntries(
  loan: Pick<ReserveLoan, 'id' | 'policyId' | 'measure'>,
  months: readonly { readonly month: CalendarMonth; readonly amount: number }[],
  bookedOn: CalendarDate,
): ReserveEntry[] {
  const { id: loanId, policyId, measure } = loan;
  return months.map(({ month, amount }) => ({
    policyId,
    measure,
    month,
    bookedOn,
    kind: 'loan' as const,
    amount,
    loanId,
  }));
}

function minutesTarget(
  policy: RingFence,
  use: ReserveUse,
  accounts: ReserveAccounts,
): ReserveTarget {
  const place = placeOf(use, 'minutes');
  const { capacityMinutes, clientMinutes } = use;
  const granted = grantedMinutes(policy, use.month, capacityMinutes);
  const { paidBack } = accounts.get(accountKey(place)) ?? emptyMonth(place);
  const reserveMinutes = Math.min(granted + paidBack, capacityMinutes);
  const taken = takenMinutes({ capacityMinutes, clientMinutes, reserveMinutes });
  const free = Math.max(0, capacityMinutes - reserveMinutes - clientMinutes);
  return { ...place, granted, taken, free };
}

function moneyTarget(policy: RingFence, use: ReserveUse, accounts: ReserveAccounts): ReserveTarget {
  const place = placeOf(use, 'money');
  const { lent } = accounts.get(accountKey(place)) ?? emptyMonth(place);
  return { ...place, granted: termIn(policy, use.month)?.moneyMinor ?? 0, taken: lent, free: 0 };
}

function placeOf({ policyId, month }: ReserveUse, measure: ReserveMeasure) {
  return { policyId, month, measure };
}
