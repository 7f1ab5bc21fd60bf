import { traceEnds } from '@evenkeel/core/decisions/date-trace';
import { effectAreas, effectFields } from '@evenkeel/core/decisions/effects';
import type { AccountId, DecisionId, Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { promiseChannels } from '@evenkeel/core/promises/promise';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const decisionId = id<DecisionId>();

/** What could be chosen, and what was. */
export const decisionOption = z.object({
  name: recordName,
  note: longText.default(''),
  isChosen: z.boolean().default(false),
});

/** A field before and after everything that a decision caused. */
export const effectView = z.object({
  area: z.enum(effectAreas),
  subject: z.object({
    kind: z.enum(['task', 'client-project', 'initiative']),
    id: id<Id<string>>(),
  }),
  name: z.string(),
  field: z.enum(effectFields),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
});
/** A field before and after everything that a decision caused. */
export type EffectView = z.infer<typeof effectView>;

/** A decision as lists show it (CL-09). */
export const decisionRow = z.object({
  id: decisionId,
  number: z.int(),
  version,
  project: z.object({
    id: id<ProjectId>(),
    name: z.string(),
    kind: z.enum(['client', 'initiative']),
  }),
  account: reference<AccountId>().nullable(),
  title: z.string(),
  chosen: z.string().nullable(),
  decidedOn: calendarDate,
  decidedBy: z.array(z.string()),
  shownAt: instant.nullable().describe('From when on the client sees it.'),
  acknowledgedAt: instant.nullable(),
});
/** A decision as lists show it. */
export type DecisionRow = z.infer<typeof decisionRow>;

/** A decision with its options, its reasons, and what it changed (B10). */
export const decisionView = decisionRow.extend({
  rationale: z.string(),
  options: z.array(z.object({ name: z.string(), note: z.string(), isChosen: z.boolean() })),
  madeBy: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  effects: z.array(effectView),
});
/** A decision with its options, its reasons, and what it changed. */
export type DecisionView = z.infer<typeof decisionView>;

/** Writes of one transaction on a project, which a decision may have caused. */
export const projectWrite = z.object({
  changeId: z
    .string()
    .regex(/^\d{1,19}$/)
    .describe('Names the transaction.'),
  at: instant,
  by: z.string().nullable(),
  effects: z.array(effectView),
  decision: z.object({ id: decisionId, title: z.string() }).nullable(),
});
/** Writes of one transaction on a project. */
export type ProjectWrite = z.infer<typeof projectWrite>;

/** Why a date is what it is: the way back to what it stands on. */
export const dateTraceView = z.object({
  day: calendarDate.nullable(),
  through: reference<TaskId>()
    .nullable()
    .describe('The last task, with which a project ends that has no end of its own.'),
  end: z.enum(traceEnds),
  steps: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      from: calendarDate.nullable(),
      to: calendarDate.nullable(),
      isCreation: z.boolean(),
      anchor: z
        .object({ kind: z.enum(subjectKinds), id: id<Id<string>>(), name: z.string() })
        .nullable(),
    }),
  ),
  promise: z
    .object({ day: calendarDate, channel: z.enum(promiseChannels), toldAt: instant })
    .nullable()
    .describe('What the client was told of this date.'),
});
/** Why a date is what it is. */
export type DateTraceView = z.infer<typeof dateTraceView>;

const fields = {
  title: recordName,
  rationale: longText,
  options: z.array(decisionOption).max(20),
  decidedOn: recordDate,
  decidedBy: z.array(shortText.min(1)).max(20),
  isShown: z.boolean().describe('Whether the client sees it; once acknowledged it stays shown.'),
};
const params = z.object({ id: decisionId });

/** Decisions, who made them and why, and what they changed. */
export const decisions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/decisions',
    permission: 'read',
    summary: 'Decisions of a project, an account or the firm, the latest first.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
    }),
    output: z.object({ rows: z.array(decisionRow) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/decisions/:id',
    permission: 'read',
    summary: 'One decision, with what it changed in schedule, scope and money.',
    params,
    output: decisionView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/decisions',
    permission: 'write',
    summary: 'Write down a decision.',
    body: z.object(fields).partial().extend({ projectId: id<ProjectId>(), title: recordName }),
    output: decisionView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/decisions/:id',
    permission: 'write',
    summary: 'Change a decision; what the client has acknowledged stays as they read it.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: decisionView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/decisions/:id',
    permission: 'write',
    summary: 'Delete a decision that no client has seen.',
    params,
    output: done,
  }),
  writes: endpoint({
    method: 'GET',
    path: '/api/v1/decisions/:id/writes',
    permission: 'read',
    summary: 'Changes to the plan and the price of its project, which it may have caused.',
    params,
    output: z.object({ rows: z.array(projectWrite) }),
  }),
  setWrites: endpoint({
    method: 'PUT',
    path: '/api/v1/decisions/:id/writes',
    permission: 'write',
    summary: 'Say which changes it caused: before and after follow from the change record.',
    params,
    body: z.object({ changeIds: z.array(z.string().regex(/^\d{1,19}$/)).max(200) }),
    output: decisionView,
  }),
  why: endpoint({
    method: 'GET',
    path: '/api/v1/date-traces',
    permission: 'read',
    summary:
      'Why is this date the 12th of May? Back to a decision, an accepted change or notice, a hand-off or the first plan.',
    query: z.object({
      kind: z.enum(['task', 'client-project', 'initiative']),
      id: id<Id<string>>(),
    }),
    output: dateTraceView,
  }),
};
