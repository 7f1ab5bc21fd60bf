import { customFieldTypes } from '@evenkeel/core/custom-field';
import type { AccountId, CustomFieldId, ImportId, PersonId, ProjectId } from '@evenkeel/core/id';
import { dateOrders } from '@evenkeel/core/imports/date-order';
import { decimalMarks } from '@evenkeel/core/imports/number-format';
import { choiceActions } from '@evenkeel/core/imports/problem';
import { effortUnits } from '@evenkeel/core/imports/task-columns';
import { taskListFormats } from '@evenkeel/core/imports/task-list';
import { taskProblemCodes } from '@evenkeel/core/imports/task-notes';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { dateInference, decimalInference } from './column-inference.ts';
import { endpoint, page } from './endpoint.ts';
import { importChoice, importProgress, importStates } from './imports.ts';
import { calendarDate, id, instant, reference, version } from './scalars.ts';
import { taskListCounts, taskListReport } from './task-list-report.ts';

/** Largest file of tasks, in bytes. */
export const largestTaskFile = 50 * 1024 * 1024;

/** Most tasks that one file may hold. */
export const mostListedTasks = 20_000;

const importId = id<ImportId>();
const params = z.object({ id: importId });

/** How one column of a CSV goes in; null where it is left out, or a format is still to be chosen. */
export const taskColumnMapping = z.object({
  field: z
    .string()
    .max(60)
    .nullable()
    .describe("A field of tasks, the id of one of the firm's own, or null: left out."),
  dateOrder: z.enum(dateOrders).nullable(),
  unit: z.enum(effortUnits).nullable(),
  decimalMark: z
    .enum(decimalMarks)
    .nullable()
    .default(null)
    .describe("Of numbers and money in the firm's own fields."),
});

/** A column of a CSV of tasks: what its cells say, and how it goes in. */
export const taskColumn = taskColumnMapping.extend({
  decimalMark: z.enum(decimalMarks).nullable(),
  header: z.string(),
  filled: z.int(),
  samples: z.array(z.string()),
  dates: dateInference,
  decimals: decimalInference,
});
/** A column of a CSV of tasks. */
export type TaskColumnView = z.infer<typeof taskColumn>;

/** Where the tasks go: a project that is here, or one that the run makes. */
export const taskTarget = z.object({
  projectId: id<ProjectId>().nullable().describe('Null: the run makes a project.'),
  newKind: z.enum(projectKinds),
  newName: z.string().trim().max(300, 'is longer than 300 characters'),
  accountId: id<AccountId>().nullable().describe('Of a new client project.'),
});

/** An import of tasks: its file, where the tasks go, how far it is. */
export const taskImportView = z.object({
  id: importId,
  number: z.int(),
  version,
  state: z.enum(importStates),
  createdBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  failure: z.string().nullable(),
  file: z
    .object({
      name: z.string(),
      byteSize: z.int(),
      format: z.enum(taskListFormats),
      taskCount: z.int().describe('Rows of a table, cards of a board, tasks of a plan.'),
    })
    .nullable(),
  columns: z.array(taskColumn).describe('Of a table; empty for the others.'),
  issues: z.array(z.string()).describe('What still keeps the tasks from being read.'),
  target: z.object({
    project: reference<ProjectId>()
      .extend({ kind: z.enum(projectKinds) })
      .nullable(),
    newKind: z.enum(projectKinds),
    newName: z.string(),
    account: reference<AccountId>().nullable(),
  }),
  progress: importProgress.nullable(),
  result: z.object({ counts: taskListCounts, report: taskListReport }).nullable(),
});
/** An import of tasks. */
export type TaskImportView = z.infer<typeof taskImportView>;

/** Problems of one sort, or a question about the file, that one choice settles. */
export const taskGroup = z.object({
  key: z.string(),
  code: z.enum(taskProblemCodes),
  title: z.string(),
  message: z.string(),
  options: z.array(
    z.object({
      action: z.enum(choiceActions),
      label: z.string(),
      target: z.string().nullable(),
      picks: z.enum(['person']).nullable(),
    }),
  ),
  standard: importChoice,
  chosen: importChoice,
  picked: reference<PersonId>().nullable().describe('The person that the choice names.'),
  count: z.int(),
});
/** Problems of one sort, or a question. */
export type TaskGroupView = z.infer<typeof taskGroup>;

