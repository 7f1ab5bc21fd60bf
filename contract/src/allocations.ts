import { allocationCertainties } from '@evenkeel/core/capacity/allocation';
import { clashKinds } from '@evenkeel/core/capacity/clash';
import type {
  AccountId,
  AllocationId,
  PersonId,
  ProjectId,
  RoleId,
  SkillId,
  TeamId,
} from '@evenkeel/core/id';
import { personKinds } from '@evenkeel/core/people/person';
import { projectStates } from '@evenkeel/core/projects/state';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  effortMinutes,
  id,
  instant,
  recordDate,
  reference,
  shortText,
  version,
} from './scalars.ts';
import { skillLevel } from './skills.ts';

const allocationId = id<AllocationId>();
const params = z.object({ id: allocationId });

/** Minutes of each working day, or a share of what the person can work that day. */
export const allocationEffort = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('day'),
    minutesPerDay: z.int().min(1, 'must be 1 or more').max(1_440, 'is more than a day has'),
  }),
  z.object({
    by: z.literal('share'),
    basisPoints: z.int().min(1, 'must be more than nothing').max(10_000, 'is more than all of it'),
  }),
]);

const fields = {
  projectId: id<ProjectId>(),
  personId: id<PersonId>().nullable().describe('Null for a placeholder.'),
  roleId: id<RoleId>()
    .nullable()
    .describe('A placeholder needs one; a person has one where it is not their own.'),
  skillIds: z.array(id<SkillId>()).max(20, 'are more than 20'),
  startOn: recordDate,
  endOn: recordDate,
  effort: allocationEffort,
  certainty: z.enum(allocationCertainties),
  note: shortText,
};

/** What a new allocation takes: a person or a role, a project, days and an effort. */
export const allocationDraft = z.object({
  ...fields,
  personId: fields.personId.default(null),
  roleId: fields.roleId.default(null),
  skillIds: fields.skillIds.default([]),
  certainty: fields.certainty.default('confirmed'),
  note: fields.note.default(''),
});
/** What a new allocation takes, whole. */
export type AllocationDraft = z.infer<typeof allocationDraft>;

/** What can be changed on an allocation: moving, stretching and handing over are changes of fields. */
export const allocationChange = z.object(fields).partial();

/** An allocation as the planner draws it: ids only, named by the lists that come with it. */
export const plannedAllocation = z.object({
  id: allocationId,
  version,
  ...fields,
  startOn: calendarDate,
  endOn: calendarDate,
  note: z.string(),
});
/** An allocation as the planner draws it. */
export type PlannedAllocation = z.infer<typeof plannedAllocation>;

const projectOf = z.object({
  id: id<ProjectId>(),
  number: z.int(),
  name: z.string(),
  kind: z.enum(projectKinds),
  state: z.enum(projectStates),
});

