import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { kpiChange, kpiDraft, kpis } from '@evenkeel/contract/kpis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, KpiId, ObjectiveId, PersonId } from '@evenkeel/core/id';
import {
  type KpiDirection,
  type KpiPerspective,
  kpiPerspectives,
} from '@evenkeel/core/strategy/kpi';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  position: { by: sql.ref('kpi.position'), type: 'numeric' },
  number: { by: sql.ref('kpi.number'), type: 'int' },
  name: { by: sql.ref('kpi.name'), type: 'text' },
  goal: { by: sql.ref('goal.name'), type: 'text' },
  perspective: {
    by: sql`array_position(${[...kpiPerspectives]}::text[], kpi.perspective)`,
    type: 'int',
  },
  owner: { by: sql.ref('owner.name'), type: 'text' },
};

/** A value on a day, as JSON from the database: numeric arrives as the number it is. */
export type StoredPoint = { readonly on: CalendarDate; readonly value: number };

const seriesLength = 60;

/** The latest actuals, the earliest first. */
const series = sql<StoredPoint[]>`(
  select coalesce(json_agg(json_build_object('on', a.on_date, 'value', a.value) order by a.on_date), '[]')
  from (select on_date, value from kpi_actual
        where kpi_actual.workspace_id = kpi.workspace_id and kpi_actual.kpi_id = kpi.id
        order by on_date desc limit ${seriesLength}) a)`;

const interimTargets = sql<StoredPoint[]>`(
  select coalesce(json_agg(json_build_object('on', t.on_date, 'value', t.value) order by t.on_date), '[]')
  from kpi_interim_target t where t.workspace_id = kpi.workspace_id and t.kpi_id = kpi.id)`;

export type KpiRecord = Awaited<ReturnType<typeof findKpi>> & object;
export type ListedKpi = Awaited<ReturnType<typeof listKpis>>['rows'][number];
export type KpiFilter = Omit<QueryOf<typeof kpis.list>, 'ownerId'> & {
  ownerId?: readonly PersonId[] | undefined;
};

export function listKpis(scope: Scope, request: KpiFilter) {
  let query = liveKpis(scope);
  if (request.search) {
    query = query.where(containing(['kpi.name', 'goal.name', 'kpi.unit'], request.search));
  }
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('kpi.id', 'in', request.ids as KpiId[]);
  if (request.planId) query = query.where('goal.plan_id', 'in', request.planId);
  if (request.goalId) query = query.where('kpi.goal_id', 'in', request.goalId);
  if (request.perspective) query = query.where('kpi.perspective', 'in', request.perspective);
  if (request.ownerId) query = query.where('kpi.owner_id', '=', oneOf(request.ownerId));
  return readPage(query, request, sortKeys, sql<string>`kpi.id`);
}

/** Every KPI of some goals in the order of their places. */
export function kpisOfGoals(scope: Scope, goalIds: readonly GoalId[]) {
  return liveKpis(scope)
    .where('kpi.goal_id', '=', oneOf(goalIds))
    .orderBy('kpi.position')
    .orderBy('kpi.number')
    .limit(10_000)
    .execute();
}

/** KPIs of plans that are still open, for the reminders; all of them or those of some people. */
export function kpisToMeasure(scope: Scope, ownerId: readonly PersonId[] | undefined) {
  let query = liveKpis(scope).where('strategic_plan.state', '!=', 'closed');
  if (ownerId) query = query.where('kpi.owner_id', '=', oneOf(ownerId));
  return query.orderBy('kpi.number').limit(10_000).execute();
}

/** One KPI, also from the trash. */
export function findKpi(scope: Scope, id: KpiId) {
  return kpiRows(scope)
    .select([
      'kpi.notes',
      'kpi.created_at as createdAt',
      'kpi.deleted_at as deletedAt',
      'goal.deleted_at as goalDeletedAt',
    ])
    .where('kpi.id', '=', id)
    .executeTakeFirst();
}

