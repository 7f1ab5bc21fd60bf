import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { LoanTerms, ringFences } from '@evenkeel/contract/ring-fences';
import { loansFor } from '@evenkeel/core/balance/reserve-book';
import {
  firstMonthOf,
  type RingFence,
  type RingFenceScope,
} from '@evenkeel/core/balance/ring-fence';
import { addMonths, type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import type { Id, RingFenceId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { lendAll } from '../loans/service.ts';
import { reserveShort } from '../policy.ts';
import {
  insertRingFence,
  listRingFences,
  lockRingFences,
  putTerm,
  type RingFenceRecord,
  updateRingFence as updateRow,
} from '../repository.ts';
import { getRingFence, policyShortfalls, settleReserve } from '../service.ts';

/** Adds a ring-fence. What client work has already of its hours has to be lent with it. */
export async function createRingFence(
  scope: Scope,
  { name, scope: on, toMonth, term, loan }: BodyOf<typeof ringFences.create>,
): Promise<RingFenceRecord> {
  if ((on.kind === 'firm') !== (on.id === null))
    throw invalid(['scope', 'id'], 'invalid', 'is that of a team, role or person, and only of one');
  checkMonths(scope, term.fromMonth, { fromMonth: term.fromMonth, toMonth });
  await lockRingFences(scope);
  const before = await listRingFences(scope);
  const id = newId<RingFenceId>();
  const made = {
    id,
    version: 1,
    name,
    scope: ringFenceScopeOf(on),
    scopeName: null,
    toMonth,
    terms: [term],
  };
  const after = [...before, made];
  const short = await shortUnlessLent(scope, { before, after, loan });
  await insertRingFence(scope, { id, name, to_month: toMonth }, on);
  await putTerm(scope, id, termColumns(term));
  await lendShort(scope, short, loan);
  await settleReserve(scope);
  return getRingFence(scope, id);
}

/** Renames, ends, or lets it hold back something else from a month on. */
export async function updateRingFence(
  scope: Scope,
  key: { readonly id: RingFenceId; readonly version: number },
  { name, toMonth, term, loan }: BodyOf<typeof ringFences.update>,
): Promise<RingFenceRecord> {
  await lockRingFences(scope);
  const before = await listRingFences(scope);
  const standing = await getRingFence(scope, key.id);
  if (standing.version !== key.version) throw new AppError('stale-version');
  const changed: RingFenceRecord = {
    ...standing,
    toMonth: toMonth === undefined ? standing.toMonth : toMonth,
    terms: term
      ? [...standing.terms.filter((one) => one.fromMonth !== term.fromMonth), term]
      : standing.terms,
  };
  checkMonths(scope, term?.fromMonth ?? null, {
    fromMonth: firstMonthOf(changed),
    toMonth: toMonth ?? null,
  });
  const after = before.map((one) => (one.id === key.id ? changed : one));
  const short = await shortUnlessLent(scope, { before, after, loan });
  await updateRow(scope, key, { name: name ?? standing.name, to_month: changed.toMonth });
  if (term) await putTerm(scope, key.id, termColumns(term));
  await lendShort(scope, short, loan);
  await settleReserve(scope);
  return getRingFence(scope, key.id);
}

/** Whose hours are held back, of a kind and the id that it needs. */
export function ringFenceScopeOf(on: {
  readonly kind: RingFenceScope['kind'];
  readonly id: Id<string> | null;
}): RingFenceScope {
  // Callers have checked that the id is there exactly when the kind needs one.
  return { kind: on.kind, [`${on.kind}Id`]: on.id } as RingFenceScope;
}

type Change = {
  readonly before: readonly RingFenceRecord[];
  readonly after: readonly RingFenceRecord[];
  readonly loan: LoanTerms | undefined;
};

async function shortUnlessLent(scope: Scope, { before, after, loan }: Change) {
  const short = await policyShortfalls(scope, { before, after });
  if (short.length > 0 && loan === undefined) throw reserveShort(short);
  return short;
}

async function lendShort(
  scope: Scope,
  short: Awaited<ReturnType<typeof policyShortfalls>>,
  loan: LoanTerms | undefined,
): Promise<void> {
  if (short.length === 0 || loan === undefined) return;
  const loans = loansFor(short).map(({ policyId, months }) => ({
    ringFenceId: policyId,
    months: months.map(({ month, shortMinutes }) => ({ month, amount: shortMinutes })),
  }));
  await lendAll(scope, loans, { ...loan, measure: 'minutes', projectId: null });
}

/** What is over cannot be held back any more; what ends may end at once. */
function checkMonths(
  scope: Scope,
  termMonth: CalendarMonth | null,
  {
    fromMonth,
    toMonth,
  }: { readonly fromMonth: CalendarMonth; readonly toMonth: CalendarMonth | null },
): void {
  const now = monthOf(scope.today);
  if (termMonth !== null && termMonth < now)
    throw invalid(['term', 'fromMonth'], 'too-early', 'is over: begin with this month or later');
  if (toMonth === null) return;
  if (toMonth < addMonths(now, -1))
    throw invalid(['toMonth'], 'too-early', 'is over: a ring-fence ends with last month or later');
  if (termMonth !== null && toMonth < fromMonth)
    throw invalid(['toMonth'], 'too-early', 'comes before the first month');
}

function termColumns({ fromMonth, amount, moneyMinor }: RingFence['terms'][number]) {
  return {
    from_month: fromMonth,
    share: amount.by === 'share' ? amount.basisPoints : null,
    minutes_per_month: amount.by === 'minutes' ? amount.minutesPerMonth : null,
    money: moneyMinor,
  };
}
