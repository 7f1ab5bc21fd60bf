import type {
  ChecklistItemId,
  PersonId,
  PhaseId,
  ProjectId,
  RecurrenceId,
  RoleId,
  TaskId,
} from '@evenkeel/core/id';
import { clientSides } from '@evenkeel/core/projects/client-side';
import { taskStates } from '@evenkeel/core/projects/task';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  effortMinutes,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';
import { taskScheduleFields, taskScheduleView } from './schedule-fields.ts';

const taskId = id<TaskId>();
const checklistItemId = id<ChecklistItemId>();
const params = z.object({ id: taskId });
const itemParams = z.object({ id: taskId, itemId: checklistItemId });

/** A small step of a task, ticked off. */
export const checklistItem = z.object({
  id: checklistItemId,
  version,
  name: z.string(),
  position: z.number(),
  isDone: z.boolean(),
});
/** A small step of a task. */
export type ChecklistItem = z.infer<typeof checklistItem>;

/** A task as lists and boards show it, with its estimate beside what was logged (U04). */
export const taskRow = z.object({
  id: taskId,
  number: z.int(),
  version,
  project: z.object({ id: id<ProjectId>(), name: z.string(), kind: z.enum(projectKinds) }),
  phaseId: id<PhaseId>().nullable(),
  name: z.string(),
  position: z.number(),
  state: z.enum(taskStates),
  role: reference<RoleId>().nullable(),
  estimateMinutes: effortMinutes.nullable(),
  optimisticMinutes: effortMinutes.nullable().describe('Effort if all goes well.'),
  pessimisticMinutes: effortMinutes.nullable().describe('Effort if much goes wrong.'),
  loggedMinutes: z.int(),
  startOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  isMilestone: z.boolean(),
  isClientVisible: z.boolean().describe('Whether the client sees it; its day is then a promise.'),
  side: z.enum(clientSides).describe('Who is to do it: the firm, or the client.'),
  parentId: taskId.nullable(),
  assignees: z
    .array(reference<PersonId>().extend({ units: z.int() }))
    .describe('Who does it, each with the share of their time in basis points (PM-07).'),
  subTasks: z
    .object({
      taskCount: z.int(),
      doneCount: z.int(),
      estimateMinutes: z.int(),
      loggedMinutes: z.int(),
    })
    .nullable()
    .describe('What stands below it, leaves only; its own estimate then counts no more.'),
  checklistCount: z.int(),
  checklistDoneCount: z.int(),
  waitsFor: z.array(reference<TaskId>()).describe('Predecessors that are not done.'),
  recurrenceId: id<RecurrenceId>().nullable().describe('It comes again by this (U20).'),
  startsTooEarly: z.boolean().describe('Its dates break a dependency (PM-08).'),
  ...taskScheduleView.shape,
});
/** A task as lists and boards show it. */
export type TaskRow = z.infer<typeof taskRow>;

