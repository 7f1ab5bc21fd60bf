import type {
  AssumptionId,
  BenefitId,
  CostItemId,
  GoalId,
  Id,
  KpiId,
  PersonId,
  ProjectId,
  RoleId,
  StakeholderId,
  TeamId,
} from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { assumptionOperators, assumptionStandings } from '@evenkeel/core/strategy/assumption';
import {
  benefitNatures,
  benefitOutcomes,
  benefitPeriods,
  benefitTimings,
} from '@evenkeel/core/strategy/benefit';
import { costKinds, costPeriods } from '@evenkeel/core/strategy/initiative-cost';
import { influences, stances } from '@evenkeel/core/strategy/stakeholder';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { measured } from './kpis.ts';
import {
  basisPoints,
  calendarDate,
  effortMinutes,
  givenAmount,
  id,
  longText,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const benefitFields = {
  name: recordName,
  nature: z.enum(benefitNatures),
  timing: z
    .enum(benefitTimings)
    .describe('With the initiative, later, or by way of something else.'),
  amount: givenAmount.nullable().describe('Only of money: expected, once or a year.'),
  period: z.enum(benefitPeriods),
  dueOn: recordDate.nullable().describe('By when it should have come.'),
  measuredBy: shortText.describe('How one will see that it came.'),
  outcome: z.enum(benefitOutcomes).describe('What the check found; open until then.'),
  actualAmount: givenAmount.nullable().describe('Only of money: what came, once or a year.'),
  outcomeNote: longText,
};
/** A benefit that is expected of an initiative, and whether it came (ST-05). */
export const benefitView = z.object({
  ...benefitFields,
  id: id<BenefitId>(),
  version,
  name: z.string(),
  amount: minorUnits.nullable(),
  actualAmount: minorUnits.nullable(),
  dueOn: calendarDate.nullable(),
  isCheckDue: z.boolean().describe('Its day has passed and nobody has said whether it came.'),
});
/** A benefit that is expected of an initiative. */
export type BenefitView = z.infer<typeof benefitView>;
/** What a new benefit takes. */
export const benefitDraft = z.object(benefitFields).partial().required({ name: true });

const costFields = {
  name: recordName,
  kind: z.enum(costKinds),
  amount: givenAmount.nullable().describe('Of a payment; null for the time of people.'),
  period: z.enum(costPeriods).nullable().describe('Of recurring costs only.'),
  roleId: id<RoleId>().nullable().describe('Whose time, at the standard cost rate of each day.'),
  minutes: effortMinutes.nullable().describe('Of people only: in all, spread evenly.'),
  startsOn: recordDate.nullable().describe("Else the initiative's start."),
  endsOn: recordDate.nullable().describe("Else the initiative's end."),
};
/** What falls into a year; null where nothing says when. */
const yearCost = z.object({ year: z.int().nullable(), minor: minorUnits });
/** An item of an initiative's cost (ST-42). */
export const costItemView = z.object({
  id: id<CostItemId>(),
  version,
  name: z.string(),
  kind: z.enum(costKinds),
  amount: minorUnits.nullable(),
  period: z.enum(costPeriods).nullable(),
  role: reference<RoleId>().nullable(),
  minutes: effortMinutes.nullable(),
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
  total: minorUnits
    .nullable()
    .describe('Null without a rate, and for those who may not see what an hour costs.'),
});
/** An item of an initiative's cost. */
export type CostItemView = z.infer<typeof costItemView>;
/** What a new item of cost takes; which fields it needs depends on its kind. */
export const costItemDraft = z.object(costFields).partial().required({ name: true, kind: true });

const stakeholderFields = {
  name: z.string().trim().min(1, 'is needed').max(200, 'is longer than 200 characters'),
  personId: id<PersonId>().nullable().describe('When it is one of our own people.'),
  stance: z.enum(stances),
  influence: z.enum(influences),
  concern: longText,
  response: longText.describe('What is planned about it.'),
  adoptionMeasure: shortText.describe('What shows that they use it.'),
  adoptionTarget: basisPoints.nullable(),
  adoptionActual: basisPoints.nullable(),
};
/** Somebody whom an initiative touches: where they stand, and what is done about it (ST-13). */
export const stakeholderView = z
  .object({
    ...stakeholderFields,
    id: id<StakeholderId>(),
    version,
    name: z.string(),
    person: reference<PersonId>().nullable(),
  })
  .omit({ personId: true });
/** Somebody whom an initiative touches. */
export type StakeholderView = z.infer<typeof stakeholderView>;
/** What a new stakeholder takes. */
export const stakeholderDraft = z.object(stakeholderFields).partial().required({ name: true });

const assumptionFields = {
  name: recordName.describe('What is taken for granted.'),
  kpiId: id<KpiId>().nullable().describe('The KPI that would disprove it.'),
  operator: z.enum(assumptionOperators).describe('On which side of the threshold it is disproved.'),
  threshold: measured.nullable(),
  note: longText,
};
/** What an initiative takes for granted, and how that stands (ST-42). */
export const assumptionView = z
  .object({
    ...assumptionFields,
    id: id<AssumptionId>(),
    version,
    name: z.string(),
    kpi: reference<KpiId>().nullable(),
    unit: z.string().describe('Of the KPI.'),
    actual: z.number().nullable().describe("The KPI's latest."),
    standing: z.enum(assumptionStandings),
  })
  .omit({ kpiId: true });
/** What an initiative takes for granted. */
export type AssumptionView = z.infer<typeof assumptionView>;
/** What a new assumption takes. */
export const assumptionDraft = z.object(assumptionFields).partial().required({ name: true });

/** What is shown to all staff once it is published (ST-10). */
export const onePageView = z.object({
  id: id<ProjectId>(),
  number: z.int(),
  name: z.string(),
  state: z.enum(projectStates),
  isPublished: z.boolean(),
  need: z.string(),
  purpose: z.string(),
  expectedBenefit: z.string(),
  benefits: z.array(
    z.object({
      name: z.string(),
      amount: minorUnits.nullable(),
      period: z.enum(benefitPeriods),
      dueOn: calendarDate.nullable(),
    }),
  ),
  goals: z.array(z.object({ id: id<GoalId>(), name: z.string() })),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  leader: reference<PersonId>().nullable(),
  projectManager: reference<PersonId>().nullable(),
  team: reference<TeamId>().nullable(),
});
/** The one-page case of an initiative. */
export type OnePageView = z.infer<typeof onePageView>;

/** The case of an initiative in rows, with its sums. */
export const initiativeCaseView = z.object({
  benefits: z.array(benefitView),
  expected: z.object({ once: minorUnits, yearly: minorUnits }),
  costs: z.array(costItemView),
  costByYear: z.array(yearCost),
  costTotal: minorUnits,
  isCostComplete: z
    .boolean()
    .describe('Whether every item is in the total; else a rate is missing, or hidden from you.'),
  budget: minorUnits.nullable(),
  stakeholders: z.array(stakeholderView),
  assumptions: z.array(assumptionView),
});
/** The case of an initiative in rows. */
export type InitiativeCaseView = z.infer<typeof initiativeCaseView>;

/** The case of an initiative beside its texts: benefits, costs, stakeholders. */
export const initiativeCases = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/initiatives/:id/case',
    permission: 'read',
    summary: 'What an initiative brings and costs, year by year, and who stands where.',
    params: z.object({ id: id<ProjectId>() }),
    output: initiativeCaseView,
  }),
  onePage: endpoint({
    method: 'GET',
    path: '/api/v1/initiatives/:id/one-page',
    permission: 'read',
    summary:
      'Why, benefit, when and who of an initiative. Unpublished ones are for those who write.',
    params: z.object({ id: id<ProjectId>() }),
    output: onePageView,
  }),
  published: endpoint({
    method: 'GET',
    path: '/api/v1/published-cases',
    permission: 'read',
    summary: 'The one-page cases that are published to all staff.',
    output: z.object({ rows: z.array(onePageView) }),
  }),
};