/** A goal as far as a KPI needs it; undefined when there is none or it lies in the trash. */
export function findGoal(scope: Scope, id: GoalId) {
  return (
    scope.tx
      .selectFrom('goal')
      .select(['id', 'driver'])
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      // Held until the end, so that the goal cannot go to the trash meanwhile.
      .forShare()
      .executeTakeFirst()
  );
}

/** Whether an objective stands there and belongs to the goal. */
export async function hasObjective(
  scope: Scope,
  goalId: GoalId,
  id: ObjectiveId,
): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('objective')
    .select('id')
    .where('id', '=', id)
    .where('goal_id', '=', goalId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertKpi(
  scope: Scope,
  draft: z.infer<typeof kpiDraft> & { perspective: KpiPerspective; direction: KpiDirection },
): Promise<KpiId> {
  const id = newId<KpiId>();
  const { name, goalId, perspective, position, ...rest } = draft;
  await scope.tx
    .insertInto('kpi')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'kpi'),
      name,
      goal_id: goalId,
      perspective,
      position: position ?? (await nextPosition(scope, goalId)),
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateKpi(
  scope: Scope,
  id: KpiId,
  version: number,
  change: z.infer<typeof kpiChange>,
): Promise<void> {
  await updateRecord(scope, 'kpi', { id, version }, columnsOf(change));
}

/** Moves a KPI into the trash or out of it. Whether there was one to move. */
export async function setKpiDeleted(scope: Scope, id: KpiId, isDeleted: boolean): Promise<boolean> {
  return setDeleted(scope, 'kpi', id, isDeleted);
}

async function nextPosition(scope: Scope, goalId: GoalId): Promise<number> {
  const { last } = await scope.tx
    .selectFrom('kpi')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('goal_id', '=', goalId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Any of some ids, also when there are none. */
function oneOf<I extends string>(ids: readonly I[]): RawBuilder<I> {
  return sql<I>`any(${[...ids]}::uuid[])`;
}

function liveKpis(scope: Scope) {
  return kpiRows(scope).where('kpi.deleted_at', 'is', null).where('goal.deleted_at', 'is', null);
}

function kpiRows(scope: Scope) {
  return scope.tx
    .selectFrom('kpi')
    .innerJoin('goal', (join) =>
      join.onRef('goal.workspace_id', '=', 'kpi.workspace_id').onRef('goal.id', '=', 'kpi.goal_id'),
    )
    .innerJoin('strategic_plan', (join) =>
      join
        .onRef('strategic_plan.workspace_id', '=', 'goal.workspace_id')
        .onRef('strategic_plan.id', '=', 'goal.plan_id'),
    )
    .leftJoin('objective', (join) =>
      join
        .onRef('objective.workspace_id', '=', 'kpi.workspace_id')
        .onRef('objective.id', '=', 'kpi.objective_id')
        .on('objective.deleted_at', 'is', null),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'kpi.workspace_id')
        .onRef('owner.id', '=', 'kpi.owner_id'),
    )
    .where('kpi.workspace_id', '=', scope.workspaceId)
    .select([
      'kpi.id',
      'kpi.number',
      'kpi.version',
      'kpi.name',
      'kpi.goal_id as goalId',
      'goal.name as goalName',
      'goal.deadline as goalDeadline',
      'goal.plan_id as planId',
      'strategic_plan.name as planName',
      'strategic_plan.starts_on as planStartsOn',
      'objective.id as objectiveId',
      'objective.name as objectiveName',
      'kpi.perspective',
      'kpi.unit',
      'kpi.direction',
      'kpi.frequency',
      // Every value went in as a number of the contract, so none is rounded here.
      sql<number | null>`kpi.baseline::float8`.as('baseline'),
      sql<number | null>`kpi.target::float8`.as('target'),
      'kpi.start_on as startOn',
      'kpi.deadline',
      'kpi.owner_id as ownerId',
      'owner.name as ownerName',
      'kpi.position',
      series.as('series'),
      interimTargets.as('interimTargets'),
    ]);
}
