import { shareVerdicts } from '@evenkeel/core/balance/mix';
import { mixMeasures } from '@evenkeel/core/balance/mix-measures';
import type { Id, MemberId, MixReviewId, PersonId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { calendarMonth, quarter } from './balance.ts';
import { endpoint } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  currency,
  givenAmount,
  id,
  longText,
  minorUnits,
  recordDate,
  reference,
  version,
} from './scalars.ts';

const share = z.object({ shareBasisPoints: basisPoints, toleranceBasisPoints: basisPoints });

/** What the firm aims at, by hours, money and heads, and the least that client work has to bring. */
export const mixTargets = z.object({
  hours: share,
  money: share.nullable(),
  people: share.nullable().describe('Share of people with work on an initiative.'),
  cashFloorMinor: givenAmount
    .nullable()
    .describe('Client value of a month below which the firm is too strategic for its cash.'),
});
export type MixTargetsView = z.infer<typeof mixTargets>;

const measured = z.object({
  measure: z.enum(mixMeasures),
  initiative: z.int().describe('Minutes, minor units at cost rate, or people.'),
  client: z.int(),
  shareBasisPoints: basisPoints.nullable(),
  target: share.nullable(),
  verdict: z.enum(shareVerdicts).nullable(),
});
/** The mix by one measure. */
export type MeasuredMixView = z.infer<typeof measured>;

const measuredQuarter = z.object({
  ...quarter.shape,
  measures: z.array(measured).describe('By money for managers and up only.'),
});

const cashMonth = z.object({
  month: calendarMonth,
  clientMinor: minorUnits,
  floorMinor: minorUnits.nullable(),
  isBelow: z.boolean(),
});

const seen = z.object({
  quarters: z.array(measuredQuarter),
  cash: z.array(cashMonth).describe('Empty for those who may not see money.'),
  starving: z.array(
    z.object({
      initiative: reference<ProjectId>(),
      dueOn: calendarDate,
      finishWeek: calendarDate.nullable(),
    }),
  ),
  overdueLoans: z.array(
    z.object({ reason: z.string(), payBackOn: calendarDate, outstandingMinutes: z.int() }),
  ),
});
/** How the mix stands at a moment, with what starves and what is owed. */
export type MixSeen = z.infer<typeof seen>;

const decision = z.object({
  id: id<Id<'mix-decision'>>(),
  version,
  decision: z.string(),
  owner: reference<PersonId>().nullable(),
  dueOn: calendarDate.nullable(),
  outcome: z.string().describe('What came of it.'),
  isClosed: z.boolean(),
});
/** What a review decided, and what came of it. */
export type MixDecisionView = z.infer<typeof decision>;

const reviewRow = z.object({
  id: id<MixReviewId>(),
  version,
  heldOn: calendarDate,
  heldBy: reference<MemberId>(),
  summary: z.string(),
  nextReviewOn: calendarDate.nullable(),
  decisionCount: z.int(),
  openCount: z.int(),
});
/** A review of the mix in a list. */
export type MixReviewRow = z.infer<typeof reviewRow>;

/** A review with what was seen on its day, what it decided, and the review before it. */
export const mixReviewView = reviewRow.extend({
  seen,
  decisions: z.array(decision),
  before: z
    .object({ review: reviewRow, seen, decisions: z.array(decision) })
    .nullable()
    .describe('The review before: what was said, and what came of it.'),
});
export type MixReviewView = z.infer<typeof mixReviewView>;

const params = z.object({ id: id<MixReviewId>() });
const decisionFields = {
  decision: z.string().trim().min(1, 'is needed').max(2_000, 'is longer than 2,000 characters'),
  ownerId: id<PersonId>().nullable(),
  dueOn: recordDate.nullable(),
};

/** The mix of client projects and initiatives against what the firm aims at. */
export const mix = {
  view: endpoint({
    method: 'GET',
    path: '/api/v1/mix',
    permission: 'read',
    summary:
      'The mix by hours, money and heads in the quarter before, this one and the next, client value by month against the floor, what starves and what is owed.',
    output: seen.extend({ today: calendarDate, currency, version, targets: mixTargets }),
  }),
  setTargets: endpoint({
    method: 'PUT',
    path: '/api/v1/mix/targets',
    permission: 'manage',
    summary: 'Set what the mix is to be, how far it may be off either way, and the cash floor.',
    ifMatch: true,
    body: mixTargets,
    output: mixTargets.extend({ version }),
  }),
};

/** Regular looks at the mix, each frozen with what was decided (BA-06). */
export const mixReviews = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/mix-reviews',
    permission: 'read',
    summary: 'Reviews of the mix, the latest first, and when the next one is due.',
    output: z.object({
      rows: z.array(reviewRow),
      nextReviewOn: calendarDate.nullable(),
      isDue: z.boolean(),
    }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/mix-reviews/:id',
    permission: 'read',
    summary: 'One review as it was seen on its day, with its decisions and the review before it.',
    params,
    output: mixReviewView,
  }),
  hold: endpoint({
    method: 'POST',
    path: '/api/v1/mix-reviews',
    permission: 'manage',
    summary: 'Hold a review: freezes how the mix stands now.',
    output: mixReviewView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/mix-reviews/:id',
    permission: 'manage',
    summary: 'Say what came out of a review, and when the next one is.',
    ifMatch: true,
    params,
    body: z.object({ summary: longText, nextReviewOn: recordDate.nullable() }).partial(),
    output: mixReviewView,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/mix-reviews/:id/decisions',
    permission: 'manage',
    summary: 'Record a decision of a review.',
    params,
    body: z.object(decisionFields).partial().required({ decision: true }),
    output: mixReviewView,
  }),
  changeDecision: endpoint({
    method: 'PATCH',
    path: '/api/v1/mix-decisions/:id',
    permission: 'manage',
    summary: 'Change a decision, say what came of it, or close it.',
    ifMatch: true,
    params: z.object({ id: id<Id<'mix-decision'>>() }),
    body: z
      .object({ ...decisionFields, outcome: z.string().max(2_000), isClosed: z.boolean() })
      .partial(),
    output: mixReviewView,
  }),
};
