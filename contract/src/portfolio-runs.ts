import type { PortfolioRunId, RoleId } from '@evenkeel/core/id';
import { changedAspects } from '@evenkeel/core/portfolio-choice/changes';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import { yardsticks } from '@evenkeel/core/portfolio-choice/choice';
import { candidateKinds } from '@evenkeel/core/portfolio-choice/facts';
import { z } from 'zod';
import { calendarMonth } from './balance.ts';
import { levellingStates } from './levelling.ts';
import { id, instant, minorUnits } from './scalars.ts';

const candidateId = id<CandidateId>();
/** Money that follows from what an hour costs: null for those who may not see rates. */
const ratedMoney = minorUnits.nullable();

/** Where a run of a choice stands, as those of levelling. */
export const portfolioRunStates = levellingStates;
/** Where a run of a choice stands. */
export type PortfolioRunState = (typeof portfolioRunStates)[number];

/** How a result is to be read. */
export const portfolioStatuses = ['optimal', 'feasible', 'infeasible', 'unknown'] as const;

/** What a run came to, in figures. */
export const portfolioOutcome = z.object({
  status: z.enum(portfolioStatuses),
  maximised: z.enum(yardsticks),
  deals: z.int().describe('Deals chosen.'),
  dealsOpen: z.int().describe('Deals that could be chosen.'),
  initiatives: z.int(),
  initiativesOpen: z.int(),
  marginMinor: ratedMoney,
  contribution: z.int().nullable(),
  gapBasisPoints: z
    .int()
    .nullable()
    .describe('No portfolio is better by more than this share of the value; 0 is proven best.'),
});
/** What a run came to, in figures. */
export type PortfolioOutcome = z.infer<typeof portfolioOutcome>;

/** Something that is otherwise than when a result was computed. */
export const factChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('candidate'),
    candidateId,
    candidateKind: z.enum(candidateKinds),
    name: z.string(),
    aspects: z.array(z.enum(changedAspects)),
  }),
  z.object({
    kind: z.literal('room'),
    roleId: id<RoleId>(),
    roleName: z.string(),
    month: calendarMonth,
    before: z.int().describe('Minutes that were left for candidates.'),
    after: z.int(),
  }),
]);
/** Something that is otherwise than when a result was computed. */
export type FactChangeView = z.infer<typeof factChange>;

const progress = z.object({
  step: z.enum(['choosing', 'explaining', 'pricing', 'frontier']),
  gapBasisPoints: z.int().nullable(),
  done: z.int().describe('Parts of the step that are done.'),
  of: z.int(),
  isCancelled: z.boolean(),
});

/** A run of a choice. */
export const portfolioRunView = z.object({
  id: id<PortfolioRunId>(),
  number: z.int(),
  state: z.enum(portfolioRunStates),
  createdBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  seed: z.int(),
  seconds: z.int(),
  engineVersion: z.int(),
  problemHash: z.string().nullable().describe('Of the problem that was solved (SHA-256).'),
  failure: z.string().nullable(),
  progress: progress.nullable(),
});
/** A run of a choice. */
export type PortfolioRunView = z.infer<typeof portfolioRunView>;
