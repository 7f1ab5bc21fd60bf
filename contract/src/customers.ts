import { customerGoalStates, promptReasons } from '@evenkeel/core/customers/customer-aims';
import type {
  AccountId,
  ContactId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  ProductId,
  TemplateId,
} from '@evenkeel/core/id';
import { goalDrivers } from '@evenkeel/core/strategy/goal';
import { initiativeCriteria, workClasses } from '@evenkeel/core/strategy/initiative-test';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
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

const goalId = id<CustomerGoalId>();
const initiativeId = id<CustomerInitiativeId>();
const goalParams = z.object({ id: goalId });
const initiativeParams = z.object({ id: initiativeId });
const measured = z.number().nullable();

/** A goal of the customer's own: what they want, measured, and who said it (CR-13). */
export const customerGoalView = z.object({
  id: goalId,
  number: z.int(),
  version,
  account: reference<AccountId>(),
  name: z.string(),
  driver: z.enum(goalDrivers),
  measure: z.string(),
  unit: z.string(),
  baseline: measured,
  target: measured,
  actual: measured,
  deadline: calendarDate.nullable(),
  serves: reference<CustomerGoalId>().nullable().describe('The higher goal on their ladder.'),
  servesWhy: z.string(),
  statedBy: reference<ContactId>().nullable(),
  statedOn: calendarDate.nullable(),
  statedWhere: z.string(),
  state: z.enum(customerGoalStates),
  notes: z.string(),
  products: z.array(reference<ProductId>()).describe('What of ours helps (CR-17).'),
  templates: z.array(reference<TemplateId>()).describe('Kinds of projects of ours that help.'),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type CustomerGoalView = z.infer<typeof customerGoalView>;

/** An initiative that the customer runs or wants to run, held against the test (B04). */
export const customerInitiativeView = z.object({
  id: initiativeId,
  number: z.int(),
  version,
  account: reference<AccountId>(),
  name: z.string(),
  scope: z.string(),
  organisation: z.string().nullable(),
  leader: z.string().nullable(),
  projectManager: z.string().nullable(),
  budget: minorUnits.nullable(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  statedBy: reference<ContactId>().nullable(),
  statedOn: calendarDate.nullable(),
  isDefinedTogether: z.boolean().describe('Worked out by them and us together (CR-15).'),
  notes: z.string(),
  goals: z.array(reference<CustomerGoalId>().extend({ why: z.string() })),
  test: z.object({
    metCount: z.int(),
    class: z.enum(workClasses),
    criteria: z.array(
      z.object({
        criterion: z.enum(initiativeCriteria),
        isMet: z.boolean(),
        missing: z.array(z.string()),
      }),
    ),
  }),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type CustomerInitiativeView = z.infer<typeof customerInitiativeView>;

const servingWork = z.object({
  kind: z.enum(['deal', 'project']),
  id: z.uuid(),
  name: z.string(),
  isOver: z.boolean(),
});

/** An open customer goal that nothing of ours serves, or serves any more. */
const promptRow = z.object({
  id: goalId,
  name: z.string(),
  driver: z.enum(goalDrivers),
  deadline: calendarDate.nullable(),
  account: reference<AccountId>(),
  reason: z.enum(promptReasons),
  products: z.array(reference<ProductId>()),
});
export type PromptRow = z.infer<typeof promptRow>;

const goalFields = {
  name: recordName,
  driver: z.enum(goalDrivers),
  measure: shortText,
  unit: z.string().trim().max(40, 'is longer than 40 characters'),
  baseline: measured,
  target: measured,
  actual: measured,
  deadline: recordDate.nullable(),
  servesId: goalId.nullable(),
  servesWhy: shortText,
  statedByContactId: id<ContactId>().nullable(),
  statedOn: recordDate.nullable(),
  statedWhere: shortText,
  state: z.enum(customerGoalStates),
  notes: longText,
  productIds: z.array(id<ProductId>()).max(50),
  templateIds: z.array(id<TemplateId>()).max(50),
};
/** What a new customer goal takes; its account does not change afterwards. */
export const customerGoalDraft = z
  .object({ ...goalFields, accountId: id<AccountId>() })
  .partial()
  .required({ name: true, driver: true, accountId: true });
/** What can be changed on a customer goal; products and templates are given whole. */
export const customerGoalChange = z.object(goalFields).partial();

const initiativeFields = {
  name: recordName,
  scope: longText,
  organisation: shortText.nullable(),
  leader: shortText.nullable(),
  projectManager: shortText.nullable(),
  budget: givenAmount.nullable(),
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
  statedByContactId: id<ContactId>().nullable(),
  statedOn: recordDate.nullable(),
  isDefinedTogether: z.boolean(),
  notes: longText,
  goals: z.array(z.object({ goalId, why: shortText.default('') })).max(50),
};
/** What a new customer initiative takes; its account does not change afterwards. */
export const customerInitiativeDraft = z
  .object({ ...initiativeFields, accountId: id<AccountId>() })
  .partial()
  .required({ name: true, accountId: true });
/** What can be changed on a customer initiative; its goals are given whole. */
export const customerInitiativeChange = z.object(initiativeFields).partial();

const ofAccount = { accountId: commaList(id<AccountId>()).optional() };

export const customerGoals = {
  aims: endpoint({
    method: 'GET',
    path: '/api/v1/accounts/:id/aims',
    permission: 'read',
    summary:
      'What an account wants and runs itself, what of ours serves it, and what nothing serves.',
    params: z.object({ id: id<AccountId>() }),
    output: z.object({
      goals: z.array(customerGoalView.extend({ work: z.array(servingWork) })),
      initiatives: z.array(customerInitiativeView),
      prompts: z.array(z.object({ goalId, reason: z.enum(promptReasons) })),
    }),
  }),
  prompts: endpoint({
    method: 'GET',
    path: '/api/v1/customer-goal-prompts',
    permission: 'read',
    summary: 'Every open customer goal without a deal or project: a reason to speak (B12, CR-11).',
    output: z.object({ rows: z.array(promptRow) }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/v1/customer-goals',
    permission: 'read',
    summary: 'Goals of customers, never mixed with our own.',
    query: listQuery(['name', 'number', 'deadline'], ofAccount),
    output: page(customerGoalView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/customer-goals/:id',
    permission: 'read',
    summary: 'One customer goal.',
    params: goalParams,
    output: customerGoalView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/customer-goals',
    permission: 'write',
    summary: 'Write down a goal of a customer.',
    body: customerGoalDraft,
    output: customerGoalView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/customer-goals/:id',
    permission: 'write',
    summary: 'Change a customer goal; products and templates are given whole.',
    ifMatch: true,
    params: goalParams,
    body: customerGoalChange,
    output: customerGoalView,
  }),
  openDeal: endpoint({
    method: 'POST',
    path: '/api/v1/customer-goals/:id/deal',
    permission: 'write',
    summary: 'Open a deal that serves a customer goal, with the first product that helps.',
    params: goalParams,
    body: z.object({ name: recordName.optional() }),
    output: z.object({ id: id<DealId>(), name: z.string() }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/customer-goals/:id',
    permission: 'write',
    summary: 'Move a customer goal to the trash, where it stays for 30 days.',
    params: goalParams,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/customer-goals/:id/restore',
    permission: 'write',
    summary: 'Take a customer goal out of the trash.',
    params: goalParams,
    output: customerGoalView,
  }),
};

export const customerInitiatives = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/customer-initiatives',
    permission: 'read',
    summary: 'Initiatives that customers run themselves.',
    query: listQuery(['name', 'number'], ofAccount),
    output: page(customerInitiativeView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/customer-initiatives/:id',
    permission: 'read',
    summary: 'One customer initiative.',
    params: initiativeParams,
    output: customerInitiativeView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/customer-initiatives',
    permission: 'write',
    summary: 'Write down an initiative of a customer.',
    body: customerInitiativeDraft,
    output: customerInitiativeView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/customer-initiatives/:id',
    permission: 'write',
    summary: 'Change a customer initiative; the goals it serves are given whole.',
    ifMatch: true,
    params: initiativeParams,
    body: customerInitiativeChange,
    output: customerInitiativeView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/customer-initiatives/:id',
    permission: 'write',
    summary: 'Move a customer initiative to the trash, where it stays for 30 days.',
    params: initiativeParams,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/customer-initiatives/:id/restore',
    permission: 'write',
    summary: 'Take a customer initiative out of the trash.',
    params: initiativeParams,
    output: customerInitiativeView,
  }),
};
