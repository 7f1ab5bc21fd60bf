import type { ProjectId, RankingCriterionId } from '@evenkeel/core/id';
import { rankingMeasures } from '@evenkeel/core/strategy/ranking';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { givenScore } from './projects.ts';
import { id } from './scalars.ts';

const criterionName = z
  .string()
  .trim()
  .min(1, 'is needed')
  .max(100, 'is longer than 100 characters');
const criterionFields = {
  name: criterionName,
  question: z.string().trim().max(500, 'is longer than 500 characters'),
  weight: z
    .int()
    .min(0)
    .max(100)
    .describe('Only its share of all weights counts; 0 leaves it out.'),
};

/** A criterion by which initiatives are ranked. */
export const rankingCriterionView = z.object({
  ...criterionFields,
  name: z.string(),
  question: z.string(),
  key: z.string().describe('The measure, or the id of an own criterion.'),
  id: id<RankingCriterionId>().nullable().describe('Of an own criterion.'),
  measure: z.enum(rankingMeasures),
});
/** A criterion by which initiatives are ranked. */
export type RankingCriterionView = z.infer<typeof rankingCriterionView>;

/** The score of an initiative with the parts it is made of. */
export const rankingRow = z.object({
  id: id<ProjectId>(),
  score: z.int().nullable().describe('Hundredths, 0 to 1000; null while a part is not known.'),
  parts: z.array(
    z.object({
      key: z.string(),
      points: z.number().nullable().describe('0 to 10 the way it counts: more is better.'),
      given: z.number().nullable().describe('The score that somebody gave, 1 to 10.'),
      weight: z.int(),
      adds: z.int().nullable().describe('points × weight ÷ all weights, in hundredths.'),
    }),
  ),
  missing: z.array(z.string()).describe('Keys of criteria that still have no score.'),
});
/** The score of an initiative with the parts it is made of. */
export type RankingRow = z.infer<typeof rankingRow>;

/** The ranking of initiatives. Client projects are never in it (IN-02). */
export const initiativeRankingView = z.object({
  criteria: z.array(rankingCriterionView),
  rows: z.array(rankingRow),
});

/** The ranking of initiatives by criteria that the firm sets (ST-08, ST-35). */
export const initiativeRanking = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/initiative-ranking',
    permission: 'read',
    summary:
      'Initiatives ranked by weighted criteria, best first, each with the parts of its score.',
    output: initiativeRankingView,
  }),
  setCriteria: endpoint({
    method: 'PUT',
    path: '/api/v1/initiative-ranking/criteria',
    permission: 'manage',
    summary: 'Set weights, and the own criteria beside value, effort and goals.',
    body: z.object({
      criteria: z
        .array(
          z.object({
            ...criterionFields,
            id: id<RankingCriterionId>().nullable().default(null),
            measure: z.enum(rankingMeasures),
          }),
        )
        .max(20, 'are more than 20'),
    }),
    output: initiativeRankingView,
  }),
  score: endpoint({
    method: 'PUT',
    path: '/api/v1/initiatives/:id/scores',
    permission: 'write',
    summary: 'Score an initiative by own criteria; null takes a score back.',
    params: z.object({ id: id<ProjectId>() }),
    body: z.object({
      scores: z
        .array(z.object({ criterionId: id<RankingCriterionId>(), score: givenScore.nullable() }))
        .max(20),
    }),
    output: rankingRow,
  }),
};
