import type { AccountId, DealId, GoalId, ProjectId, RoleId } from '@evenkeel/core/id';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import {
  asideReasons,
  candidateGaps,
  candidateKinds,
  hourSources,
} from '@evenkeel/core/portfolio-choice/facts';
import { z } from 'zod';
import { calendarMonth, workKind } from './balance.ts';
import {
  basisPoints,
  calendarDate,
  id,
  instant,
  minorUnits,
  reference,
  shortText,
} from './scalars.ts';

/** A deal or an initiative that can be chosen. */
export const candidateId = id<CandidateId>();

/** Money that follows from what an hour costs: null for those who may not see rates. */
const ratedMoney = minorUnits.nullable();

/** Minutes of one role by month. */
export const roleMinutes = z.object({ roleId: id<RoleId>(), minutes: z.array(z.int()) });

/** A person's decision that overrules the result: put in, in a month or whenever it fits; or kept out. */
export const pin = z.discriminatedUnion('side', [
  z.object({ side: z.literal('in'), month: calendarMonth.nullable() }),
  z.object({ side: z.literal('out') }),
]);

const ruleFields = {
  firstMonth: calendarMonth.nullable().describe('Earliest month to start; null for the usual.'),
  lastMonth: calendarMonth.nullable().describe('Latest month to start; null for the usual.'),
  isMandatory: z.boolean(),
  exclusiveGroup: z
    .string()
    .trim()
    .max(100, 'is longer than 100 characters')
    .describe('Of candidates with the same words here at most one is chosen.'),
  requires: z.array(candidateId).max(50).describe('Chosen only with all of these.'),
  pin: pin.nullable(),
};

/** What is said of one candidate. */
export const candidateRuleView = z.object({
  ...ruleFields,
  pinReason: z.string(),
  pinnedBy: z.string().nullable(),
  pinnedAt: instant.nullable(),
});
/** What is said of one candidate. */
export type CandidateRuleView = z.infer<typeof candidateRuleView>;

/** What somebody says of one candidate; a pin takes a reason. */
export const candidateRuleDraft = z.object({ ...ruleFields, pinReason: shortText });

/** A candidate of a portfolio choice, with everything that goes into it. */
export const candidateView = z.object({
  id: candidateId,
  kind: z.enum(candidateKinds),
  number: z.int(),
  name: z.string(),
  stage: z.string().describe('Stage of a deal, state of an initiative.'),
  account: reference<AccountId>().nullable(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  lengthMonths: z.int(),
  starts: z.array(calendarMonth).describe('Months in which it may start.'),
  hours: z.array(roleMinutes).describe('By month of its own, from the one it starts in.'),
  hourSource: z.enum(hourSources),
  minutes: z.int(),
  valueMinor: minorUnits.nullable().describe('Of a deal.'),
  probabilityBasisPoints: basisPoints.nullable().describe('Of a deal.'),
  costMinor: ratedMoney.describe('People at cost rate, and the spending of an initiative.'),
  marginMinor: ratedMoney.describe('Of a deal: probability × (value − cost).'),
  contribution: z.int().nullable().describe('Of an initiative: sum of weight × strength.'),
  spendingMinor: minorUnits.nullable().describe('Of an initiative: money beside people’s time.'),
  goals: z.array(
    z.object({ id: id<GoalId>(), name: z.string(), strength: z.int(), weight: z.int() }),
  ),
  gaps: z.array(z.enum(candidateGaps)),
  approvalGaps: z.array(z.string()).describe('What an initiative lacks to be approved.'),
  rule: candidateRuleView,
});
/** A candidate of a portfolio choice, with everything that goes into it. */
export type CandidateView = z.infer<typeof candidateView>;

/** A role with what its people can work and what is committed of it, by month. */
export const roleRoom = reference<RoleId>().extend({
  capacityMinutes: z.array(z.int()),
  committedMinutes: z.array(z.int()),
});
/** A role with what its people can work and what is committed of it, by month. */
export type RoleRoom = z.infer<typeof roleRoom>;

/** Committed work that candidates find in their way. */
export const committedView = reference<ProjectId>().extend({
  kind: workKind,
  hours: z.array(roleMinutes),
  incomeMinor: z.array(minorUnits),
});
/** Committed work that candidates find in their way. */
export type CommittedView = z.infer<typeof committedView>;

/** Everything a choice is computed from, as it is now or as it was when it was solved. */
export const portfolioFactsView = z.object({
  months: z.array(calendarMonth),
  candidates: z.array(candidateView),
  roles: z.array(roleRoom),
  committed: z.array(committedView),
  aside: z
    .array(
      z.object({
        kind: z.enum(candidateKinds),
        id: id<DealId | ProjectId>(),
        name: z.string(),
        why: z.enum(asideReasons),
      }),
    )
    .describe('Open, and not among the candidates.'),
});
/** Everything a choice is computed from. */
export type PortfolioFactsView = z.infer<typeof portfolioFactsView>;