/** What an import of tasks will do. */
export const taskImportPreview = z.object({
  counts: taskListCounts,
  groups: z.array(taskGroup),
  problemCount: z.int(),
  report: taskListReport,
  own: z
    .array(z.object({ id: id<CustomFieldId>(), name: z.string(), type: z.enum(customFieldTypes) }))
    .describe("The firm's own fields that the file fills."),
});
/** What an import of tasks will do. */
export type TaskImportPreview = z.infer<typeof taskImportPreview>;

/** One problem by row and field. */
export const taskImportProblem = z.object({
  row: z.int().describe('As a spreadsheet counts, or the place among the tasks; 0 for the file.'),
  field: z.string().nullable(),
  value: z.string(),
  groupKey: z.string(),
  message: z.string(),
  action: z.string().describe('What will be done about it.'),
});
/** One problem by row and field. */
export type TaskImportProblem = z.infer<typeof taskImportProblem>;

/** A task on its way in. */
export const listedTaskView = z.object({
  row: z.int(),
  key: z.string(),
  name: z.string(),
  level: z.int().describe('How many tasks stand above it.'),
  phase: z.string().nullable(),
  action: z.enum(['create', 'update', 'keep']),
  isMilestone: z.boolean(),
  state: z.enum(['open', 'started', 'done']),
  startOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  estimateMinutes: z.int().nullable(),
  people: z.array(z.string()),
  waitsFor: z.int(),
  own: z
    .record(z.string(), z.string())
    .describe("Values of the firm's own fields in words, by the id of the field."),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
/** A task on its way in. */
export type ListedTaskView = z.infer<typeof listedTaskView>;

const paging = {
  limit: z.coerce.number().int().min(1).max(5_000).default(200),
  cursor: z.string().regex(/^\d+$/, 'must be a cursor of this list').optional(),
};

/**
 * Tasks from Microsoft Project XML, Trello, Jira or any CSV (IN-07, U14). Running, cancelling, undoing
 * and discarding are those of `imports`: a task list is an import of another kind.
 */
export const taskImports = {
  create: endpoint({
    method: 'POST',
    path: '/api/v1/task-imports',
    permission: 'manage',
    summary: 'Begin an import of tasks, into a project or, with null, into one to be made.',
    body: z.object({ projectId: id<ProjectId>().nullable() }),
    output: taskImportView,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/task-imports/:id',
    permission: 'manage',
    summary: 'An import of tasks: its file, its columns, how far it is, and what came in.',
    params,
    output: taskImportView,
  }),
  putFile: endpoint({
    method: 'PUT',
    path: '/api/v1/task-imports/:id/file',
    permission: 'manage',
    summary:
      'The file (the body, as application/octet-stream); it takes the place of an earlier one.',
    bodyLimit: largestTaskFile,
    params,
    query: z.object({ name: z.string().trim().min(1, 'is needed').max(300, 'is too long') }),
    body: z.instanceof(Uint8Array, { error: 'must be the bytes of a file' }),
    output: taskImportView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/v1/task-imports/:id',
    permission: 'manage',
    summary: 'Say how columns go in, what is to be done about problems, and where the tasks go.',
    params,
    body: z
      .object({
        columns: z.array(taskColumnMapping).max(500),
        choices: z.record(z.string().max(500), importChoice),
        target: taskTarget,
      })
      .partial(),
    output: taskImportView,
  }),
  preview: endpoint({
    method: 'GET',
    path: '/api/v1/task-imports/:id/preview',
    permission: 'manage',
    summary: 'What will come in, every choice, and what has no place here. Nothing is written.',
    params,
    output: taskImportPreview,
  }),
  problems: endpoint({
    method: 'GET',
    path: '/api/v1/task-imports/:id/problems',
    permission: 'manage',
    summary: 'Every problem by row and field.',
    params,
    query: z.object({ ...paging, groupKey: z.string().max(500).optional() }),
    output: page(taskImportProblem),
  }),
  tasks: endpoint({
    method: 'GET',
    path: '/api/v1/task-imports/:id/tasks',
    permission: 'manage',
    summary: 'Each task as it will come in, with what changes on those that are here.',
    params,
    query: z.object(paging),
    output: page(listedTaskView),
  }),
};
