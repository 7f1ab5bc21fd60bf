import { originSources } from '@evenkeel/core/deals/hand-off';
import type {
  AccountId,
  CalendarId,
  DealId,
  Id,
  MemberId,
  PersonId,
  PhaseId,
  ProjectId,
  TeamId,
  TemplateId,
} from '@evenkeel/core/id';
import { healths } from '@evenkeel/core/projects/health';
import { initiativeCategories, novelties } from '@evenkeel/core/projects/initiative-category';
import { scheduleEnds } from '@evenkeel/core/projects/schedule-plan';
import { clientProjectStates, projectStates } from '@evenkeel/core/projects/state';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { latestHealth } from './project-people.ts';
import {
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
import { templateName } from './templates.ts';

const projectId = id<ProjectId>();
const params = z.object({ id: projectId });
const phaseParams = z.object({ id: projectId, phaseId: id<PhaseId>() });

/** What the tasks and time entries of a project add up to. Milestones count as tasks. */
export const projectFigures = z.object({
  taskCount: z.int(),
  doneCount: z.int(),
  overdueCount: z.int(),
  estimateMinutes: z.int(),
  loggedMinutes: z.int(),
  p80On: calendarDate
    .nullable()
    .describe('Done by then in four of five cases; null without a forecast.'),
});

const sharedRow = {
  id: projectId,
  number: z.int(),
  version,
  name: z.string(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  owner: reference<PersonId>().nullable(),
  projectManager: reference<PersonId>().nullable(),
  budgetOwner: reference<PersonId>().nullable(),
  team: reference<TeamId>().nullable(),
  budget: minorUnits.nullable(),
  priority: z.int(),
  figures: projectFigures,
  health: latestHealth.nullable(),
};

const clientRow = {
  ...sharedRow,
  kind: z.literal('client'),
  state: z.enum(clientProjectStates),
  account: reference<AccountId>().nullable(),
  deal: reference<DealId>().nullable(),
  price: minorUnits.nullable(),
};

const initiativeRow = {
  ...sharedRow,
  kind: z.literal('initiative'),
  state: z.enum(projectStates),
  category: z.enum(initiativeCategories).nullable(),
  promisedWeeklyMinutes: effortMinutes,
};

/** A project as lists show it: one of two named kinds, never one with a tag (ST-01, ST-02). */
export const projectRow = z.discriminatedUnion('kind', [
  z.object(clientRow),
  z.object(initiativeRow),
]);
/** A project as lists show it. */
export type ProjectRow = z.infer<typeof projectRow>;

/** A stretch of a project. */
export const phaseView = z.object({
  id: id<PhaseId>(),
  version,
  name: z.string(),
  position: z.int(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
});
/** A stretch of a project. */
export type PhaseView = z.infer<typeof phaseView>;

const whole = {
  purpose: z.string(),
  scope: z.string(),
  notes: z.string(),
  stateReason: z.string(),
  template: reference<TemplateId>().nullable(),
  phases: z.array(phaseView),
  createdAt: instant,
  deletedAt: instant.nullable(),
};

/** A client project with everything on it. */
export const clientProjectView = z.object({ ...clientRow, ...whole });
/** A client project with everything on it. */
export type ClientProjectView = z.infer<typeof clientProjectView>;

/** An initiative with everything on it but its strategy. */
export const initiativeProjectView = z.object({
  ...initiativeRow,
  ...whole,
  businessNeed: z.string(),
  expectedBenefit: z.string(),
});

/** A project of either kind with everything on it. */
export const projectView = z.discriminatedUnion('kind', [clientProjectView, initiativeProjectView]);
/** A project of either kind with everything on it. */
export type ProjectView = z.infer<typeof projectView>;

const sharedFields = {
  name: recordName,
  purpose: longText,
  scope: longText,
  notes: longText,
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
  ownerId: id<PersonId>().nullable(),
  projectManagerId: id<PersonId>().nullable(),
  budgetOwnerId: id<PersonId>().nullable(),
  teamId: id<TeamId>().nullable(),
  budget: givenAmount.nullable(),
  priority: z.int().min(1).max(5).describe('1 goes first.'),
  calendarId: id<CalendarId>().nullable().describe('Its own working days; else those of the firm.'),
  scheduleFrom: z.enum(scheduleEnds).describe('Counted from its start, or back from its end.'),
  honoursConstraints: z
    .boolean()
    .describe('Days of constraints hold against links; else links win.'),
  statusOn: recordDate.nullable().describe('Work that is not done lies on or after this day.'),
};
const clientFields = {
  ...sharedFields,
  accountId: id<AccountId>().nullable(),
  price: givenAmount.nullable(),
};

/** A score that people give, from 1 to 10. */
export const givenScore = z.int().min(1, 'is 1 at least').max(10, 'is 10 at most');

/** Where an initiative stands among the others: in the views of ST-40 and in the ranking. */
export const initiativePlace = {
  horizon: z.int().min(1).max(3).nullable().describe("1 today's business, 3 what may come."),
  market: z.enum(novelties).nullable().describe('Ansoff: a market we have, or a new one.'),
  offering: z.enum(novelties).nullable().describe('Ansoff: an offering we have, or a new one.'),
  valueScore: givenScore.nullable(),
  effortScore: givenScore.nullable().describe('1 is little effort, 10 very much.'),
  isCasePublished: z.boolean().describe('Whether the one-page case is shown to all staff.'),
};

const initiativeFields = {
  ...sharedFields,
  category: z.enum(initiativeCategories).nullable(),
  businessNeed: longText,
  expectedBenefit: longText,
  promisedWeeklyMinutes: effortMinutes,
  ...initiativePlace,
};
const kindOf = <Kind extends string>(kind: Kind) => ({
  kind: z.literal(kind),
  templateId: id<TemplateId>().nullable().default(null),
});

/** What a new project takes; with a template it gets its phases and tasks, laid over its dates. */
export const projectDraft = z.discriminatedUnion('kind', [
  z.object(clientFields).partial().required({ name: true }).extend(kindOf('client')),
  z.object(initiativeFields).partial().required({ name: true }).extend(kindOf('initiative')),
]);
/** What can be changed on a client project. */
export const clientProjectChange = z.strictObject(clientFields).partial();
/** What can be changed on an initiative, beside its goals. */
export const initiativeProjectChange = z.strictObject(initiativeFields).partial();
/** What can be changed on a project; the kind is said so that the fields fit it. */
export const projectChange = z.discriminatedUnion('kind', [
  clientProjectChange.extend({ kind: z.literal('client') }),
  initiativeProjectChange.extend({ kind: z.literal('initiative') }),
]);

const phaseFields = {
  name: templateName,
  position: z.int().min(0).max(10_000),
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
};

/** Where one field of a project came from, and what it says now (B09). */
export const originView = z.object({
  id: id<Id<'origin'>>(),
  subject: z.enum(['project', 'phase', 'task']),
  subjectId: z.string(),
  subjectName: z.string(),
  field: z.string(),
  source: z.enum(originSources),
  sourceId: z.string().nullable(),
  sourceName: z.string().nullable(),
  sourceField: z.string(),
  value: z.union([z.string(), z.number()]).nullable().describe('As it was handed off, in words.'),
  current: z.union([z.string(), z.number()]).nullable().describe('As it is now, in words.'),
  isChanged: z.boolean(),
  confirmedBy: reference<MemberId>().nullable(),
  at: instant,
});
/** Where one field of a project came from. */
export type OriginView = z.infer<typeof originView>;

/** Client projects and initiatives: two named kinds with one shared core. */
export const projects = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/projects',
    permission: 'read',
    summary: 'Client projects and initiatives.',
    query: listQuery(['number', 'name', 'state', 'startOn', 'endOn', 'account', 'priority'], {
      kind: z.enum(projectKinds).optional(),
      state: commaList(z.enum(projectStates)).optional(),
      accountId: commaList(id<AccountId>()).optional(),
      dealId: commaList(id<DealId>()).optional(),
      ownerId: commaList(id<PersonId>()).optional(),
      projectManagerId: commaList(id<PersonId>()).optional(),
      teamId: commaList(id<TeamId>()).optional(),
      health: commaList(z.enum(healths)).optional().describe('By what was said of it last.'),
    }),
    output: page(projectRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id',
    permission: 'read',
    summary: 'One project with its phases.',
    params,
    output: projectView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/projects',
    permission: 'write',
    summary: 'Add a client project (approved) or an initiative (considered).',
    body: projectDraft,
    output: projectView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/projects/:id',
    permission: 'write',
    summary: 'Change fields of a project.',
    ifMatch: true,
    params,
    body: projectChange,
    output: projectView,
  }),
  changeState: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/state',
    permission: 'write',
    summary: 'Move a project along the funnel; shelved and rejected need a reason (ST-39).',
    ifMatch: true,
    params,
    body: z.object({ state: z.enum(projectStates), reason: shortText.default('') }),
    output: projectView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/projects/:id',
    permission: 'write',
    summary: 'Move a project to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/restore',
    permission: 'write',
    summary: 'Take a project out of the trash.',
    params,
    output: projectView,
  }),
  addPhase: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/phases',
    permission: 'write',
    summary: 'Add a phase, after the others unless a position is named.',
    params,
    body: z.object(phaseFields).partial().required({ name: true }),
    output: phaseView,
  }),
  updatePhase: endpoint({
    method: 'PATCH',
    path: '/api/v1/projects/:id/phases/:phaseId',
    permission: 'write',
    summary: 'Change a phase.',
    ifMatch: true,
    params: phaseParams,
    body: z.object(phaseFields).partial(),
    output: phaseView,
  }),
  removePhase: endpoint({
    method: 'DELETE',
    path: '/api/v1/projects/:id/phases/:phaseId',
    permission: 'write',
    summary: 'Remove a phase that has no tasks.',
    params: phaseParams,
    output: done,
  }),
  origins: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/origins',
    permission: 'read',
    summary: 'Where each field of a project came from, and what has changed since (B09).',
    params,
    output: z.object({ rows: z.array(originView) }),
  }),
  copy: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/copy',
    permission: 'write',
    summary:
      'Add a project with the plan of this one: nothing done, nothing logged, its days moved to the new start in weekdays (U21).',
    params,
    body: z.object({
      name: recordName,
      startOn: recordDate.nullable().describe('Without it the copy has no dates.'),
      withPeople: z.boolean().default(false).describe('Puts the same people on the same tasks.'),
    }),
    output: projectView,
  }),
  saveAsTemplate: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/template',
    permission: 'manage',
    summary: 'Make a template from the phases and tasks of a project, with relative dates (U21).',
    params,
    body: z.object({ name: templateName }),
    output: reference<TemplateId>(),
  }),
};
