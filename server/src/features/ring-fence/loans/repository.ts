import type { ReserveLoan } from '@evenkeel/core/balance/ring-fence';
import type { MemberId, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { referenceOf } from '../../../platform/db/values.ts';

/** Above what a firm lends in years; a bound, so that no list is without one. */
const most = 20_000;

/** A loan with the names that people see. */
export type LoanRecord = ReserveLoan & {
  readonly fenceName: string;
  readonly approver: { readonly id: MemberId; readonly name: string };
  readonly approvedAt: Date;
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
};

/** Every loan, by the day on which it is to be paid back. */
export async function listLoans(scope: Scope): Promise<LoanRecord[]> {
  const rows = await scope.tx
    .selectFrom('reserve_loan as loan')
    .innerJoin('ring_fence as fence', (join) =>
      join
        .onRef('fence.workspace_id', '=', 'loan.workspace_id')
        .onRef('fence.id', '=', 'loan.ring_fence_id'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'loan.workspace_id')
        .onRef('member.id', '=', 'loan.approver_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'loan.workspace_id')
        .onRef('project.id', '=', 'loan.project_id'),
    )
    .where('loan.workspace_id', '=', scope.workspaceId)
    .select(['loan.id', 'loan.ring_fence_id', 'loan.measure', 'loan.reason', 'loan.pay_back_on'])
    .select(['loan.created_at', 'loan.approver_id', 'loan.project_id'])
    .select(['fence.name as fence_name', 'member.name as member_name'])
    .select('project.name as project_name')
    .orderBy('loan.pay_back_on')
    .orderBy('loan.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    policyId: row.ring_fence_id,
    measure: row.measure,
    approverId: row.approver_id,
    reason: row.reason,
    payBackOn: row.pay_back_on,
    fenceName: row.fence_name,
    approver: { id: row.approver_id, name: row.member_name },
    approvedAt: row.created_at,
    project: referenceOf(row.project_id, row.project_name),
  }));
}

export async function insertLoan(
  scope: Scope,
  loan: Omit<ReserveLoan, 'approverId'> & { readonly projectId: ProjectId | null },
): Promise<void> {
  await scope.tx
    .insertInto('reserve_loan')
    .values({
      workspace_id: scope.workspaceId,
      id: loan.id,
      ring_fence_id: loan.policyId,
      measure: loan.measure,
      approver_id: scope.actor.memberId,
      reason: loan.reason,
      pay_back_on: loan.payBackOn,
      project_id: loan.projectId,
    })
    .execute();
}
