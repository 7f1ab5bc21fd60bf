import type {
  ReserveEntryView,
  ReserveLoanView,
  ReserveMonthView,
  ReserveShortfallView,
  RingFenceView,
} from '@evenkeel/contract/ring-fences';
import type { ReserveUse } from '@evenkeel/core/balance/reserve-book';
import { lastPayBackMonth } from '@evenkeel/core/balance/reserve-book';
import type { LoanStanding, ReserveMonth } from '@evenkeel/core/balance/reserve-ledger';
import {
  firstMonthOf,
  type ReserveEntry,
  type RingFenceScope,
} from '@evenkeel/core/balance/ring-fence';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { Id, MemberId, ReserveEntryId } from '@evenkeel/core/id';
import { moment, referenceOf } from '../../platform/db/values.ts';
import type { LoanRecord } from './loans/repository.ts';
import type { NamedShortfall } from './policy.ts';
import type { RingFenceRecord } from './repository.ts';
import type { ReserveWorkRow } from './service.ts';

export function presentRingFence(fence: RingFenceRecord, showsMoney: boolean): RingFenceView {
  return {
    id: fence.id,
    version: fence.version,
    name: fence.name,
    scope: { kind: fence.scope.kind, id: scopeId(fence.scope), name: fence.scopeName },
    fromMonth: firstMonthOf(fence),
    toMonth: fence.toMonth,
    terms: fence.terms.map((term) => ({
      ...term,
      moneyMinor: showsMoney ? term.moneyMinor : null,
    })),
  };
}

export function presentMonth(
  {
    use,
    minutes,
    money,
    free,
  }: { use: ReserveUse; minutes: ReserveMonth; money: ReserveMonth; free: number },
  showsMoney: boolean,
): ReserveMonthView {
  const { granted, paidBack, taken, lent, balance, floor, uncovered } = minutes;
  return {
    ringFenceId: use.policyId,
    month: use.month,
    capacityMinutes: use.capacityMinutes,
    clientMinutes: use.clientMinutes,
    granted,
    paidBack,
    taken,
    lent,
    balance,
    floor,
    uncovered,
    free,
    moneyGranted: showsMoney ? money.granted + money.paidBack : null,
    moneyBalance: showsMoney ? money.balance : null,
  };
}

export function presentLoan(
  { loan, standing }: { loan: LoanRecord; standing: LoanStanding },
  today: CalendarDate,
): ReserveLoanView {
  const { state, lent, returned, repaid, outstanding, months } = standing;
  return {
    id: loan.id,
    ringFence: { id: loan.policyId, name: loan.fenceName },
    measure: loan.measure,
    approver: loan.approver,
    approvedAt: moment(loan.approvedAt),
    reason: loan.reason,
    payBackOn: loan.payBackOn,
    lastPayBackMonth: lastPayBackMonth(loan, today),
    project: loan.project,
    state,
    lent,
    returned,
    repaid,
    outstanding,
    months: [...months],
  };
}

export function presentEntry({
  id,
  member,
  entry,
}: {
  id: ReserveEntryId | null;
  member: { id: MemberId; name: string } | null;
  entry: ReserveEntry;
}): ReserveEntryView {
  const { kind, measure, month, amount, bookedOn, loanId } = entry;
  return { id, member, kind, measure, month, amount, bookedOn, loanId };
}

export function presentShortfall({
  policyId,
  name,
  ...rest
}: NamedShortfall): ReserveShortfallView {
  return { ringFence: { id: policyId, name }, ...rest };
}

export function presentWork(rows: readonly ReserveWorkRow[]) {
  return {
    rows: rows.map(({ row, minutes }) => ({
      allocationId: row.id,
      project: { id: row.project_id, name: row.project_name },
      person: referenceOf(row.person_id, row.person_name),
      role: referenceOf(row.role_id, row.role_name),
      startOn: row.start_on,
      endOn: row.end_on,
      minutes,
    })),
    minutes: sumOf(rows, ({ minutes }) => minutes),
  };
}

function scopeId(scope: RingFenceScope): Id<string> | null {
  switch (scope.kind) {
    case 'firm':
      return null;
    case 'team':
      return scope.teamId;
    case 'role':
      return scope.roleId;
    case 'person':
      return scope.personId;
  }
}
