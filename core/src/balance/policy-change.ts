import type { CalendarMonth } from '../calendar-date.ts';
import type { RingFenceId } from '../id.ts';
import type { ReserveFacts } from './input.ts';
import type { ReserveAmount, RingFenceScope } from './ring-fence.ts';

/** A ring-fence that is new, or that holds back something else from a month on. */
export type PolicyChange = {
  readonly policyId: RingFenceId;
  /** What a new one is called, and whose hours it holds back; one that stands keeps its own. */
  readonly name: string;
  readonly scope: RingFenceScope;
  readonly fromMonth: CalendarMonth;
  readonly amount: ReserveAmount;
  /** Minor units of each month; null: as before. */
  readonly moneyMinor: number | null;
  /** The last month; null: as before. */
  readonly toMonth: CalendarMonth | null;
};

type Policies = ReserveFacts['policies'];

/** Ring-fences with one changed or added. A term that begins in the same month is replaced. */
export function withPolicy(policies: Policies, change: PolicyChange): Policies {
  const { policyId, name, scope, fromMonth, amount, toMonth } = change;
  const standing = policies.find(({ id }) => id === policyId);
  const earlier = (standing?.terms ?? []).filter((term) => term.fromMonth < fromMonth);
  const later = (standing?.terms ?? []).filter((term) => term.fromMonth > fromMonth);
  const replaced = standing?.terms.find((term) => term.fromMonth === fromMonth);
  const before = replaced ?? earlier.at(-1);
  const term = { fromMonth, amount, moneyMinor: change.moneyMinor ?? before?.moneyMinor ?? 0 };
  const changed = {
    ...(standing ?? { id: policyId, name, scope }),
    toMonth: toMonth ?? standing?.toMonth ?? null,
    terms: [...earlier, term, ...later],
  };
  if (!standing) return [...policies, changed];
  return policies.map((one) => (one.id === policyId ? changed : one));
}
