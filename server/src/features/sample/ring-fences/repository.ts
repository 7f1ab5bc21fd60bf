import type { SampleLoan, SampleRingFence } from '@evenkeel/core/sample/ring-fences';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Ring-fences with what they hold back; nothing is booked yet. */
export async function insertRingFences(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'ring_fence',
    firm.ringFences.map((fence) => ({
      ...common(need(ids, 'ring_fence', fence.key)),
      name: fence.name,
      scope_kind: fence.team === null ? 'firm' : 'team',
      team_id: fence.team === null ? null : need(ids, 'team', fence.team),
    })),
  );
  await insertRows(
    scope,
    'ring_fence_term',
    firm.ringFences.map(({ key, fromMonth, amount, moneyMinor }) => ({
      ...common(newId()),
      ring_fence_id: need(ids, 'ring_fence', key),
      from_month: fromMonth,
      share: amount.by === 'share' ? amount.basisPoints : null,
      minutes_per_month: amount.by === 'minutes' ? amount.minutesPerMonth : null,
      money: moneyMinor,
    })),
  );
}

/** Loans of past months: lent, taken, and paid back in part. */
export async function insertLoans(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const loans = firm.ringFences.flatMap((fence) =>
    fence.loans.map((loan) => ({ fence, loan, id: newId() })),
  );
  await insertRows(
    scope,
    'reserve_loan',
    loans.map(({ fence, loan, id }) => ({
      ...common(id),
      created_at: `${loan.lentOn}T09:20:00Z`,
      ring_fence_id: need(ids, 'ring_fence', fence.key),
      measure: 'minutes',
      approver_id: scope.actor.memberId,
      reason: loan.reason,
      pay_back_on: loan.payBackOn,
      project_id: need(ids, 'project', loan.project),
    })),
  );
  const lines = loans.flatMap(({ fence, loan, id }) => loanLines(fence, loan, id));
  await insertRows(
    scope,
    'reserve_entry',
    lines.map(({ fence, ...line }) => ({
      id: newId(),
      created_at: `${line.booked_on}T09:20:00Z`,
      ring_fence_id: need(ids, 'ring_fence', fence),
      member_id: scope.actor.memberId,
      measure: 'minutes',
      ...line,
    })),
  );
}

function loanLines({ key: fence }: SampleRingFence, loan: SampleLoan, id: string) {
  const { month, minutes: amount, lentOn: booked_on } = loan;
  return [
    { fence, kind: 'loan', loan_id: id, month, amount, booked_on },
    { fence, kind: 'taking', loan_id: null, month, amount, booked_on },
    ...loan.payBacks.map((back) => ({
      fence,
      kind: 'pay-back',
      loan_id: id,
      month: back.month,
      amount: back.minutes,
      booked_on: back.on,
    })),
  ];
}
