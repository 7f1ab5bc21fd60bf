import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { kpis } from '@evenkeel/contract/kpis';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { GoalId, KpiId, ObjectiveId, PersonId } from '@evenkeel/core/id';
import { likelyPerspective } from '@evenkeel/core/strategy/goal';
import type { KpiDirection, KpiPoint } from '@evenkeel/core/strategy/kpi';
import { measuredKpi } from '@evenkeel/core/strategy/measured-kpi';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as actuals from './actuals/service.ts';
import * as repository from './repository.ts';

type Owners = readonly (PersonId | 'me')[] | undefined;

/** KPIs with their latest actual, as the scorecard shows them. */
export async function listKpis(scope: Scope, { ownerId, ...request }: QueryOf<typeof kpis.list>) {
  const found = await repository.listKpis(scope, { ...request, ownerId: peopleOf(scope, ownerId) });
  const { rows, ...page } = found;
  return { rows: await withLatest(scope, rows), ...page };
}

/** KPIs whose actual falls due in the coming days or is overdue, the most overdue first. */
export async function listDue(scope: Scope, request: QueryOf<typeof kpis.due>) {
  const until = addDays(scope.today, request.withinDays);
  const open = await repository.kpisToMeasure(scope, peopleOf(scope, request.ownerId));
  const due = open
    .map((row) => ({ row, on: measuredKpi(row, scope.today).dueOn }))
    .filter(({ on }) => on !== null && on <= until)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  return withLatest(
    scope,
    due.map(({ row }) => row),
  );
}

/** One KPI, also from the trash, with its actuals. */
export async function getKpi(scope: Scope, id: KpiId) {
  const kpi = await repository.findKpi(scope, id);
  if (!kpi) throw new AppError('not-found', 'There is no such KPI.');
  return { kpi, actuals: await actuals.listActuals(scope, id) };
}

export async function createKpi(scope: Scope, draft: BodyOf<typeof kpis.create>) {
  const goal = await checkPlace(scope, draft.goalId, draft.objectiveId ?? null);
  const direction = draft.direction ?? likelyDirection(draft.baseline, draft.target);
  checkTarget({ ...draft, direction });
  const perspective = draft.perspective ?? likelyPerspective(goal.driver);
  return getKpi(scope, await repository.insertKpi(scope, { ...draft, perspective, direction }));
}

export async function updateKpi(
  scope: Scope,
  id: KpiId,
  version: number,
  change: BodyOf<typeof kpis.update>,
) {
  const { kpi } = await getKpi(scope, id);
  const moved = change.goalId !== undefined && change.goalId !== kpi.goalId;
  // An objective belongs to one goal: a KPI that moves leaves it behind.
  const objectiveId = change.objectiveId ?? (moved ? null : undefined);
  if (moved || change.objectiveId) {
    await checkPlace(scope, change.goalId ?? kpi.goalId, objectiveId ?? null);
  }
  checkTarget({
    baseline: change.baseline === undefined ? kpi.baseline : change.baseline,
    target: change.target === undefined ? kpi.target : change.target,
    direction: change.direction ?? kpi.direction,
  });
  await repository.updateKpi(scope, id, version, {
    ...change,
    ...(moved ? { objectiveId: objectiveId ?? null } : {}),
  });
  return getKpi(scope, id);
}

/** Enters the value measured on a day, or corrects it. */
export async function setActual(
  scope: Scope,
  id: KpiId,
  actual: KpiPoint & { readonly comment: string },
) {
  await getLive(scope, id);
  if (actual.on > scope.today)
    throw invalid(['on'], 'too-late', 'lies ahead; enter what was measured');
  await actuals.putActual(scope, id, actual);
  return getKpi(scope, id);
}

export async function removeActual(scope: Scope, id: KpiId, on: CalendarDate) {
  await getLive(scope, id);
  if (!(await actuals.deleteActual(scope, id, on))) {
    throw new AppError('not-found', `Nothing was measured on ${on}.`);
  }
  return getKpi(scope, id);
}

export async function setInterimTargets(scope: Scope, id: KpiId, targets: readonly KpiPoint[]) {
  await getLive(scope, id);
  const twice = targets.findIndex((one, index) =>
    targets.slice(0, index).some((other) => other.on === one.on),
  );
  if (twice >= 0) throw invalid(['targets', twice, 'on'], 'doubled', 'stands there already');
  await actuals.replaceInterimTargets(scope, id, targets);
  return getKpi(scope, id);
}

export async function removeKpi(scope: Scope, id: KpiId): Promise<void> {
  if (await repository.setKpiDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such KPI.');
}

export async function restoreKpi(scope: Scope, id: KpiId) {
  const { kpi } = await getKpi(scope, id);
  if (kpi.goalDeletedAt !== null) {
    throw new AppError(
      'wrong-state',
      `Its goal “${kpi.goalName}” is in the trash. Restore the goal first.`,
    );
  }
  await repository.setKpiDeleted(scope, id, false);
  return getKpi(scope, id);
}

/** The KPIs of some goals with how they stand, by goal, each list in the order of their places. */
export async function measuredByGoal(scope: Scope, goalIds: readonly GoalId[]) {
  const rows = goalIds.length === 0 ? [] : await repository.kpisOfGoals(scope, goalIds);
  return groupedBy(
    rows.map((row) => ({ ...row, ...measuredKpi(row, scope.today) })),
    (kpi) => kpi.goalId,
  );
}

async function withLatest(scope: Scope, rows: readonly repository.ListedKpi[]) {
  const ids = rows.map((row) => row.id);
  const latest = ids.length === 0 ? [] : await actuals.latestActuals(scope, ids);
  const byKpi = new Map(latest.map((actual) => [actual.kpi_id, actual]));
  return rows.map((kpi) => ({ kpi, latest: byKpi.get(kpi.id) ?? null }));
}

async function getLive(scope: Scope, id: KpiId): Promise<void> {
  const { kpi } = await getKpi(scope, id);
  if (kpi.deletedAt === null) return;
  throw new AppError('wrong-state', 'The KPI is in the trash. Restore it first.');
}

async function checkPlace(scope: Scope, goalId: GoalId, objectiveId: ObjectiveId | null) {
  const goal = await repository.findGoal(scope, goalId);
  if (!goal) throw invalid(['goalId'], 'unknown', 'there is no such goal');
  if (objectiveId !== null && !(await repository.hasObjective(scope, goalId, objectiveId))) {
    throw invalid(['objectiveId'], 'unknown', 'is no objective of this goal');
  }
  return goal;
}

function checkTarget(kpi: {
  readonly baseline?: number | null | undefined;
  readonly target?: number | null | undefined;
  readonly direction: KpiDirection;
}): void {
  const { baseline, target, direction } = kpi;
  if (typeof baseline !== 'number' || typeof target !== 'number') return;
  if (direction === 'up' ? target >= baseline : target <= baseline) return;
  throw invalid(
    ['target'],
    'wrong-direction',
    direction === 'up'
      ? `is below the baseline of ${baseline}, though more is better; turn the direction or the numbers`
      : `is above the baseline of ${baseline}, though less is better; turn the direction or the numbers`,
  );
}

function likelyDirection(
  baseline: number | null | undefined,
  target: number | null | undefined,
): KpiDirection {
  return typeof baseline === 'number' && typeof target === 'number' && target < baseline
    ? 'down'
    : 'up';
}

function peopleOf(scope: Scope, owners: Owners): readonly PersonId[] | undefined {
  const me = scope.actor.personId;
  return owners?.flatMap((who) => (who === 'me' ? (me ? [me] : []) : [who]));
}