/** A task with everything on it. */
export const taskView = taskRow.extend({
  notes: z.string(),
  acceptance: z.string().describe('What must have happened for it to count as done (PM-06).'),
  parents: z.array(reference<TaskId>()).describe('What it is part of, the topmost first.'),
  checklist: z.array(checklistItem),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
/** A task with everything on it. */
export type TaskView = z.infer<typeof taskView>;

const position = z.number().min(-1e12).max(1e12);
const fields = {
  name: recordName,
  notes: longText,
  phaseId: id<PhaseId>().nullable(),
  position,
  state: z.enum(taskStates),
  roleId: id<RoleId>().nullable(),
  estimateMinutes: effortMinutes.nullable(),
  optimisticMinutes: effortMinutes.nullable().describe('At most the estimate.'),
  pessimisticMinutes: effortMinutes.nullable().describe('At least the estimate.'),
  startOn: recordDate.nullable(),
  dueOn: recordDate.nullable(),
  isMilestone: z.boolean(),
  isClientVisible: z.boolean(),
  side: z.enum(clientSides),
  parentId: taskId.nullable().describe('The task it is part of, in the same project.'),
  acceptance: longText,
  ...taskScheduleFields,
};
const itemFields = { name: recordName, position, isDone: z.boolean() };
const assigneeIds = z.array(id<PersonId>()).max(50);

/** Who does a task, each with the share of their time in basis points, from one per cent to all of it. */
export const taskShares = z
  .array(z.object({ personId: id<PersonId>(), units: z.int().min(100).max(10_000) }))
  .max(50)
  .refine(
    (shares) => new Set(shares.map(({ personId }) => personId)).size === shares.length,
    'each person stands here once',
  );

/** What a new task takes; it stands after the others unless a position is named. */
export const taskDraft = z
  .object({ ...fields, assigneeIds })
  .partial()
  .extend({ projectId: id<ProjectId>(), name: recordName });
/** What can be changed on a task. */
export const taskChange = z.object(fields).partial();

/** One change for many tasks; `shiftDays` moves their dates by calendar days, back when negative. */
export const bulkChange = z
  .object({
    state: z.enum(taskStates),
    phaseId: id<PhaseId>().nullable(),
    roleId: id<RoleId>().nullable(),
    shiftDays: z.int().min(-3_660).max(3_660),
    startOn: recordDate.nullable(),
    dueOn: recordDate.nullable(),
    addAssigneeId: id<PersonId>(),
    removeAssigneeId: id<PersonId>(),
    isClientVisible: z.boolean(),
  })
  .partial();

/** Somebody, or whoever asks. */
const personOrMe = z.union([z.literal('me'), id<PersonId>()]);

/** Units of work, of client projects and initiatives alike. */
export const tasks = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/tasks',
    permission: 'read',
    summary: 'Tasks of both kinds of work; `personId=me` for your own.',
    query: listQuery(['position', 'dueOn', 'startOn', 'number', 'name', 'project', 'state'], {
      projectId: commaList(id<ProjectId>()).optional(),
      kind: z.enum(projectKinds).optional(),
      personId: commaList(personOrMe).optional(),
      roleId: commaList(id<RoleId>()).optional(),
      state: commaList(z.enum(taskStates)).optional(),
      dueFrom: calendarDate.optional(),
      dueTo: calendarDate.optional(),
      isMilestone: z.enum(['true', 'false']).optional(),
      parentId: commaList(taskId).optional().describe('Only parts of these tasks.'),
      projects: z
        .enum(['all', 'committed'])
        .default('all')
        .describe('Only tasks of projects that are approved or executing.'),
    }),
    output: page(taskRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/tasks/:id',
    permission: 'read',
    summary: 'One task.',
    params,
    output: taskView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/tasks',
    permission: 'write',
    summary: 'Add a task to a project.',
    body: taskDraft,
    output: taskView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/tasks/:id',
    permission: 'write',
    summary: 'Change fields of a task.',
    ifMatch: true,
    params,
    body: taskChange,
    output: taskView,
  }),
  setAssignees: endpoint({
    method: 'PUT',
    path: '/api/v1/tasks/:id/assignees',
    permission: 'write',
    summary:
      'Say who does the task: people alone, who keep their shares of time, or people with shares.',
    params,
    body: z.union([z.object({ personIds: assigneeIds }), z.object({ shares: taskShares })]),
    output: taskView,
  }),
  bulk: endpoint({
    method: 'POST',
    path: '/api/v1/tasks/bulk',
    permission: 'write',
    summary: 'Change many tasks at once: all or none.',
    body: z.object({ ids: z.array(taskId).min(1).max(500), change: bulkChange }),
    output: z.object({ rows: z.array(taskRow) }),
  }),
  changes: endpoint({
    method: 'POST',
    path: '/api/v1/tasks/changes',
    permission: 'write',
    summary: 'Change many tasks, each in its own way: all or none. What undoing a bulk edit calls.',
    body: z.object({
      changes: z
        .array(z.object({ id: taskId, change: z.object({ ...fields, assigneeIds }).partial() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ rows: z.array(taskRow) }),
  }),
  addChecklistItem: endpoint({
    method: 'POST',
    path: '/api/v1/tasks/:id/checklist',
    permission: 'write',
    summary: 'Add a step to the checklist of a task, after the others unless a position is named.',
    params,
    body: z.object(itemFields).partial().required({ name: true }),
    output: checklistItem,
  }),
  updateChecklistItem: endpoint({
    method: 'PATCH',
    path: '/api/v1/tasks/:id/checklist/:itemId',
    permission: 'write',
    summary: 'Change a step of a checklist, or tick it off.',
    params: itemParams,
    body: z.object(itemFields).partial(),
    output: checklistItem,
  }),
  removeChecklistItem: endpoint({
    method: 'DELETE',
    path: '/api/v1/tasks/:id/checklist/:itemId',
    permission: 'write',
    summary: 'Remove a step from a checklist.',
    params: itemParams,
    output: done,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/tasks/:id',
    permission: 'write',
    summary: 'Move a task with its sub-tasks to the trash, where they stay for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/tasks/:id/restore',
    permission: 'write',
    summary: 'Take a task out of the trash, with the sub-tasks that went there with it.',
    params,
    output: taskView,
  }),
};