/** An allocation with the names of what it joins. */
export const allocationView = z.object({
  id: allocationId,
  version,
  project: projectOf,
  person: reference<PersonId>().nullable(),
  role: reference<RoleId>().nullable(),
  skills: z.array(reference<SkillId>()),
  startOn: calendarDate,
  endOn: calendarDate,
  effort: allocationEffort,
  certainty: z.enum(allocationCertainties),
  countsAs: z
    .enum(allocationCertainties)
    .nullable()
    .describe('Tentative while its project is not approved; null from today on once it is over.'),
  note: z.string(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
/** An allocation with the names of what it joins. */
export type AllocationView = z.infer<typeof allocationView>;

/** A stretch of days on which the plan for somebody does not hold, and what collides. */
export const clashView = z.object({
  person: reference<PersonId>(),
  kind: z.enum(clashKinds),
  from: calendarDate,
  to: calendarDate,
  days: z.int(),
  overMinutes: z.int().describe('Beyond capacity; on leave, what would have been worked.'),
  worstMinutes: z.int().describe('The most of it on one day.'),
  isTentative: z.boolean().describe('Only with tentative allocations; without them it would hold.'),
  allocations: z.array(
    z.object({
      id: allocationId,
      project: projectOf,
      certainty: z.enum(allocationCertainties),
      startOn: calendarDate,
      endOn: calendarDate,
      effort: allocationEffort,
    }),
  ),
});
/** A stretch of days on which the plan for somebody does not hold. */
export type ClashView = z.infer<typeof clashView>;

/** Somebody who could do some work, with the reasons for and against. */
export const freePersonView = z.object({
  person: reference<PersonId>(),
  kind: z.enum(personKinds),
  team: reference<TeamId>().nullable(),
  role: reference<RoleId>().nullable(),
  capacityMinutes: z.int(),
  confirmedMinutes: z.int(),
  tentativeMinutes: z.int(),
  freeMinutes: z.int(),
  hasRole: z.boolean(),
  isEnough: z.boolean().describe('Free for all the minutes that are asked for.'),
  skills: z.array(
    reference<SkillId>().extend({
      level: skillLevel.nullable(),
      wanted: skillLevel,
    }),
  ),
  missingCount: z.int().describe('Skills asked for that are not there at the level.'),
  projects: z
    .array(projectOf.extend({ minutes: z.int() }))
    .describe('What takes their hours in these days, the most first.'),
});
/** Somebody who could do some work. */
export type FreePersonView = z.infer<typeof freePersonView>;

const dayOff = z.object({
  from: calendarDate,
  to: calendarDate,
  kind: z.enum(['leave', 'holiday']),
  name: z.string(),
});

/** Everything the planner draws, over one window of days. */
export const plannerView = z.object({
  today: calendarDate,
  from: calendarDate,
  to: calendarDate,
  people: z.array(
    z.object({
      id: id<PersonId>(),
      name: z.string(),
      kind: z.enum(personKinds),
      teamId: id<TeamId>().nullable(),
      roleId: id<RoleId>().nullable(),
      joinedOn: calendarDate,
      leftOn: calendarDate.nullable(),
      skills: z.array(z.object({ id: id<SkillId>(), level: skillLevel })),
      capacity: z.array(z.int()).describe('Minutes of each day from the first to the last.'),
      daysOff: z.array(dayOff),
    }),
  ),
  firmCapacity: z
    .array(z.int())
    .describe('Minutes of each day of the firm’s calendar: what a placeholder works.'),
  teams: z.array(reference<TeamId>()),
  roles: z.array(reference<RoleId>()),
  skills: z.array(reference<SkillId>()),
  projects: z
    .array(
      projectOf.extend({
        account: reference<AccountId>().nullable(),
        startOn: calendarDate.nullable(),
        endOn: calendarDate.nullable(),
        priority: z.int(),
      }),
    )
    .describe('All that can be planned, and those of the allocations and hours shown.'),
  allocations: z.array(plannedAllocation),
  work: z
    .array(
      z.object({
        weekOn: calendarDate.describe('Its Monday.'),
        projectId: id<ProjectId>(),
        personId: id<PersonId>().nullable(),
        roleId: id<RoleId>().nullable(),
        estimatedMinutes: z.int().describe('Remaining work of tasks, from today on.'),
        loggedMinutes: z.int(),
      }),
    )
    .describe('What tasks ask of whom and what was logged, by week and project.'),
});
/** Everything the planner draws. */
export type PlannerView = z.infer<typeof plannerView>;

const allocationsWritten = z.object({ rows: z.array(allocationView) });

const one = z.discriminatedUnion('do', [
  z.object({ do: z.literal('create'), draft: allocationDraft }),
  z.object({ do: z.literal('update'), id: allocationId, version, change: allocationChange }),
  z.object({ do: z.literal('remove'), id: allocationId }),
  z.object({ do: z.literal('restore'), id: allocationId }),
]);

/** Skills with the level that is asked for: `?skills=<id>:3,<id>:2`. */
const wantedSkills = commaList(
  z
    .string()
    .regex(/^[0-9a-f-]{36}:[1-4]$/, 'must be an id, a colon and a level from 1 to 4')
    .transform((text) => ({
      // The pattern has checked both parts.
      skillId: text.slice(0, 36) as SkillId,
      level: Number(text.slice(37)) as 1 | 2 | 3 | 4,
    })),
);

const flag = z.enum(['true', 'false']);

/** Planned hours of people and placeholders on projects of either kind. */
export const allocations = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/allocations',
    permission: 'read',
    summary: 'Allocations that touch some days, by person, project, role or certainty.',
    query: listQuery(['startOn', 'endOn', 'person', 'project'], {
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      personId: commaList(id<PersonId>()).optional(),
      projectId: commaList(id<ProjectId>()).optional(),
      roleId: commaList(id<RoleId>()).optional(),
      certainty: z.enum(allocationCertainties).optional(),
      kind: z.enum(projectKinds).optional(),
      isPlaceholder: flag.optional(),
    }),
    output: page(allocationView),
  }),
  planner: endpoint({
    method: 'GET',
    path: '/api/v1/allocations/planner',
    permission: 'read',
    summary:
      'Everything the planner draws: people with capacity by day, allocations, and by week what tasks ask and what was logged.',
    query: z.object({ from: recordDate, to: recordDate }),
    output: plannerView,
  }),
  clashes: endpoint({
    method: 'GET',
    path: '/api/v1/allocations/clashes',
    permission: 'read',
    summary: 'Where the plan for somebody does not hold, and which allocations collide (U11).',
    query: z.object({
      from: recordDate.optional().describe('Today unless another day is named.'),
      to: recordDate.optional().describe('Half a year on unless another day is named.'),
      personId: commaList(id<PersonId>()).optional(),
      projectId: id<ProjectId>().optional().describe('Only what this project has a part in.'),
    }),
    output: z.object({ rows: z.array(clashView) }),
  }),
  freePeople: endpoint({
    method: 'GET',
    path: '/api/v1/allocations/free-people',
    permission: 'read',
    summary:
      'People by how well they fit some work and how much they have free, with the reasons. It never decides.',
    query: z.object({
      from: recordDate,
      to: recordDate,
      roleId: id<RoleId>().optional(),
      teamId: id<TeamId>().optional(),
      skills: wantedSkills.optional(),
      minutes: z.coerce.number().pipe(effortMinutes).default(0),
      tentative: z
        .enum(['counts', 'ignored'])
        .default('counts')
        .describe('Whether tentative allocations take hours as well.'),
    }),
    output: z.object({ rows: z.array(freePersonView) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/allocations/:id',
    permission: 'read',
    summary: 'One allocation.',
    params,
    output: allocationView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/allocations',
    permission: 'write',
    summary: 'Allocate a person, or a placeholder for a role, to a project.',
    body: allocationDraft,
    output: allocationView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/allocations/:id',
    permission: 'write',
    summary: 'Move, stretch, hand over or otherwise change an allocation.',
    ifMatch: true,
    params,
    body: allocationChange,
    output: allocationView,
  }),
  split: endpoint({
    method: 'POST',
    path: '/api/v1/allocations/:id/split',
    permission: 'write',
    summary: 'Make two of one: the second begins on the day. Both are answered, in order.',
    ifMatch: true,
    params,
    body: z.object({ onDay: recordDate }),
    output: allocationsWritten,
  }),
  fill: endpoint({
    method: 'POST',
    path: '/api/v1/allocations/:id/fill',
    permission: 'write',
    summary:
      'Put a person in the place of a placeholder, for all of it or some days; what is left stays a placeholder. The filled one is answered first.',
    ifMatch: true,
    params,
    body: z.object({
      personId: id<PersonId>(),
      from: recordDate.optional(),
      to: recordDate.optional(),
    }),
    output: allocationsWritten,
  }),
  bulk: endpoint({
    method: 'POST',
    path: '/api/v1/allocations/bulk',
    permission: 'write',
    summary:
      'Several changes at once, all or none; also how a split or a filling is taken back. What was removed is answered too.',
    body: z.object({ changes: z.array(one).min(1, 'are needed').max(500, 'are more than 500') }),
    output: allocationsWritten,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/allocations/:id',
    permission: 'write',
    summary: 'Move an allocation to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/allocations/:id/restore',
    permission: 'write',
    summary: 'Take an allocation out of the trash.',
    params,
    output: allocationView,
  }),
};
