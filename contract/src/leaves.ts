import { leaveStates, leaveSteps } from '@evenkeel/core/capacity/leave';
import type { Id, LeaveId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, done, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, recordDate, reference, shortText, version } from './scalars.ts';

/** Days off of a person, asked for, approved or refused. Only what is approved takes capacity (U14). */
export const leaveView = z.object({
  id: id<LeaveId>(),
  version,
  person: reference<PersonId>(),
  startOn: calendarDate,
  endOn: calendarDate,
  isHalf: z.boolean().describe('Half of each of the days.'),
  note: z.string(),
  state: z.enum(leaveStates),
  requestedBy: z.string().nullable().describe('Name of who asked, or said it.'),
  decidedBy: z.string().nullable().describe('Name of who approved or refused it.'),
  decidedAt: instant.nullable(),
  reason: z.string().describe('Why it was refused.'),
  canDecide: z.boolean(),
  canChange: z.boolean(),
});
/** Days off of a person. */
export type LeaveView = z.infer<typeof leaveView>;

/** What a leave does to work: what lies on its days. */
export const leaveEffects = z.object({
  capacityMinutes: z.int().describe('What the person could work on those days without this leave.'),
  tasks: z.array(
    z.object({
      id: id<TaskId>(),
      name: z.string(),
      project: reference<ProjectId>(),
      startOn: calendarDate.nullable(),
      dueOn: calendarDate.nullable(),
    }),
  ),
  allocations: z.array(
    z.object({
      id: id<Id<'allocation'>>(),
      project: reference<ProjectId>(),
      startOn: calendarDate,
      endOn: calendarDate,
      certainty: z.enum(['tentative', 'confirmed']),
      minutes: z.int().describe('Planned on the days of the leave, as if it were not there.'),
    }),
  ),
  away: z
    .array(z.object({ person: reference<PersonId>(), startOn: calendarDate, endOn: calendarDate }))
    .describe('Others of the team with approved leave on the same days.'),
});
/** What a leave does to work. */
export type LeaveEffects = z.infer<typeof leaveEffects>;

const fields = { startOn: recordDate, endOn: recordDate, isHalf: z.boolean(), note: shortText };
const params = z.object({ id: id<LeaveId>() });

/** What a new leave takes: one day unless a last one is named. */
export const leaveDraft = z
  .object(fields)
  .partial({ note: true, endOn: true, isHalf: true })
  .extend({ personId: id<PersonId>() });

/** Leave of the firm's people: asked for, decided on; the schedule moves by what is approved. */
export const leaves = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/leaves',
    permission: 'read',
    summary: 'Leave by day. What is not approved is seen by whose it is and by who decides.',
    query: z.object({
      personId: commaList(id<PersonId>()).optional(),
      state: commaList(z.enum(leaveStates)).optional(),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
    }),
    output: z.object({ rows: z.array(leaveView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/leaves',
    permission: 'write',
    summary: 'Ask for leave of your own; said by a manager it is approved, and tasks move.',
    body: leaveDraft,
    output: leaveView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/leaves/:id',
    permission: 'write',
    summary: 'Change a leave; your own waits for approval again.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: leaveView,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/leaves/:id/decision',
    permission: 'write',
    summary: 'Approve, refuse or open again: managers, and the manager of the person.',
    ifMatch: true,
    params,
    body: z.object({ step: z.enum(leaveSteps), reason: shortText.optional() }),
    output: leaveView,
  }),
  effects: endpoint({
    method: 'GET',
    path: '/api/v1/leaves/:id/effects',
    permission: 'read',
    summary: 'Tasks, allocations and colleagues on the days of a leave.',
    params,
    output: leaveEffects,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/leaves/:id',
    permission: 'write',
    summary: 'Take a leave back.',
    params,
    output: done,
  }),
};
