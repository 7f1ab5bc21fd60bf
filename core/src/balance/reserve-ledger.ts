import { addDays, type CalendarDate, type CalendarMonth } from '../calendar-date.ts';
import { entryOf, groupedBy } from '../grouping.ts';
import type { ReserveLoanId, RingFenceId } from '../id.ts';
import type { ReserveEntry, ReserveLoan, ReserveMeasure } from './ring-fence.ts';

/** The reserve of one month under one ring-fence, in minutes or minor units. */
export type ReserveMonth = {
  readonly policyId: RingFenceId;
  readonly measure: ReserveMeasure;
  readonly month: CalendarMonth;
  /** Held back by the policy. */
  readonly granted: number;
  /** Held back on top, to pay back loans of other months. */
  readonly paidBack: number;
  /** Taken by client work. */
  readonly taken: number;
  /** How much loans allow to be taken. */
  readonly lent: number;
  /** What is left for initiatives: granted + paid back − taken. */
  readonly balance: number;
  /** How low the balance may go: granted + paid back − lent. */
  readonly floor: number;
  /** Taken without a loan, because capacity fell under work that was there: floor − balance, or 0. */
  readonly uncovered: number;
};

/** Where a loan stands. `due` is from two weeks before the day on which it is to be back. */
export const loanStates = ['open', 'due', 'overdue', 'repaid'] as const;
export type LoanState = (typeof loanStates)[number];

/** A loan with what became of it; outstanding = lent − returned − repaid. */
export type LoanStanding = {
  readonly loanId: ReserveLoanId;
  readonly lent: number;
  readonly returned: number;
  readonly repaid: number;
  readonly outstanding: number;
  readonly state: LoanState;
  readonly months: readonly { readonly month: CalendarMonth; readonly lent: number }[];
};

/** Names the account of a month; two entries of one account add up. */
export function accountKey(of: Pick<ReserveMonth, 'policyId' | 'measure' | 'month'>): string {
  return `${of.policyId} ${of.measure} ${of.month}`;
}

/**
 * The reserve of each month with entries: nothing but their sums, so that it can be had again from
 * the ledger at any time and in any order. By ring-fence, measure and month.
 */
export function replayLedger(entries: Iterable<ReserveEntry>): ReserveMonth[] {
  const accounts = new Map<string, Sums>();
  for (const entry of entries) {
    const sums = entryOf(accounts, accountKey(entry), () => noSums(entry));
    book(sums, entry);
  }
  return [...accounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => reserveMonth(sums));
}

/** The reserve of a month of which the ledger says nothing. */
export function emptyMonth(of: Pick<ReserveMonth, 'policyId' | 'measure' | 'month'>): ReserveMonth {
  return reserveMonth(noSums(of));
}

/** Where each loan stands on a day, in the order given. Debt shows until it is repaid. */
export function standingsOf(
  loans: readonly ReserveLoan[],
  entries: readonly ReserveEntry[],
  today: CalendarDate,
): LoanStanding[] {
  const entriesOf = groupedBy(entries, (entry) => entry.loanId);
  return loans.map((loan) => standingOf(loan, entriesOf.get(loan.id) ?? [], today));
}

const dueDays = 14;

function standingOf(
  loan: ReserveLoan,
  entries: readonly ReserveEntry[],
  today: CalendarDate,
): LoanStanding {
  const sum = (kind: ReserveEntry['kind']) =>
    entries.reduce((total, entry) => total + (entry.kind === kind ? entry.amount : 0), 0);
  const [lent, returned, repaid] = [sum('loan'), sum('return'), sum('pay-back')];
  const outstanding = lent - returned - repaid;
  return {
    loanId: loan.id,
    lent,
    returned,
    repaid,
    outstanding,
    state: stateOf(loan, outstanding, today),
    months: lentMonths(entries),
  };
}

function stateOf(loan: ReserveLoan, outstanding: number, today: CalendarDate): LoanState {
  if (outstanding === 0) return 'repaid';
  if (loan.payBackOn < today) return 'overdue';
  return loan.payBackOn <= addDays(today, dueDays) ? 'due' : 'open';
}

function lentMonths(entries: readonly ReserveEntry[]): LoanStanding['months'] {
  const lent = new Map<CalendarMonth, number>();
  for (const { kind, month, amount } of entries) {
    if (kind !== 'loan' && kind !== 'return') continue;
    lent.set(month, (lent.get(month) ?? 0) + (kind === 'loan' ? amount : -amount));
  }
  return [...lent]
    .map(([month, amount]) => ({ month, lent: amount }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

type Sums = Pick<ReserveMonth, 'policyId' | 'measure' | 'month'> & {
  granted: number;
  paidBack: number;
  taken: number;
  lent: number;
};

function noSums({
  policyId,
  measure,
  month,
}: Pick<ReserveMonth, 'policyId' | 'measure' | 'month'>): Sums {
  return { policyId, measure, month, granted: 0, paidBack: 0, taken: 0, lent: 0 };
}

function book(sums: Sums, { kind, amount }: ReserveEntry): void {
  switch (kind) {
    case 'grant':
    case 'adjustment':
      sums.granted += amount;
      return;
    case 'taking':
      sums.taken += amount;
      return;
    case 'loan':
      sums.lent += amount;
      return;
    case 'return':
      sums.lent -= amount;
      return;
    case 'pay-back':
      sums.paidBack += amount;
  }
}

function reserveMonth(sums: Sums): ReserveMonth {
  const whole = sums.granted + sums.paidBack;
  const balance = whole - sums.taken;
  const floor = whole - sums.lent;
  return { ...sums, balance, floor, uncovered: Math.max(0, floor - balance) };
}
