import type { LevellingRunId, PersonId, ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint, page } from './endpoint.ts';
import { calendarDate, id, instant, reference, version } from './scalars.ts';

const runId = id<LevellingRunId>();
const params = z.object({ id: runId });

/** Where a levelling stands; `interrupted` is one whose server has gone. */
export const levellingStates = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'interrupted',
] as const;
/** Where a levelling stands. */
export type LevellingState = (typeof levellingStates)[number];

/** What became of a proposed change. */
export const proposalStates = ['open', 'accepted', 'taken-back'] as const;
/** What became of a proposed change. */
export type ProposalState = (typeof proposalStates)[number];

/** Why a task starts when it does. */
export const startReasonKinds = [
  'started',
  'pinned',
  'today',
  'not-before',
  'after',
  'person-busy',
  'role-busy',
  'away',
  'no-gain',
] as const;

const outcome = z.object({
  tasks: z.int().describe('Open tasks that were planned.'),
  moved: z.int().describe('Of them those that would get other days.'),
  lateBefore: z
    .int()
    .describe('Projects whose open work ends after the promised day, as planned now.'),
  lateAfter: z.int(),
  daysLateBefore: z.int().describe('Calendar days late, over all projects.'),
  daysLateAfter: z.int(),
  excessMinutesBefore: z.int().describe('Minutes that people are booked beyond what they have.'),
  excessMinutesAfter: z.int(),
  end: calendarDate.describe('When all open work would end.'),
  earliestEnd: calendarDate.describe('No plan can end all of it before.'),
  gapPercent: z
    .number()
    .describe('How much longer than any plan must it takes, in per cent at most.'),
  latenessAfter: z.number().describe('Days late times weight of the promise.'),
  latenessBound: z.number().describe('No plan can be below.'),
  isOptimal: z.boolean(),
  schedules: z.number().describe('Plans that were tried.'),
});
/** What a levelling came to, in figures. */
export type LevellingOutcome = z.infer<typeof outcome>;

/** A levelling as lists show it. */
export const levellingRow = z.object({
  id: runId,
  number: z.int(),
  version,
  state: z.enum(levellingStates),
  createdBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  seed: z.int().describe('The same seed, limit and work give the same plan.'),
  maxSchedules: z.int().describe('How many plans are tried at most.'),
  failure: z.string().nullable(),
  outcome: outcome.nullable(),
  acceptedCount: z.int(),
  isDiscarded: z.boolean(),
});
/** A levelling as lists show it. */
export type LevellingRow = z.infer<typeof levellingRow>;

const projectOutcome = z.object({
  project: reference<ProjectId>(),
  kind: z.enum(['client', 'initiative']),
  promisedOn: calendarDate.nullable(),
  endBefore: calendarDate.nullable(),
  endAfter: calendarDate,
  earliestEnd: calendarDate.describe('No plan can end it before, were it alone on the staff.'),
  daysLateBefore: z.int(),
  daysLateAfter: z.int(),
  movedTasks: z.int(),
});
/** When a project's open work ends, before and after, against what was promised. */
export type ProjectOutcomeView = z.infer<typeof projectOutcome>;

const personOutcome = z.object({
  person: reference<PersonId>(),
  excessMinutesBefore: z.int(),
  excessMinutesAfter: z.int(),
});
/** What a person is booked beyond capacity, before and after. */
export type PersonOutcomeView = z.infer<typeof personOutcome>;

/** A levelling with what it does to projects and people. */
export const levellingView = levellingRow.extend({
  progress: z
    .object({ schedules: z.int(), end: calendarDate.nullable(), isCancelled: z.boolean() })
    .nullable(),
  projects: z.array(projectOutcome),
  people: z.array(personOutcome),
  problemHash: z.string().nullable().describe('Of the work it was computed from (SHA-256).'),
  engineVersion: z.int(),
});
/** A levelling with what it does to projects and people. */
export type LevellingView = z.infer<typeof levellingView>;

