import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { initiativeRanking } from '@evenkeel/contract/initiative-ranking';
import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId, RankingCriterionId } from '@evenkeel/core/id';
import {
  firstCriteria,
  type RankingCriterion,
  type RankingScore,
  rankedOrder,
  rankingScore,
} from '@evenkeel/core/strategy/ranking';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listGoalLinks } from '../repository.ts';
import * as repository from './repository.ts';

/** A criterion with its words; `id` of an own one. */
export type NamedCriterion = RankingCriterion & {
  readonly id: RankingCriterionId | null;
  readonly name: string;
  readonly question: string;
};

export type RankedRow = RankingScore & {
  readonly id: ProjectId;
  /** What somebody gave, by the key of the criterion. */
  readonly given: ReadonlyMap<string, number>;
};

export type Ranking = {
  readonly criteria: readonly NamedCriterion[];
  readonly rows: readonly RankedRow[];
};

export async function getRanking(scope: Scope): Promise<Ranking> {
  const criteria = await readCriteria(scope);
  const initiatives = await repository.listScored(scope);
  const scores = groupedBy(await repository.listScores(scope), (score) => score.project_id);
  const links = groupedBy(
    await listGoalLinks(
      scope,
      initiatives.map(({ id }) => id),
    ),
    (link) => link.project_id,
  );
  const rows = initiatives.map(({ id, value_score: value, effort_score: effort }): RankedRow => {
    const own = new Map<string, number>(
      scores.get(id)?.map((score) => [score.criterion_id, score.score]),
    );
    const strengths = links.get(id)?.map(({ strength }) => strength) ?? [];
    const given = new Map(own);
    if (value !== null) given.set('value', value);
    if (effort !== null) given.set('effort', effort);
    return { id, given, ...rankingScore({ value, effort, strengths, own }, criteria) };
  });
  return { criteria, rows: rankedOrder(rows) };
}

/**
 * Makes the criteria those given. Value, effort and goals always stand: left out they keep their
 * words and lose their weight. Own ones that are left out go, with their scores.
 */
export async function setCriteria(
  scope: Scope,
  wanted: BodyOf<typeof initiativeRanking.setCriteria>['criteria'],
): Promise<Ranking> {
  const standing = await repository.listCriteria(scope);
  checkCriteria(wanted, standing);
  const kept = new Set<RankingCriterionId>();
  for (const [position, { id, ...fields }] of wanted.entries()) {
    const same = standing.find((row) =>
      fields.measure === 'own' ? row.id === id : row.measure === fields.measure,
    );
    if (same) {
      kept.add(same.id);
      if (differs(same, { ...fields, position })) {
        await repository.updateCriterion(scope, same.id, { ...fields, position });
      }
    } else {
      await repository.insertCriterion(scope, { ...fields, position });
    }
  }
  const gone = standing.filter((row) => row.measure === 'own' && !kept.has(row.id));
  await repository.deleteCriteria(
    scope,
    gone.map(({ id }) => id),
  );
  return getRanking(scope);
}

/** Scores an initiative by own criteria; null takes a score back. */
export async function scoreInitiative(
  scope: Scope,
  projectId: ProjectId,
  scores: BodyOf<typeof initiativeRanking.score>['scores'],
): Promise<RankedRow> {
  const own = (await repository.listCriteria(scope)).filter(({ measure }) => measure === 'own');
  for (const [index, { criterionId }] of scores.entries()) {
    if (own.some(({ id }) => id === criterionId)) continue;
    throw invalid(['scores', index, 'criterionId'], 'unknown', 'there is no such own criterion');
  }
  await rowOf(scope, projectId);
  const given = scores.flatMap(({ criterionId, score }) =>
    score === null ? [] : [{ criterionId, score }],
  );
  await repository.upsertScores(scope, projectId, given);
  await repository.deleteScores(
    scope,
    projectId,
    scores.filter(({ score }) => score === null).map(({ criterionId }) => criterionId),
  );
  return rowOf(scope, projectId);
}

async function rowOf(scope: Scope, projectId: ProjectId): Promise<RankedRow> {
  const row = (await getRanking(scope)).rows.find(({ id }) => id === projectId);
  if (!row) throw new AppError('not-found', 'There is no such initiative.');
  return row;
}

/** What stands in the table, and value, effort and goals as they are before anybody set them. */
async function readCriteria(scope: Scope): Promise<NamedCriterion[]> {
  const standing = await repository.listCriteria(scope);
  const named = standing.map(({ id, measure, name, question, weight }) => ({
    key: measure === 'own' ? id : measure,
    id: measure === 'own' ? id : null,
    measure,
    name,
    question,
    weight,
  }));
  const first = firstCriteria
    .filter(({ measure }) => !standing.some((row) => row.measure === measure))
    .map((criterion) => ({ ...criterion, key: criterion.measure, id: null }));
  return [...first, ...named];
}

function checkCriteria(
  wanted: BodyOf<typeof initiativeRanking.setCriteria>['criteria'],
  standing: readonly repository.CriterionRecord[],
): void {
  for (const [index, { id, measure }] of wanted.entries()) {
    const earlier = wanted.slice(0, index);
    if (measure !== 'own' && earlier.some((row) => row.measure === measure)) {
      throw invalid(['criteria', index, 'measure'], 'twice', 'stands there twice');
    }
    const isKnown = standing.some((row) => row.id === id && row.measure === 'own');
    if (measure === 'own' && id !== null && !isKnown) {
      throw invalid(['criteria', index, 'id'], 'unknown', 'there is no such own criterion');
    }
  }
  if (wanted.some(({ weight }) => weight > 0)) return;
  throw invalid(['criteria'], 'no-weight', 'give at least one criterion a weight');
}

function differs(a: repository.CriterionFields, b: repository.CriterionFields): boolean {
  const keys = ['name', 'question', 'weight', 'position'] as const;
  return keys.some((key) => a[key] !== b[key]);
}