/** What initiatives take for granted. */
export const assumptions = partCalls<AssumptionId>()({
  path: 'assumptions',
  one: 'an assumption',
  draft: assumptionDraft,
  change: z.object(assumptionFields).partial(),
  view: assumptionView,
});

/** Benefits that are expected of initiatives. */
export const benefits = partCalls<BenefitId>()({
  path: 'benefits',
  one: 'a benefit',
  draft: benefitDraft,
  change: z.object(benefitFields).partial(),
  view: benefitView,
});

/** Items of the costs of initiatives. */
export const costItems = partCalls<CostItemId>()({
  path: 'cost-items',
  one: 'an item of cost',
  draft: costItemDraft,
  change: z.object(costFields).partial(),
  view: costItemView,
});

/** People and groups whom initiatives touch. */
export const stakeholders = partCalls<StakeholderId>()({
  path: 'stakeholders',
  one: 'a stakeholder',
  draft: stakeholderDraft,
  change: z.object(stakeholderFields).partial(),
  view: stakeholderView,
});

/** The three calls of a part of the case. */
function partCalls<PartId extends Id<string>>() {
  return <Draft extends z.ZodType, Change extends z.ZodType, View extends z.ZodType>(part: {
    path: string;
    one: string;
    draft: Draft;
    change: Change;
    view: View;
  }) => {
    const params = z.object({ id: id<PartId>() });
    return {
      create: endpoint({
        method: 'POST',
        path: `/api/v1/initiatives/:id/${part.path}`,
        permission: 'write',
        summary: `Add ${part.one} to an initiative.`,
        params: z.object({ id: id<ProjectId>() }),
        body: part.draft,
        output: part.view,
      }),
      update: endpoint({
        method: 'PATCH',
        path: `/api/v1/${part.path}/:id`,
        permission: 'write',
        summary: `Change ${part.one} of an initiative.`,
        ifMatch: true,
        params,
        body: part.change,
        output: part.view,
      }),
      remove: endpoint({
        method: 'DELETE',
        path: `/api/v1/${part.path}/:id`,
        permission: 'write',
        summary: `Take ${part.one} off an initiative.`,
        params,
        output: done,
      }),
    };
  };
}