/** One task with its days now and as proposed. */
export const levellingProposal = z.object({
  task: reference<TaskId>().extend({ number: z.int() }),
  project: reference<ProjectId>(),
  assignees: z.array(reference<PersonId>()),
  role: reference<RoleId>().nullable(),
  isMilestone: z.boolean(),
  startBefore: calendarDate.nullable(),
  dueBefore: calendarDate.nullable(),
  startOn: calendarDate,
  dueOn: calendarDate,
  isMoved: z.boolean(),
  reason: z.object({
    kind: z.enum(startReasonKinds),
    day: calendarDate.nullable(),
    isProjectStart: z.boolean(),
    person: reference<PersonId>().nullable(),
    role: reference<RoleId>().nullable(),
    tasks: z.array(reference<TaskId>()),
  }),
  gap: z
    .enum(['no-estimate', 'nobody', 'person-leaves'])
    .nullable()
    .describe(
      "Why it takes nobody's time: it has no estimate, or nobody who could do it; or why part of it does: one of its people has left by then.",
    ),
  state: z.enum(proposalStates),
  hasChanged: z.boolean().describe('Somebody changed the task since: it cannot be accepted.'),
});
/** One task with its days now and as proposed. */
export type LevellingProposal = z.infer<typeof levellingProposal>;

/** Levelling of all projects at once (PM-03, PM-08, U14). Nothing moves before somebody accepts. */
export const levelling = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/levelling-runs',
    permission: 'read',
    summary: 'Levellings, latest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().regex(/^\d+$/, 'must be a cursor of this list').optional(),
    }),
    output: page(levellingRow),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/levelling-runs',
    permission: 'manage',
    summary:
      'Level all committed projects on the people they share. It runs by itself; ask for it.',
    body: z
      .object({
        maxSchedules: z
          .int()
          .min(1)
          .max(200_000)
          .describe('Plans tried at most; 2,000 if left out.'),
        seed: z.int().min(0).max(2_147_483_647).describe('1 if left out.'),
      })
      .partial(),
    output: levellingView,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/levelling-runs/:id',
    permission: 'read',
    summary: 'One levelling: how far it is, or what it came to.',
    params,
    output: levellingView,
  }),
  proposals: endpoint({
    method: 'GET',
    path: '/api/v1/levelling-runs/:id/proposals',
    permission: 'read',
    summary: 'Each task with its days now and as proposed, and why it starts then.',
    params,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
      cursor: z.string().regex(/^\d+$/, 'must be a cursor of this list').optional(),
      isMoved: z.enum(['true', 'false']).optional(),
    }),
    output: page(levellingProposal),
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/levelling-runs/:id/cancel',
    permission: 'manage',
    summary: 'Stop a levelling; nothing of it is kept.',
    params,
    output: levellingView,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/v1/levelling-runs/:id/accept',
    permission: 'manage',
    summary: 'Give tasks their proposed days. Tasks that somebody changed since are left out.',
    params,
    body: z.object({
      taskIds: z
        .array(id<TaskId>())
        .max(20_000)
        .optional()
        .describe('Which tasks; all that move if left out.'),
    }),
    output: z.object({ run: levellingView, accepted: z.int(), changedSince: z.int() }),
  }),
  undo: endpoint({
    method: 'POST',
    path: '/api/v1/levelling-runs/:id/undo',
    permission: 'manage',
    summary: 'Give accepted tasks their former days back, where nobody changed them since.',
    params,
    output: z.object({ run: levellingView, takenBack: z.int(), changedSince: z.int() }),
  }),
  discard: endpoint({
    method: 'POST',
    path: '/api/v1/levelling-runs/:id/discard',
    permission: 'manage',
    summary: 'Put a levelling away, or take it up again.',
    params,
    body: z.object({ isDiscarded: z.boolean() }),
    output: levellingView,
  }),
};
