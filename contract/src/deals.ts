import { contestKinds, contestStandings } from '@evenkeel/core/deals/outcomes';
import { dealOutcomes } from '@evenkeel/core/deals/pipeline';
import { stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import type {
  AccountId,
  ContactId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  HandOffId,
  PersonId,
  PipelineId,
  ProductId,
  ProjectId,
  RoleId,
  StageId,
  TemplateId,
} from '@evenkeel/core/id';
import { z } from 'zod';
import { dealReasonId } from './deal-reasons.ts';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  effortMinutes,
  givenAmount,
  id,
  instant,
  longText,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const dealId = id<DealId>();
const params = z.object({ id: dealId });

/** A number of days without a move. */
export const quietDays = z.int().min(1, 'must be 1 or more').max(3650, 'is more than ten years');

/** A step of a pipeline. */
export const stageView = z.object({
  id: id<StageId>(),
  version,
  pipelineId: id<PipelineId>(),
  name: z.string(),
  position: z.int(),
  probability: basisPoints,
  outcome: z.enum(dealOutcomes),
  quietAfterDays: quietDays
    .nullable()
    .describe('Days without a move after which an open deal has gone quiet; null for never.'),
});
export type StageView = z.infer<typeof stageView>;

/** A deal as lists and the board show it. */
export const dealRow = z.object({
  id: dealId,
  number: z.int(),
  version,
  name: z.string(),
  account: reference<AccountId>().nullable(),
  product: reference<ProductId>().nullable(),
  owner: reference<PersonId>().nullable(),
  stageId: id<StageId>(),
  pipelineId: id<PipelineId>(),
  value: minorUnits,
  openedOn: calendarDate,
  closeOn: calendarDate.nullable(),
  contractSignedOn: calendarDate.nullable(),
  stageSince: calendarDate,
  touchedOn: calendarDate
    .nullable()
    .describe('The last day on which it was changed or somebody spoke with the customer.'),
  nextStep: z.string(),
  nextStepOn: calendarDate.nullable(),
  isQuiet: z
    .boolean()
    .describe('Open, without a move for longer than its stage allows and no next step ahead.'),
  reason: z.object({ id: dealReasonId, name: z.string() }).nullable(),
  contest: z.enum(contestKinds).nullable(),
});
export type DealRow = z.infer<typeof dealRow>;

/** Hours of one role that a deal sells. */
export const demandLine = z.object({
  roleId: id<RoleId>(),
  minutes: effortMinutes.min(1, 'must be more than nothing'),
});

const standing = z.enum(contestStandings).nullable();

/** A deal with everything on it. */
export const dealView = dealRow.extend({
  lostReason: z.string().nullable().describe('What was said about the loss, beside its reason.'),
  notes: z.string(),
  scope: z.string(),
  deliveryStartOn: calendarDate.nullable(),
  deliveryEndOn: calendarDate.nullable(),
  templateId: id<TemplateId>().nullable(),
  demand: z.array(demandLine.extend({ roleName: z.string() })),
  lines: z.array(
    z.object({
      product: reference<ProductId>().nullable(),
      name: z.string(),
      quantity: z.number(),
      unitPrice: minorUnits,
      amount: minorUnits,
    }),
  ),
  stakeholders: z.array(
    z.object({
      contact: reference<ContactId>(),
      jobTitle: z.string().nullable(),
      part: z.enum(stakeholderParts),
      note: z.string(),
    }),
  ),
  competitors: z.array(
    z.object({
      name: z.string(),
      feature: standing,
      function: standing,
      price: standing,
      performance: standing,
      note: z.string(),
    }),
  ),
  customerGoals: z.array(reference<CustomerGoalId>()),
  customerInitiatives: z.array(reference<CustomerInitiativeId>()),
  handOff: z
    .object({
      id: id<HandOffId>(),
      state: z.enum(['proposed', 'accepted', 'returned']),
      projectId: id<ProjectId>().nullable(),
      returnReason: z.string(),
    })
    .nullable(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type DealView = z.infer<typeof dealView>;

const fields = {
  name: recordName,
  accountId: id<AccountId>().nullable(),
  productId: id<ProductId>().nullable(),
  ownerId: id<PersonId>().nullable(),
  value: givenAmount,
  openedOn: recordDate,
  closeOn: recordDate.nullable(),
  contractSignedOn: recordDate.nullable(),
  nextStep: shortText,
  nextStepOn: recordDate.nullable(),
  contest: z.enum(contestKinds).nullable(),
  notes: longText,
  scope: longText,
  deliveryStartOn: recordDate.nullable(),
  deliveryEndOn: recordDate.nullable(),
  templateId: id<TemplateId>().nullable(),
};

/** What a new deal takes; it starts in the first open stage unless another is named. */
export const dealDraft = z
  .object({ ...fields, stageId: id<StageId>() })
  .partial()
  .required({ name: true });
/** What can be changed on a deal; its stage changes by `move`. */
export const dealChange = z.object(fields).partial();

export const deals = {
  stages: endpoint({
    method: 'GET',
    path: '/api/v1/stages',
    permission: 'read',
    summary: 'The stages of every pipeline, in order.',
    output: z.object({ rows: z.array(stageView) }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/v1/deals',
    permission: 'read',
    summary: 'Deals (opportunities, in other systems).',
    query: listQuery(
      ['number', 'name', 'account', 'owner', 'stage', 'value', 'openedOn', 'closeOn'],
      {
        pipelineId: commaList(id<PipelineId>()).optional(),
        stageId: commaList(id<StageId>()).optional(),
        productId: commaList(id<ProductId>()).optional(),
        ownerId: commaList(id<PersonId>()).optional(),
        accountId: commaList(id<AccountId>()).optional(),
        outcome: commaList(z.enum(dealOutcomes)).optional(),
        closeFrom: calendarDate.optional(),
        closeTo: calendarDate.optional(),
        valueFrom: z.coerce.number().int().optional(),
        valueTo: z.coerce.number().int().optional(),
      },
    ),
    output: page(dealRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/deals/:id',
    permission: 'read',
    summary: 'One deal.',
    params,
    output: dealView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/deals',
    permission: 'write',
    summary: 'Add a deal.',
    body: dealDraft,
    output: dealView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/deals/:id',
    permission: 'write',
    summary: 'Change fields of a deal. Won with a signed contract, a hand-off is proposed (CR-06).',
    ifMatch: true,
    params,
    body: dealChange,
    output: dealView,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/v1/deals/:id/move',
    permission: 'write',
    summary:
      'Move a deal to another stage. Won with a signed contract, a hand-off is proposed (CR-06).',
    ifMatch: true,
    params,
    body: z.object({
      stageId: id<StageId>(),
      contractSignedOn: recordDate.nullable().optional(),
      reasonId: dealReasonId.nullable().optional(),
      lostReason: shortText.nullable().optional(),
    }),
    output: dealView,
  }),
  setDemand: endpoint({
    method: 'PUT',
    path: '/api/v1/deals/:id/demand',
    permission: 'write',
    summary: 'Say which hours of which roles the deal sells.',
    params,
    body: z.object({ lines: z.array(demandLine).max(100) }),
    output: dealView,
  }),
  proposeHandOff: endpoint({
    method: 'POST',
    path: '/api/v1/deals/:id/hand-off',
    permission: 'write',
    summary: 'Propose the hand-off of a won and signed deal that has none, as an imported one.',
    params,
    output: dealView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/deals/:id',
    permission: 'write',
    summary: 'Move a deal to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/deals/:id/restore',
    permission: 'write',
    summary: 'Take a deal out of the trash.',
    params,
    output: dealView,
  }),
};
