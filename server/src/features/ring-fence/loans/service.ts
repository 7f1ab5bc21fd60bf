import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { LoanTerms, reserveLoans } from '@evenkeel/contract/ring-fences';
import {
  loanEntries,
  type PayBackRefused,
  payBackEntry,
  targetsOf,
} from '@evenkeel/core/balance/reserve-book';
import {
  accountKey,
  emptyMonth,
  type LoanStanding,
  type LoanState,
  standingsOf,
} from '@evenkeel/core/balance/reserve-ledger';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { ProjectId, ReserveLoanId, RingFenceId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { insertEntries, listSums, lockRingFences } from '../repository.ts';
import { accountsIn, getRingFence, settleReserve } from '../service.ts';
import { gatherUses } from '../work/service.ts';
import * as repository from './repository.ts';

/** A loan with what became of it. */
export type StandingLoan = {
  readonly loan: repository.LoanRecord;
  readonly standing: LoanStanding;
};

const order: Record<LoanState, number> = { overdue: 0, due: 1, open: 2, repaid: 3 };

/** Every loan with its standing: overdue ones first, repaid ones last, each by the day it is due. */
export async function listLoans(scope: Scope): Promise<StandingLoan[]> {
  const loans = await repository.listLoans(scope);
  const standings = standingsOf(loans, await listSums(scope), scope.today);
  const found = loans.flatMap((loan, place) => {
    const standing = standings[place];
    return standing ? [{ loan, standing }] : [];
  });
  return found.sort((a, b) => order[a.standing.state] - order[b.standing.state]);
}

/** What is lent of one ring-fence. */
export type Lending = {
  readonly ringFenceId: RingFenceId;
  readonly months: readonly { readonly month: CalendarMonth; readonly amount: number }[];
};

/** Lends hours or money of some months; whoever calls is the approver. */
export async function lend(
  scope: Scope,
  { loans, ...terms }: BodyOf<typeof reserveLoans.lend>,
): Promise<StandingLoan[]> {
  await lockRingFences(scope);
  for (const [place, loan] of loans.entries()) {
    const months = loan.months.map(({ month }) => month);
    if (new Set(months).size < months.length)
      throw invalid(['loans', place, 'months'], 'twice', 'name a month twice');
    await getRingFence(scope, loan.ringFenceId);
  }
  const ids = await lendAll(scope, loans, terms);
  await settleReserve(scope);
  return (await listLoans(scope)).filter(({ loan }) => ids.includes(loan.id));
}

/** Opens loans and books them. Throws when they are to be paid back in the past. */
export async function lendAll(
  scope: Scope,
  loans: readonly Lending[],
  terms: LoanTerms & {
    readonly measure: 'minutes' | 'money';
    readonly projectId: ProjectId | null;
  },
): Promise<ReserveLoanId[]> {
  if (terms.payBackOn < scope.today)
    throw invalid(['payBackOn'], 'too-early', 'is in the past: name a day from today on');
  const { measure, reason, payBackOn, projectId } = terms;
  const ids: ReserveLoanId[] = [];
  for (const { ringFenceId, months } of loans) {
    const loan = { id: newId<ReserveLoanId>(), policyId: ringFenceId, measure };
    await repository.insertLoan(scope, { ...loan, reason, payBackOn, projectId });
    await insertEntries(scope, loanEntries(loan, months, scope.today));
    ids.push(loan.id);
  }
  return ids;
}

/** Pays a loan back, or hands back what of it was not used. */
export async function payBack(
  scope: Scope,
  id: ReserveLoanId,
  given: BodyOf<typeof reserveLoans.payBack>,
): Promise<StandingLoan> {
  await lockRingFences(scope);
  const { loan, standing } = await getLoan(scope, id);
  const policy = await getRingFence(scope, loan.policyId);
  const [use] = (await gatherUses(scope, [given.month]))([policy]);
  const accounts = await accountsIn(scope, [given.month]);
  const target = use
    ? targetsOf([policy], [use], accounts).find(({ measure }) => measure === loan.measure)
    : undefined;
  if (!target) throw new Error('a month of a ring-fence has a target');
  const account = accounts.get(accountKey(target)) ?? emptyMonth(target);
  const answer = payBackEntry(loan, given, { standing, account, target, today: scope.today });
  if (!answer.ok) throw refusal(answer, loan.measure);
  await insertEntries(scope, [answer.entry]);
  await settleReserve(scope);
  return getLoan(scope, id);
}

async function getLoan(scope: Scope, id: ReserveLoanId): Promise<StandingLoan> {
  const found = (await listLoans(scope)).find(({ loan }) => loan.id === id);
  if (!found) throw new AppError('not-found', 'There is no such loan.');
  return found;
}

function refusal({ reason, most }: PayBackRefused, measure: 'minutes' | 'money'): AppError {
  const amount = measure === 'minutes' ? `${Math.floor(most / 6) / 10} h` : `${most / 100}`;
  switch (reason) {
    case 'more-than-owed':
      return invalid(['amount'], reason, `is more than the ${amount} that are still owed`);
    case 'month-over':
      return invalid(['month'], reason, 'is over: hold hours back in this month or a later one');
    case 'too-late':
      return invalid(['month'], reason, 'comes after the day on which the loan is to be paid back');
    case 'no-room':
      return invalid(
        ['amount'],
        reason,
        `does not fit: clients have all but ${amount} of that month. Take another month, or move client work`,
      );
    case 'in-use':
      return invalid(['amount'], reason, `is used: at most ${amount} of that month can go back`);
  }
}
