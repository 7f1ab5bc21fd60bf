import type { PortfolioRunId, RoleId } from '@evenkeel/core/id';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import { yardsticks } from '@evenkeel/core/portfolio-choice/choice';
import { candidateKinds } from '@evenkeel/core/portfolio-choice/facts';
import { z } from 'zod';
import { calendarMonth } from './balance.ts';
import { portfolioStatuses } from './portfolio-runs.ts';
import { calendarDate, id, minorUnits, reference } from './scalars.ts';

const candidateId = id<CandidateId>();
const candidate = reference<CandidateId>().extend({ kind: z.enum(candidateKinds) });
/** Money that follows from what an hour costs: null for those who may not see rates. */
const ratedMoney = minorUnits.nullable();

/** An amount between two proven ends, equal when it is exact; in minor units, or in points. */
const between = z.object({ least: z.number(), most: z.number() });

/** Kinds of demand on a portfolio. */
export const demandKinds = [
  'capacity',
  'reserve',
  'committed',
  'mandatory',
  'pin',
  'exclusive',
  'requires',
  'client-cash',
  'initiative-minutes',
  'initiative-spend',
  'least-contribution',
  'least-margin',
] as const;

/** One demand on a portfolio, with the names of what it is about. */
export const demandView = z.object({
  kind: z.enum(demandKinds),
  role: reference<RoleId>().nullable(),
  month: calendarMonth.nullable().describe('Of capacity, reserve, cash and a pin.'),
  candidates: z.array(reference<CandidateId>()).describe('Those it is about, in its order.'),
  side: z.enum(['in', 'out']).nullable().describe('Of a pin.'),
  least: z
    .int()
    .nullable()
    .describe('What must be reached: minor units, minutes or points; money for managers and up.'),
});
/** One demand on a portfolio, with the names of what it is about. */
export type DemandView = z.infer<typeof demandView>;

const leftOutReason = z.object({
  kind: z.enum(['no-start', 'fits', 'blocked']),
  month: calendarMonth.nullable().describe('The month in which least is in its way.'),
  by: z.array(
    z.object({
      demand: demandView,
      short: z.number().nullable().describe('Minutes, minor units, points or candidates missing.'),
    }),
  ),
});

/** What a run came to, for reading and deciding. */
export const portfolioResultView = z.object({
  runId: id<PortfolioRunId>(),
  maximised: z.enum(yardsticks),
  status: z.enum(portfolioStatuses),
  marginMinor: ratedMoney,
  contribution: z.int(),
  gapBasisPoints: z.int(),
  chosen: z.array(
    z.object({
      candidateId,
      kind: z.enum(candidateKinds),
      name: z.string(),
      month: calendarMonth,
      startOn: calendarDate,
      endOn: calendarDate,
      isMoved: z.boolean().describe('Whether these are other days than it has now.'),
    }),
  ),
  leftOut: z.array(
    z.object({
      candidateId,
      kind: z.enum(candidateKinds),
      name: z.string(),
      reason: leftOutReason,
    }),
  ),
  binding: z
    .object({ demand: demandView, gain: between.nullable() })
    .nullable()
    .describe('The demand whose lifting alone would gain the most.'),
  worths: z.array(
    z.object({
      candidateId,
      status: z.enum(['from', 'needed', 'always', 'never', 'unknown']),
      leastMinor: between.nullable().describe('Margin from which on a deal is worth taking.'),
      leastPoints: between.nullable().describe('Points from which on an initiative is.'),
      leastValueMinor: ratedMoney.describe('The least price of a deal.'),
      displaces: z.array(candidate),
    }),
  ),
  monthPrices: z.array(z.object({ roleId: id<RoleId>(), month: calendarMonth, worth: between })),
  frontier: z.array(
    z.object({
      marginMinor: ratedMoney,
      contribution: z.int(),
      isShown: z.boolean().describe('Whether it is the result itself.'),
      chosen: z.array(z.object({ candidateId, month: calendarMonth })),
    }),
  ),
  conflict: z.array(demandView),
  overloads: z.array(z.object({ roleId: id<RoleId>(), month: calendarMonth, minutes: z.int() })),
  isPartial: z.boolean().describe('The time was over before everything was explained.'),
});
/** What a run came to, for reading and deciding. */
export type PortfolioResultView = z.infer<typeof portfolioResultView>;
