import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { ringFences as ringFencesContract } from '@evenkeel/contract/ring-fences';
import {
  accountsOf,
  bookingsTo,
  type ReserveTarget,
  type ReserveUse,
  targetsOf,
} from '@evenkeel/core/balance/reserve-book';
import {
  accountKey,
  emptyMonth,
  type ReserveMonth,
  replayLedger,
} from '@evenkeel/core/balance/reserve-ledger';
import type { ReserveEntry } from '@evenkeel/core/balance/ring-fence';
import {
  addMonths,
  type CalendarMonth,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import type { RingFenceId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listLoans, type StandingLoan } from '../loans/service.ts';
import { canSeeMoney } from '../policy.ts';
import { listEntries, listRingFences, listSums, type RingFenceRecord } from '../repository.ts';
import { getRingFence } from '../service.ts';
import { gatherUses } from '../work/service.ts';

/** A month of a ring-fence: what the ledger says, and what the month is like. */
export type LedgerMonth = {
  readonly use: ReserveUse;
  readonly free: number;
  readonly minutes: ReserveMonth;
  readonly money: ReserveMonth;
};

export type Ledger = {
  readonly from: CalendarMonth;
  readonly to: CalendarMonth;
  readonly ringFences: readonly RingFenceRecord[];
  readonly months: readonly LedgerMonth[];
  readonly loans: readonly StandingLoan[];
  readonly showsMoney: boolean;
};

const most = 60;

/**
 * The reserve of some months, replayed from the ledger. What has changed since the last booking (a
 * leave, somebody's hours) is in it as lines of today that are booked tonight; months that are over
 * stay as they were.
 */
export async function viewLedger(
  scope: Scope,
  query: QueryOf<typeof ringFencesContract.ledger>,
): Promise<Ledger> {
  const now = monthOf(scope.today);
  const from = query.from ?? addMonths(now, -2);
  const to = query.to ?? addMonths(from, 11);
  if (to < from) throw invalid(['to'], 'too-early', 'is before the first month');
  const months = monthsBetween(monthStart(from), monthStart(to));
  if (months.length > most) throw invalid(['to'], 'too-late', `is more than ${most} months later`);
  const ringFences = await listRingFences(scope);
  const found = await ledgerMonths(scope, ringFences, months);
  return {
    from,
    to,
    ringFences,
    months: found.months,
    loans: await listLoans(scope),
    showsMoney: canSeeMoney(scope.actor),
  };
}

/** The lines of a ring-fence's ledger, the newest first, those that are booked tonight before them. */
export async function viewEntries(
  scope: Scope,
  id: RingFenceId,
  query: QueryOf<typeof ringFencesContract.entries>,
) {
  const policy = await getRingFence(scope, id);
  const shown = query.month ? [query.month] : monthsAround(scope);
  const { due } = await ledgerMonths(scope, [policy], shown);
  const booked = await listEntries(scope, id, query);
  const rows = [...due.map((entry) => ({ id: null, member: null, entry })), ...booked];
  return canSeeMoney(scope.actor) ? rows : rows.filter(({ entry }) => entry.measure === 'minutes');
}

function monthsAround(scope: Scope): CalendarMonth[] {
  const now = monthOf(scope.today);
  return monthsBetween(monthStart(now), monthStart(addMonths(now, 12)));
}

async function ledgerMonths(
  scope: Scope,
  policies: readonly RingFenceRecord[],
  months: readonly CalendarMonth[],
): Promise<{ readonly months: LedgerMonth[]; readonly due: ReserveEntry[] }> {
  const uses = (await gatherUses(scope, months))(policies);
  const booked = await listSums(scope, months);
  const accounts = accountsOf(replayLedger(booked));
  const now = monthOf(scope.today);
  const targets = targetsOf(policies, uses, accounts);
  const due = bookingsTo(
    targets.filter(({ month }) => month >= now),
    accounts,
    scope.today,
  );
  const whole = accountsOf(replayLedger([...booked, ...due]));
  const freeOf = new Map(targets.map((target) => [accountKey(target), target.free]));
  return { due, months: uses.map((use) => ledgerMonth(use, whole, freeOf)) };
}

function ledgerMonth(
  use: ReserveUse,
  accounts: ReadonlyMap<string, ReserveMonth>,
  freeOf: ReadonlyMap<string, number>,
): LedgerMonth {
  const account = (measure: ReserveTarget['measure']) => {
    const place = { policyId: use.policyId, month: use.month, measure };
    return accounts.get(accountKey(place)) ?? emptyMonth(place);
  };
  const minutes = account('minutes');
  return { use, minutes, money: account('money'), free: freeOf.get(accountKey(minutes)) ?? 0 };
}
