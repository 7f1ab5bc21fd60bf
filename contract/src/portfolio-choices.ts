import type {
  DealId,
  GoalId,
  PortfolioChoiceId,
  PortfolioDecisionId,
  PortfolioRunId,
  ProjectId,
} from '@evenkeel/core/id';
import { choiceStates, mostMonths, yardsticks } from '@evenkeel/core/portfolio-choice/choice';
import { verdicts } from '@evenkeel/core/portfolio-choice/decision';
import { dealHourMeasures } from '@evenkeel/core/portfolio-choice/sources';
import { z } from 'zod';
import { calendarMonth } from './balance.ts';
import { endpoint, page } from './endpoint.ts';
import { candidateId, candidateRuleDraft, portfolioFactsView } from './portfolio-candidates.ts';
import { portfolioResultView } from './portfolio-results.ts';
import { factChange, portfolioOutcome, portfolioRunView } from './portfolio-runs.ts';
import {
  basisPoints,
  calendarDate,
  effortMinutes,
  givenAmount,
  id,
  instant,
  longText,
  minorUnits,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const choiceId = id<PortfolioChoiceId>();
const params = z.object({ id: choiceId });
const decisionId = id<PortfolioDecisionId>();

const months = z.int().min(1, 'must be 1 or more').max(mostMonths, `is more than ${mostMonths}`);
const delay = z.int().min(0).max(mostMonths, `is more than ${mostMonths}`);

const aims = {
  name: recordName,
  note: longText,
  firstMonth: calendarMonth,
  monthCount: months,
  maximise: z
    .enum(yardsticks)
    .describe('The yardstick made as great as can be; the other is kept above its floor.'),
  leastContribution: z.int().min(0).max(1_000_000).nullable(),
  leastMarginMinor: givenAmount.nullable(),
  dealHours: z
    .enum(dealHourMeasures)
    .describe('Whether a deal takes its hours in full, or times its probability.'),
  usualMonths: months.describe('How long work without an end is taken to be.'),
  dealDelayMonths: delay.describe('How many months later than its own a deal may start.'),
  initiativeDelayMonths: delay,
  reserveBasisPoints: basisPoints.describe(
    'Share of each role’s capacity that client work leaves free in each month.',
  ),
  leastInitiativeMinutes: effortMinutes.nullable(),
  leastInitiativeSpendMinor: givenAmount.nullable(),
  cashFloors: z
    .array(z.object({ month: calendarMonth, leastMinor: givenAmount }))
    .max(mostMonths)
    .describe('What client work brings in at least in a month, committed projects included.'),
  goalWeights: z
    .array(z.object({ goalId: id<GoalId>(), weight: z.int().min(0).max(100) }))
    .max(500),
};

/** What a new choice takes; what is left out has a good default. */
export const portfolioChoiceDraft = z.object(aims).partial().required({ name: true });
/** What can be changed on a choice until it is decided. */
export const portfolioChoiceChange = z.object({ ...aims, isPutAway: z.boolean() }).partial();
/** What can be changed on a choice. */
export type PortfolioChoiceChange = z.infer<typeof portfolioChoiceChange>;

/** A portfolio choice as lists show it. */
export const portfolioChoiceRow = z.object({
  id: choiceId,
  number: z.int(),
  version,
  name: z.string(),
  state: z.enum(choiceStates),
  firstMonth: calendarMonth,
  monthCount: z.int(),
  maximise: z.enum(yardsticks),
  createdBy: z.string(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  isPutAway: z.boolean(),
  isRunning: z.boolean(),
  outcome: portfolioOutcome.nullable().describe('Of the last run that came to an end.'),
});
/** A portfolio choice as lists show it. */
export type PortfolioChoiceRow = z.infer<typeof portfolioChoiceRow>;

/** A decision on one candidate, taken by a person. */
export const portfolioDecisionView = z.object({
  id: decisionId,
  choice: reference<PortfolioChoiceId>().extend({ number: z.int() }),
  kind: z.enum(['deal', 'initiative']),
  subject: reference<DealId | ProjectId>(),
  verdict: z.enum(verdicts),
  month: calendarMonth.nullable(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  wasProposed: z.boolean().describe('Whether the result said the same.'),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instant,
  takenBackAt: instant.nullable(),
  differs: z
    .array(z.enum(['start', 'end', 'state']))
    .describe('What is not, or no more, as it was decided.'),
});
/** A decision on one candidate, taken by a person. */
export type PortfolioDecisionView = z.infer<typeof portfolioDecisionView>;

/** A portfolio choice with its aims, its last run and what was decided. */
export const portfolioChoiceView = portfolioChoiceRow.extend({
  ...aims,
  name: z.string(),
  note: z.string(),
  leastMarginMinor: minorUnits.nullable(),
  goals: z
    .array(z.object({ id: id<GoalId>(), number: z.int(), name: z.string(), weight: z.int() }))
    .describe('Every goal with its weight in this choice.'),
  run: portfolioRunView.nullable().describe('The last run.'),
  result: portfolioResultView.nullable().describe('Of the last run that came to an end.'),
  changes: z
    .array(factChange)
    .describe('What is otherwise now than when the last result was computed: it is stale then.'),
  aimsChanged: z.boolean().describe('Aims or rules were changed since the last run.'),
  decisionNote: z.string(),
  decisions: z.array(portfolioDecisionView),
});
/** A portfolio choice with its aims, its last run and what was decided. */
export type PortfolioChoiceView = z.infer<typeof portfolioChoiceView>;

/** Choosing which deals to pursue and which initiatives to start, within one capacity (B01, B02). */
export const portfolioChoices = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portfolio-choices',
    permission: 'read',
    summary: 'Portfolio choices, latest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().regex(/^\d+$/, 'must be a cursor of this list').optional(),
    }),
    output: page(portfolioChoiceRow),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/portfolio-choices',
    permission: 'manage',
    summary: 'Begin a portfolio choice.',
    body: portfolioChoiceDraft,
    output: portfolioChoiceView,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portfolio-choices/:id',
    permission: 'read',
    summary:
      'One portfolio choice: its aims, its last run, what changed since, what was decided. Margins, costs and prices of hours for managers and up only.',
    params,
    output: portfolioChoiceView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/portfolio-choices/:id',
    permission: 'manage',
    summary: 'Change the aims of a choice, or put it away.',
    ifMatch: true,
    params,
    body: portfolioChoiceChange,
    output: portfolioChoiceView,
  }),
  facts: endpoint({
    method: 'GET',
    path: '/api/v1/portfolio-choices/:id/facts',
    permission: 'read',
    summary:
      'What the choice is made among and within: candidates, capacity by role and month, committed work. As it is now, or as the last result saw it.',
    params,
    query: z.object({ as: z.enum(['now', 'solved']).default('now') }),
    output: portfolioFactsView,
  }),
  setRule: endpoint({
    method: 'PUT',
    path: '/api/v1/portfolio-choices/:id/candidates/:candidateId',
    permission: 'manage',
    summary:
      'Say when a candidate may start, what it excludes or requires, or put it in or out with a reason that is kept.',
    params: params.extend({ candidateId }),
    body: candidateRuleDraft,
    output: portfolioChoiceView,
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/v1/portfolio-choices/:id/run',
    permission: 'manage',
    summary: 'Compute the best portfolio under the aims and rules. It runs by itself; ask for it.',
    params,
    body: z
      .object({
        seconds: z.int().min(1).max(300).describe('Time limit; 20 if left out.'),
        seed: z.int().min(0).max(2_147_483_647).describe('1 if left out.'),
      })
      .partial(),
    output: portfolioChoiceView,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/portfolio-choices/:id/cancel',
    permission: 'manage',
    summary: 'Stop a run; nothing of it is kept.',
    params,
    output: portfolioChoiceView,
  }),
  apply: endpoint({
    method: 'POST',
    path: '/api/v1/portfolio-choices/:id/apply',
    permission: 'manage',
    summary:
      'Decide on candidates and make it so: dates of deals and initiatives, approval, shelving. Exactly what was shown, or nothing: refused when facts have changed since, naming them.',
    params,
    body: z.object({
      runId: id<PortfolioRunId>().describe('The run whose result was looked at.'),
      decisions: z
        .array(
          z.object({
            candidateId,
            verdict: z.enum(verdicts),
            reason: shortText.default(''),
          }),
        )
        .min(1, 'name at least one')
        .max(2_000),
      note: longText.default(''),
    }),
    output: portfolioChoiceView,
  }),
  takeBack: endpoint({
    method: 'POST',
    path: '/api/v1/portfolio-choices/:id/take-back',
    permission: 'manage',
    summary:
      'Take decisions back: dates and states as they were before, where nobody changed them since.',
    params,
    output: z.object({ choice: portfolioChoiceView, takenBack: z.int(), changedSince: z.int() }),
  }),
  decisionsOf: endpoint({
    method: 'GET',
    path: '/api/v1/portfolio-decisions',
    permission: 'read',
    summary: 'What was decided on one deal or initiative, latest first.',
    query: z.object({ subjectId: id<DealId | ProjectId>() }),
    output: z.object({ rows: z.array(portfolioDecisionView) }),
  }),
};
