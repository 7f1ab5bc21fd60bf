import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tactics } from '@evenkeel/contract/tactical-plans';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, TacticalPlanId, TacticId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** A tactic with who does it and what was counted lately. */
export type WithCounts = Awaited<ReturnType<typeof tacticsOf>>[number];

/** The longest period and the one before it: two quarters. */
const daysCounted = 190;

/** The tactics of a tactical plan in their order. */
export async function tacticsOf(scope: Scope, tacticalPlanId: TacticalPlanId) {
  return withCounts(scope, await repository.listTactics(scope, tacticalPlanId));
}

export async function createTactic(
  scope: Scope,
  { personIds = [], ...draft }: BodyOf<typeof tactics.create>,
) {
  if (!(await repository.hasTacticalPlan(scope, draft.tacticalPlanId))) {
    throw invalid(['tacticalPlanId'], 'unknown', 'there is no such tactical plan');
  }
  checkQuota(draft.quota ?? null, draft.period ?? null);
  const id = await repository.insertTactic(scope, draft);
  const { tacticalPlanId } = draft;
  await repository.replacePeople(scope, { id, tacticalPlanId }, personIds);
  return getTactic(scope, id);
}

export async function updateTactic(
  scope: Scope,
  id: TacticId,
  version: number,
  { personIds, ...change }: BodyOf<typeof tactics.update>,
) {
  const tactic = await findTactic(scope, id);
  checkQuota(
    change.quota === undefined ? tactic.quota : change.quota,
    change.period === undefined ? tactic.period : change.period,
  );
  await repository.updateTactic(scope, id, version, change);
  if (personIds) {
    const { tactical_plan_id: tacticalPlanId } = tactic;
    await repository.replacePeople(scope, { id, tacticalPlanId }, personIds);
  }
  return getTactic(scope, id);
}

/** Says how many somebody did on a day. */
export async function countTactic(
  scope: Scope,
  id: TacticId,
  done: { readonly personId: PersonId; readonly on: CalendarDate; readonly count: number },
) {
  const tactic = await findTactic(scope, id);
  if (tactic.quota === null) {
    throw new AppError('wrong-state', 'The tactic has no quota: it is done once, not counted.');
  }
  if (done.on > scope.today) throw invalid(['on'], 'too-late', 'lies ahead; count what was done');
  const people = await repository.peopleOf(scope, [id]);
  if (!people.some((person) => person.id === done.personId)) {
    throw invalid(['personId'], 'unknown', 'does not do this tactic');
  }
  await repository.putCount(scope, { id, tacticalPlanId: tactic.tactical_plan_id }, done);
  return getTactic(scope, id);
}

export async function removeTactic(scope: Scope, id: TacticId): Promise<void> {
  if (await repository.setTacticDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such tactic.');
}

export async function restoreTactic(scope: Scope, id: TacticId) {
  await findTactic(scope, id);
  await repository.setTacticDeleted(scope, id, false);
  return getTactic(scope, id);
}

async function getTactic(scope: Scope, id: TacticId): Promise<WithCounts> {
  const [found] = await withCounts(scope, [await findTactic(scope, id)]);
  if (!found) throw new Error('one tactic went in, none came out');
  return found;
}

async function findTactic(scope: Scope, id: TacticId): Promise<repository.TacticRecord> {
  const record = await repository.findTactic(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such tactic.');
  return record;
}

async function withCounts(scope: Scope, records: readonly repository.TacticRecord[]) {
  const ids = records.map((record) => record.id);
  const people = groupedBy(await repository.peopleOf(scope, ids), (one) => one.tactic_id);
  const from = addDays(scope.today, -daysCounted);
  const counted = groupedBy(await repository.countsSince(scope, ids, from), (one) => one.tactic_id);
  return records.map((record) => ({
    record,
    people: people.get(record.id) ?? [],
    counts: counted.get(record.id) ?? [],
  }));
}

function checkQuota(quota: number | null, period: string | null): void {
  if ((quota === null) === (period === null)) return;
  if (quota === null) throw invalid(['quota'], 'needed', 'say how many in each period');
  throw invalid(['period'], 'needed', 'say in which period the quota is to be met');
}
