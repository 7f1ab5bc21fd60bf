import { handOffStates, originSources } from '@evenkeel/core/deals/hand-off';
import type {
  AccountId,
  CustomerGoalId,
  DealId,
  HandOffId,
  MemberId,
  PersonId,
  ProductId,
  ProjectId,
  RoleId,
  TeamId,
  TemplateId,
} from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  effortMinutes,
  id,
  instant,
  minorUnits,
  recordDate,
  reference,
  shortText,
  version,
} from './scalars.ts';
import { soldContact, soldLine, soldPromise } from './sold-projects.ts';

const handOffId = id<HandOffId>();
const params = z.object({ id: handOffId });

/** A hand-off as lists show it. */
export const handOffRow = z.object({
  id: handOffId,
  version,
  state: z.enum(handOffStates),
  deal: z.object({
    id: id<DealId>(),
    number: z.int(),
    name: z.string(),
    value: minorUnits,
    account: reference<AccountId>().nullable(),
    owner: reference<PersonId>().nullable(),
  }),
  project: reference<ProjectId>().nullable(),
  returnReason: z.string(),
  proposedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: reference<MemberId>().nullable(),
});
/** A hand-off as lists show it. */
export type HandOffRow = z.infer<typeof handOffRow>;

/** What whoever takes the deal over decides. Null leaves it to what the deal says. */
const choices = {
  projectManagerId: id<PersonId>().nullable(),
  ownerId: id<PersonId>().nullable(),
  teamId: id<TeamId>().nullable(),
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
};
/** The choice of a template for a hand-off. */
export const chosenTemplate = z
  .union([z.literal('best'), z.literal('none'), id<TemplateId>()])
  .describe('Which template: the one of the deal, else the best fit (best), none, or one by id.');

/** What was sold, as the deal says it. */
const sold = z.object({
  product: reference<ProductId>().nullable(),
  value: minorUnits,
  contractSignedOn: calendarDate.nullable(),
  deliveryStartOn: calendarDate.nullable(),
  deliveryEndOn: calendarDate.nullable(),
  scope: z.string(),
  notes: z.string(),
  nextStep: z.string(),
  quoteName: z.string().nullable(),
  lines: z.array(soldLine),
  contacts: z.array(soldContact),
  promises: z.array(soldPromise),
  customerGoals: z.array(reference<CustomerGoalId>()),
  demand: z.array(z.object({ roleId: id<RoleId>(), roleName: z.string(), minutes: effortMinutes })),
});

const date = calendarDate.nullable();

/** What accepting would make: HandOffDraft of core/deals/hand-off, with names. */
export const handOffDraft = z.object({
  project: z.object({
    name: z.string(),
    purpose: z.string(),
    scope: z.string(),
    notes: z.string(),
    account: reference<AccountId>().nullable(),
    price: minorUnits.nullable(),
    startOn: date,
    endOn: date,
    owner: reference<PersonId>().nullable(),
    projectManager: reference<PersonId>().nullable(),
    team: reference<TeamId>().nullable(),
    template: reference<TemplateId>().nullable(),
  }),
  phases: z.array(z.object({ name: z.string(), startOn: date, endOn: date })),
  tasks: z.array(
    z.object({
      phaseIndex: z.int().nullable(),
      name: z.string(),
      notes: z.string(),
      role: reference<RoleId>().nullable(),
      estimateMinutes: effortMinutes.nullable(),
      startOn: date,
      dueOn: date,
      isMilestone: z.boolean(),
    }),
  ),
  origins: z.array(
    z.object({
      subject: z.enum(['project', 'phase', 'task']),
      index: z.int(),
      field: z.string(),
      source: z.enum(originSources),
      sourceId: z.string().nullable(),
      sourceField: z.string(),
      value: z.union([z.string(), z.number()]),
    }),
  ),
  gaps: z.array(z.object({ code: z.string(), message: z.string() })),
  dropped: z.array(z.object({ field: z.string(), reason: z.string() })),
});
/** What accepting would make. */
export type HandOffDraftView = z.infer<typeof handOffDraft>;

/** A hand-off with what was sold and, until it is accepted, what would be made. */
export const handOffView = handOffRow.extend({
  sold,
  draft: handOffDraft.nullable(),
  canAccept: z.boolean().describe('Whether you may accept it whoever is project manager.'),
});
/** A hand-off with what was sold and what would be made. */
export type HandOffView = z.infer<typeof handOffView>;

/** Won deals on their way from sales to delivery (CR-06, CR-07, B09). */
export const handOffs = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/hand-offs',
    permission: 'read',
    summary: 'Hand-offs, those waiting unless another state is named.',
    query: listQuery(['proposedAt', 'account', 'deal'], {
      state: commaList(z.enum(handOffStates)).optional(),
    }),
    output: page(handOffRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/hand-offs/:id',
    permission: 'read',
    summary: 'One hand-off: what was sold beside what accepting it with these choices would make.',
    params,
    query: z.object({ ...choices, templateId: chosenTemplate }).partial(),
    output: handOffView,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/v1/hand-offs/:id/accept',
    permission: 'write',
    summary:
      'Accept: the client project stands with phases, tasks, hours and origins. For managers and the chosen project manager.',
    ifMatch: true,
    params,
    body: z
      .object({
        ...choices,
        projectManagerId: id<PersonId>(),
        templateId: chosenTemplate,
      })
      .partial({ ownerId: true, teamId: true, startOn: true, endOn: true, templateId: true }),
    output: handOffView,
  }),
  return: endpoint({
    method: 'POST',
    path: '/api/v1/hand-offs/:id/return',
    permission: 'write',
    summary: 'Give a hand-off back to sales, with the reason.',
    ifMatch: true,
    params,
    body: z.object({ reason: shortText.pipe(z.string().min(1, 'is needed')) }),
    output: handOffView,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/api/v1/hand-offs/:id/propose',
    permission: 'write',
    summary: 'Propose a returned hand-off again.',
    ifMatch: true,
    params,
    output: handOffView,
  }),
};
