import type { Id, ProjectId, RankingCriterionId } from '@evenkeel/core/id';
import type { RankingMeasure } from '@evenkeel/core/strategy/ranking';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { newId } from '../../../platform/ids.ts';

/** A criterion as it is written. */
const measureTwice = {
  ranking_criterion_measure: {
    path: ['criteria'],
    message: 'were changed by somebody at the same moment: look at them again',
  },
};

export type CriterionFields = {
  readonly measure: RankingMeasure;
  readonly name: string;
  readonly question: string;
  readonly weight: number;
  readonly position: number;
};

export type CriterionRecord = Awaited<ReturnType<typeof listCriteria>>[number];

const mostInitiatives = 5_000;

export function listCriteria(scope: Scope) {
  return scope.tx
    .selectFrom('ranking_criterion')
    .select(['id', 'measure', 'name', 'question', 'weight', 'position'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute();
}

export async function insertCriterion(scope: Scope, fields: CriterionFields): Promise<void> {
  const write = scope.tx
    .insertInto('ranking_criterion')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<RankingCriterionId>(),
      ...fields,
    })
    .execute();
  await translateUnique(write, measureTwice);
}

export async function updateCriterion(
  scope: Scope,
  id: RankingCriterionId,
  fields: CriterionFields,
): Promise<void> {
  await scope.tx.updateTable('ranking_criterion').set(fields).where('id', '=', id).execute();
}

export async function deleteCriteria(
  scope: Scope,
  ids: readonly RankingCriterionId[],
): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx.deleteFrom('ranking_criterion').where('id', 'in', ids).execute();
}

/** What is scored on initiatives that are not in the trash. */
export function listScored(scope: Scope) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'value_score', 'effort_score'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'initiative')
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(mostInitiatives)
    .execute();
}

export function listScores(scope: Scope) {
  return scope.tx
    .selectFrom('initiative_score')
    .select(['project_id', 'criterion_id', 'score'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('project_id')
    .limit(mostInitiatives * 20)
    .execute();
}

/** Writes scores by own criteria; only those that really change. */
export async function upsertScores(
  scope: Scope,
  projectId: ProjectId,
  scores: readonly { readonly criterionId: RankingCriterionId; readonly score: number }[],
): Promise<void> {
  if (scores.length === 0) return;
  await scope.tx
    .insertInto('initiative_score')
    .values(
      scores.map(({ criterionId, score }) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'initiative-score'>>(),
        project_id: projectId,
        criterion_id: criterionId,
        score,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'project_id', 'criterion_id'])
        .doUpdateSet({ score: sql<number>`excluded.score` })
        .where(sql<boolean>`initiative_score.score <> excluded.score`),
    )
    .execute();
}

export async function deleteScores(
  scope: Scope,
  projectId: ProjectId,
  criterionIds: readonly RankingCriterionId[],
): Promise<void> {
  if (criterionIds.length === 0) return;
  await scope.tx
    .deleteFrom('initiative_score')
    .where('project_id', '=', projectId)
    .where('criterion_id', 'in', criterionIds)
    .execute();
}
