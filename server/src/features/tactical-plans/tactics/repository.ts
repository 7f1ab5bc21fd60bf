import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tactics } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, PersonId, TacticalPlanId, TacticId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { setDeleted, updateRecord } from '../../../platform/db/records.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type TacticRecord = Awaited<ReturnType<typeof findTactic>> & object;
type Draft = Omit<BodyOf<typeof tactics.create>, 'personIds'>;
type Change = Omit<BodyOf<typeof tactics.update>, 'personIds'>;
type Place = { readonly id: TacticId; readonly tacticalPlanId: TacticalPlanId };

/** The tactics of a tactical plan in their order. */
export function listTactics(scope: Scope, tacticalPlanId: TacticalPlanId) {
  return tacticRows(scope)
    .where('tactic.tactical_plan_id', '=', tacticalPlanId)
    .where('tactic.deleted_at', 'is', null)
    .orderBy('tactic.position')
    .orderBy('tactic.id')
    .limit(500)
    .execute();
}

/** One tactic, also from the trash. */
export function findTactic(scope: Scope, id: TacticId) {
  return tacticRows(scope).where('tactic.id', '=', id).executeTakeFirst();
}

/** Who does each of some tactics. */
export function peopleOf(scope: Scope, ids: readonly TacticId[]) {
  return scope.tx
    .selectFrom('tactic_person')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'tactic_person.workspace_id')
        .onRef('person.id', '=', 'tactic_person.person_id'),
    )
    .select(['tactic_person.tactic_id', 'person.id', 'person.name'])
    .where('tactic_person.tactic_id', '=', sql<TacticId>`any(${[...ids]}::uuid[])`)
    .orderBy('person.name')
    .limit(50_000)
    .execute();
}

/** What was counted on some tactics since a day. */
export function countsSince(scope: Scope, ids: readonly TacticId[], from: CalendarDate) {
  return scope.tx
    .selectFrom('tactic_count')
    .select(['tactic_id', 'person_id', 'on_date', 'count'])
    .where('tactic_id', '=', sql<TacticId>`any(${[...ids]}::uuid[])`)
    .where('on_date', '>=', from)
    .limit(50_000)
    .execute();
}

/** Whether a tactical plan stands there to take a tactic. */
export async function hasTacticalPlan(scope: Scope, id: TacticalPlanId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('tactical_plan')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertTactic(scope: Scope, draft: Draft): Promise<TacticId> {
  const id = newId<TacticId>();
  const { name, tacticalPlanId, position, ...rest } = draft;
  const { last } = await scope.tx
    .selectFrom('tactic')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('tactical_plan_id', '=', tacticalPlanId)
    .executeTakeFirstOrThrow();
  await scope.tx
    .insertInto('tactic')
    .values({
      workspace_id: scope.workspaceId,
      id,
      name,
      tactical_plan_id: tacticalPlanId,
      position: position ?? (last ?? 0) + 1,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateTactic(
  scope: Scope,
  id: TacticId,
  version: number,
  change: Change,
): Promise<void> {
  await updateRecord(scope, 'tactic', { id, version }, columnsOf(change));
}

/** Moves a tactic into the trash or out of it. Whether there was one to move. */
export async function setTacticDeleted(
  scope: Scope,
  id: TacticId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'tactic', id, isDeleted);
}

/** Makes those who do a tactic the people given; what they have counted stays. */
export async function replacePeople(
  scope: Scope,
  { id, tacticalPlanId }: Place,
  personIds: readonly PersonId[],
): Promise<void> {
  let gone = scope.tx.deleteFrom('tactic_person').where('tactic_id', '=', id);
  if (personIds.length > 0) gone = gone.where('person_id', 'not in', personIds);
  await gone.execute();
  if (personIds.length === 0) return;
  await scope.tx
    .insertInto('tactic_person')
    .values(
      [...new Set(personIds)].map((personId) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'tactic-person'>>(),
        tactical_plan_id: tacticalPlanId,
        tactic_id: id,
        person_id: personId,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'tactic_id', 'person_id']).doNothing(),
    )
    .execute();
}

/** Writes how many somebody did on a day, in place of what stood there. */
export async function putCount(
  scope: Scope,
  { id, tacticalPlanId }: Place,
  done: { readonly personId: PersonId; readonly on: CalendarDate; readonly count: number },
): Promise<void> {
  await scope.tx
    .insertInto('tactic_count')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'tactic-count'>>(),
      tactical_plan_id: tacticalPlanId,
      tactic_id: id,
      person_id: done.personId,
      on_date: done.on,
      count: done.count,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'tactic_id', 'person_id', 'on_date'])
        .doUpdateSet({ count: done.count }),
    )
    .execute();
}

function tacticRows(scope: Scope) {
  return scope.tx
    .selectFrom('tactic')
    .where('tactic.workspace_id', '=', scope.workspaceId)
    .select([
      'tactic.id',
      'tactic.version',
      'tactic.tactical_plan_id',
      'tactic.name',
      'tactic.position',
      'tactic.quota',
      'tactic.period',
      'tactic.incentive',
      'tactic.due_on',
      'tactic.done_on',
      'tactic.deleted_at',
    ]);
}
