import type { ReserveFacts } from '@evenkeel/core/balance/input';
import {
  accountsOf,
  bookingsTo,
  newShortfalls,
  type ReserveShortfall,
  shortfallsOf,
  targetsOf,
} from '@evenkeel/core/balance/reserve-book';
import { type ReserveMonth, replayLedger } from '@evenkeel/core/balance/reserve-ledger';
import { type RingFence, termIn } from '@evenkeel/core/balance/ring-fence';
import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  later,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import type { RingFenceId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { type NamedShortfall, reserveShort } from './policy.ts';
import * as repository from './repository.ts';
import {
  type AllocationChange,
  gatherChange,
  gatherUses,
  lastClientDay,
  listReserveWork,
  type ReserveWorkRow,
} from './work/service.ts';

export { canSeeMoney } from './policy.ts';
export { listRingFences } from './repository.ts';
export type { AllocationChange, ReserveAllocation, ReserveWorkRow } from './work/service.ts';

/** How many months ahead the ledger is kept, and further where client work is planned. */
const monthsAhead = 12;

/** One ring-fence, also an ended one. */
export async function getRingFence(
  scope: Scope,
  id: RingFenceId,
): Promise<repository.RingFenceRecord> {
  const found = (await repository.listRingFences(scope)).find((one) => one.id === id);
  if (!found) throw new AppError('not-found', 'There is no such ring-fence.');
  return found;
}

/**
 * Refuses a change of allocations that takes hours from the reserve which nobody has lent, naming
 * ring-fence, month, minutes short and how to borrow; else books what it takes or gives back. Called
 * by whoever writes allocations, in its transaction, before or after it writes.
 */
export async function requireReserve(scope: Scope, change: AllocationChange): Promise<void> {
  const held = await heldBy(scope, change);
  if (held === null) return;
  await repository.lockRingFences(scope);
  const { shortfalls, bookings } = await compare(scope, change, held);
  if (shortfalls.length > 0) throw reserveShort(shortfalls);
  await repository.insertEntries(scope, bookings);
}

/** What `requireReserve` would refuse: empty when nothing. Writes nothing. */
export async function checkReserve(
  scope: Scope,
  change: AllocationChange,
): Promise<NamedShortfall[]> {
  const held = await heldBy(scope, change);
  return held === null ? [] : (await compare(scope, change, held)).shortfalls;
}

/** A change of policies that is held against the reserve: those before and those after it. */
export type PolicyChange = {
  readonly before: readonly repository.RingFenceRecord[];
  readonly after: readonly repository.RingFenceRecord[];
};

/** The confirmed allocations to client projects that need hours of a ring-fence in a month. */
export async function viewReserveWork(
  scope: Scope,
  id: RingFenceId,
  month: CalendarMonth,
): Promise<ReserveWorkRow[]> {
  const policy = await getRingFence(scope, id);
  return listReserveWork(scope, policy.scope, month);
}

/** What a change of policies would leave short, as things are in the database. */
export async function policyShortfalls(
  scope: Scope,
  { before, after }: PolicyChange,
): Promise<NamedShortfall[]> {
  const months = await keptMonths(scope);
  const usesOf = await gatherUses(scope, months);
  const accounts = await accountsIn(scope, months);
  const short = (policies: readonly RingFence[]) =>
    shortfallsOf(targetsOf(policies, usesOf(policies), accounts), accounts);
  return named(newShortfalls(short(before), short(after)), after);
}

/**
 * Brings the ledger to what policies, capacity and allocations say of this month and later ones: each
 * difference is a line of today. Months that are over stay as they were booked. Returns how many lines.
 */
export async function settleReserve(scope: Scope): Promise<number> {
  return bookReserve(scope, await keptMonths(scope));
}

/** The same for some months, which may be over: a ledger that is opened late. */
export async function bookReserve(scope: Scope, months: readonly CalendarMonth[]): Promise<number> {
  const policies = await repository.listRingFences(scope);
  if (policies.length === 0) return 0;
  await repository.lockRingFences(scope);
  const uses = (await gatherUses(scope, months))(policies);
  const accounts = await accountsIn(scope, months);
  const bookings = bookingsTo(targetsOf(policies, uses, accounts), accounts, scope.today);
  await repository.insertEntries(scope, bookings);
  return bookings.length;
}

/** Ring-fences, and what loans and pay-backs say of this month and later ones, for calculations. */
export async function reserveFacts(
  scope: Scope,
  view: { readonly to: CalendarDate },
): Promise<ReserveFacts> {
  const policies = await repository.listRingFences(scope);
  if (policies.length === 0 || view.to < scope.today) return { policies, entries: [] };
  const sums = await repository.listSums(scope, monthsBetween(scope.today, view.to));
  const entries = sums.filter(({ kind }) => heldByLoans.some((one) => one === kind));
  return { policies, entries };
}

const heldByLoans = ['loan', 'return', 'pay-back'] as const;

/** The months that the ledger is kept for: this one and a year of later ones, or as far as clients have hours. */
export async function keptMonths(scope: Scope): Promise<CalendarMonth[]> {
  const horizon = monthStart(addMonths(monthOf(scope.today), monthsAhead));
  const last = (await lastClientDay(scope)) ?? horizon;
  return monthsBetween(scope.today, later(last, horizon));
}

/** The reserve of some months, out of the ledger. */
export async function accountsIn(
  scope: Scope,
  months: readonly CalendarMonth[],
): Promise<Map<string, ReserveMonth>> {
  return accountsOf(replayLedger(await repository.listSums(scope, months)));
}

/** Months of the change's days in order, from this one: what is over cannot be held back any more. */
function monthsOf(scope: Scope, { before, after }: AllocationChange): CalendarMonth[] {
  const months = [...before, ...after].flatMap(({ startOn, endOn }) =>
    monthsBetween(later(startOn, scope.today), endOn),
  );
  return [...new Set(months)].sort();
}

type Held = {
  readonly policies: readonly repository.RingFenceRecord[];
  readonly months: readonly CalendarMonth[];
};

/** The ring-fences that hold some month of the change back, and its months; null without any. */
async function heldBy(scope: Scope, change: AllocationChange): Promise<Held | null> {
  const months = monthsOf(scope, change);
  if (months.length === 0) return null;
  const policies = (await repository.listRingFences(scope)).filter((policy) =>
    months.some((month) => termIn(policy, month) !== null),
  );
  return policies.length === 0 ? null : { policies, months };
}

/** What a change leaves short that was not so before, and the lines that it would book. */
async function compare(scope: Scope, change: AllocationChange, { policies, months }: Held) {
  const uses = await gatherChange(scope, months, change);
  const accounts = await accountsIn(scope, months);
  const before = targetsOf(policies, uses.before(policies), accounts);
  const after = targetsOf(policies, uses.after(policies), accounts);
  const shortfalls = newShortfalls(shortfallsOf(before, accounts), shortfallsOf(after, accounts));
  return {
    shortfalls: named(shortfalls, policies),
    bookings: bookingsTo(after, accounts, scope.today),
  };
}

function named(
  shortfalls: readonly ReserveShortfall[],
  policies: readonly repository.RingFenceRecord[],
): NamedShortfall[] {
  const nameOf = new Map(policies.map(({ id, name }) => [id, name]));
  return shortfalls.map((shortfall) => ({
    ...shortfall,
    name: nameOf.get(shortfall.policyId) ?? '',
  }));
}
