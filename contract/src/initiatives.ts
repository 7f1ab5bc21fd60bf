import type { GoalId, PersonId, ProjectId, TeamId, TemplateId } from '@evenkeel/core/id';
import { healths } from '@evenkeel/core/projects/health';
import { initiativeCategories } from '@evenkeel/core/projects/initiative-category';
import { projectStates } from '@evenkeel/core/projects/state';
import {
  initiativeCriteria,
  testedFields,
  workClasses,
} from '@evenkeel/core/strategy/initiative-test';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { latestHealth } from './project-people.ts';
import { initiativePlace } from './projects.ts';
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

const initiativeId = id<ProjectId>();
const params = z.object({ id: initiativeId });

/** How much an initiative helps a goal: from strongly hurts (-2) to strongly helps (2). */
const strength = z.int().min(-2).max(2);

/** The verdict of the initiative-or-goal test, computed anew on every read (B04). */
const testView = z.object({
  criteria: z.array(
    z.object({
      criterion: z.enum(initiativeCriteria),
      isMet: z.boolean(),
      missing: z.array(z.object({ field: z.enum(testedFields), message: z.string() })),
    }),
  ),
  metCount: z.int().min(0).max(5),
  class: z.enum(workClasses),
});

/** An initiative as lists show it. */
export const initiativeRow = z.object({
  id: initiativeId,
  number: z.int(),
  version,
  name: z.string(),
  state: z.enum(projectStates),
  stateReason: z.string().describe('Why it is shelved or rejected.'),
  category: z.enum(initiativeCategories).nullable(),
  owner: reference<PersonId>().nullable().describe('The leader, who answers for it.'),
  projectManager: reference<PersonId>().nullable(),
  team: reference<TeamId>().nullable(),
  budget: minorUnits.nullable(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  priority: z.int().describe('1 goes first, 5 last.'),
  promisedWeeklyMinutes: z.int(),
  promisedMinutes: z
    .int()
    .nullable()
    .describe('Promised from its start up to today; null unless it is approved or executing.'),
  loggedMinutes: z.int(),
  estimatedMinutes: z.int(),
  p80On: calendarDate
    .nullable()
    .describe('Done by then in four of five cases; null without a forecast.'),
  ...initiativePlace,
  health: latestHealth.nullable(),
  goals: z.array(z.object({ id: id<GoalId>(), number: z.int(), name: z.string(), strength })),
  test: testView,
});
export type InitiativeRow = z.infer<typeof initiativeRow>;

/** An initiative with everything on it. */
export const initiativeView = initiativeRow.extend({
  purpose: z.string(),
  scope: z.string(),
  businessNeed: z.string(),
  expectedBenefit: z.string(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type InitiativeView = z.infer<typeof initiativeView>;

const fields = {
  name: recordName,
  purpose: longText,
  scope: longText,
  businessNeed: longText,
  expectedBenefit: longText,
  category: z.enum(initiativeCategories).nullable(),
  ownerId: id<PersonId>().nullable(),
  projectManagerId: id<PersonId>().nullable(),
  teamId: id<TeamId>().nullable(),
  budget: givenAmount.nullable(),
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
  promisedWeeklyMinutes: effortMinutes,
  priority: z.int().min(1).max(5),
  ...initiativePlace,
};

/** A goal that an initiative serves, and how much. */
export const goalLink = z.object({ goalId: id<GoalId>(), strength });
export type GoalLink = z.infer<typeof goalLink>;
const goalLinks = z.array(goalLink).max(50);

/** What a new initiative takes; it begins as considered. */
export const initiativeDraft = z
  .object({ ...fields, goals: goalLinks, templateId: id<TemplateId>().nullable() })
  .partial()
  .required({ name: true });
/** What can be changed on an initiative; its state changes by `move`, its goals by `setGoals`. */
export const initiativeChange = z.object(fields).partial();
export type InitiativeChange = z.infer<typeof initiativeChange>;

export const initiatives = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/initiatives',
    permission: 'read',
    summary: 'Initiatives with their goals, the initiative-or-goal test and their hours.',
    query: listQuery(
      ['number', 'name', 'state', 'owner', 'team', 'budget', 'startOn', 'endOn', 'priority'],
      {
        state: commaList(z.enum(projectStates)).optional(),
        goalId: commaList(id<GoalId>()).optional(),
        hasGoal: z.enum(['true', 'false']).optional(),
        health: commaList(z.enum(healths)).optional().describe('By what was said of it last.'),
      },
    ),
    output: page(initiativeRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/initiatives/:id',
    permission: 'read',
    summary: 'One initiative.',
    params,
    output: initiativeView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/initiatives',
    permission: 'write',
    summary: 'Add an initiative to those considered, under the goals it is to serve.',
    body: initiativeDraft,
    output: initiativeView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/initiatives/:id',
    permission: 'write',
    summary: 'Change fields of an initiative; the test is computed anew.',
    ifMatch: true,
    params,
    body: initiativeChange,
    output: initiativeView,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/v1/initiatives/:id/move',
    permission: 'write',
    summary:
      'Move an initiative through the funnel. Approval takes a manager, three of the five criteria and a goal (ST-03); shelving and rejecting take a reason (ST-39).',
    ifMatch: true,
    params,
    body: z.object({ state: z.enum(projectStates), reason: shortText.default('') }),
    output: initiativeView,
  }),
  setGoals: endpoint({
    method: 'PUT',
    path: '/api/v1/initiatives/:id/goals',
    permission: 'write',
    summary: 'Say which goals an initiative serves or hurts, and how much.',
    params,
    body: z.object({ goals: goalLinks }),
    output: initiativeView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/initiatives/:id',
    permission: 'write',
    summary: 'Move an initiative to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/initiatives/:id/restore',
    permission: 'write',
    summary: 'Take an initiative out of the trash.',
    params,
    output: initiativeView,
  }),
};
