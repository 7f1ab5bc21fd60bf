import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, KpiId, PersonId } from '@evenkeel/core/id';
import type { KpiPoint } from '@evenkeel/core/strategy/kpi';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type ActualRecord = Awaited<ReturnType<typeof listActuals>>[number];

/** The latest actuals of a KPI, newest first. */
export function listActuals(scope: Scope, id: KpiId) {
  return actualRows(scope)
    .where('kpi_actual.kpi_id', '=', id)
    .orderBy('kpi_actual.on_date', 'desc')
    .limit(500)
    .execute();
}

/** The latest actual of each of some KPIs. */
export function latestActuals(scope: Scope, ids: readonly KpiId[]) {
  return actualRows(scope)
    .where('kpi_actual.kpi_id', '=', sql<KpiId>`any(${[...ids]}::uuid[])`)
    .distinctOn('kpi_actual.kpi_id')
    .orderBy('kpi_actual.kpi_id')
    .orderBy('kpi_actual.on_date', 'desc')
    .limit(10_000)
    .execute();
}

/** Writes the value of a day, in place of the one that stood there. */
export async function putActual(
  scope: Scope,
  id: KpiId,
  actual: KpiPoint & { readonly comment: string },
): Promise<void> {
  const { on, value, comment } = actual;
  const entered = {
    value,
    comment,
    author_id: scope.actor.personId as PersonId | null,
    entered_by: scope.actor.memberId,
    entered_at: scope.now,
  };
  await scope.tx
    .insertInto('kpi_actual')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'kpi-actual'>>(),
      kpi_id: id,
      on_date: on,
      ...entered,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kpi_id', 'on_date']).doUpdateSet(entered),
    )
    .execute();
}

/** Takes the value of a day off. Whether there was one. */
export async function deleteActual(scope: Scope, id: KpiId, on: CalendarDate): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('kpi_actual')
    .where('kpi_id', '=', id)
    .where('on_date', '=', on)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Makes the interim targets of a KPI those given; what stays the same is not written. */
export async function replaceInterimTargets(
  scope: Scope,
  id: KpiId,
  targets: readonly KpiPoint[],
): Promise<void> {
  const days = targets.map((target) => target.on);
  await scope.tx
    .deleteFrom('kpi_interim_target')
    .where('kpi_id', '=', id)
    .where(sql<boolean>`not (on_date = any(${days}::date[]))`)
    .execute();
  if (targets.length === 0) return;
  await scope.tx
    .insertInto('kpi_interim_target')
    .values(
      targets.map((target) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'kpi-interim-target'>>(),
        kpi_id: id,
        on_date: target.on,
        value: target.value,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'kpi_id', 'on_date'])
        .doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))
        .where(sql<boolean>`kpi_interim_target.value <> excluded.value`),
    )
    .execute();
}

function actualRows(scope: Scope) {
  return scope.tx
    .selectFrom('kpi_actual')
    .leftJoin('person as author', (join) =>
      join
        .onRef('author.workspace_id', '=', 'kpi_actual.workspace_id')
        .onRef('author.id', '=', 'kpi_actual.author_id'),
    )
    .leftJoin('member as enterer', (join) =>
      join
        .onRef('enterer.workspace_id', '=', 'kpi_actual.workspace_id')
        .onRef('enterer.id', '=', 'kpi_actual.entered_by'),
    )
    .where('kpi_actual.workspace_id', '=', scope.workspaceId)
    .select([
      'kpi_actual.kpi_id',
      'kpi_actual.on_date',
      'kpi_actual.value',
      'kpi_actual.comment',
      'kpi_actual.author_id',
      'author.name as author_name',
      'kpi_actual.entered_by',
      'enterer.name as enterer_name',
      'kpi_actual.entered_at',
    ]);
}
