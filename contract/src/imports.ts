import type { Id, ImportId } from '@evenkeel/core/id';
import { amountScales } from '@evenkeel/core/imports/amount';
import { dateOrders } from '@evenkeel/core/imports/date-order';
import { delimiters } from '@evenkeel/core/imports/delimiter';
import { textEncodings } from '@evenkeel/core/imports/encoding';
import { importKinds } from '@evenkeel/core/imports/kinds';
import { decimalMarks } from '@evenkeel/core/imports/number-format';
import { plannedActions } from '@evenkeel/core/imports/plan-context';
import { choiceActions, problemCodes, recordKinds } from '@evenkeel/core/imports/problem';
import { z } from 'zod';
import { dateInference, decimalInference } from './column-inference.ts';
import { done, endpoint, page } from './endpoint.ts';
import { importRunOptions } from './import-run.ts';
import { basisPoints, id, instant, version } from './scalars.ts';
import { taskListCounts } from './task-list-report.ts';

const importId = id<ImportId>();
const fileId = id<Id<'import-file'>>();
const params = z.object({ id: importId });
const fileParams = z.object({ id: importId, fileId });

/** Largest file that can be imported, in bytes. */
export const largestImportFile = 50 * 1024 * 1024;

/** Most rows that one file may hold. */
export const mostImportRows = 200_000;

/** Where an import stands. `interrupted`: the server stopped in the middle, and nothing came in. */
export const importStates = [
  'draft',
  'running',
  'interrupted',
  'done',
  'failed',
  'cancelled',
  'undone',
] as const;
/** Where an import stands. */
export type ImportState = (typeof importStates)[number];

const amountScale = z.literal(amountScales);

/** How one column goes in; null where it is left out, or where a format is still to be chosen. */
export const columnMapping = z.object({
  field: z
    .string()
    .max(50)
    .nullable()
    .describe("Key of a field, or the id of one of the firm's own; null: left out."),
  dateOrder: z.enum(dateOrders).nullable(),
  decimalMark: z.enum(decimalMarks).nullable(),
  scale: amountScale,
});

/** A column of a file: what it was taken for and why, what its cells say, and how it goes in. */
export const importColumn = columnMapping.extend({
  header: z.string(),
  guess: z.object({
    field: z.string().nullable(),
    confidence: z.int(),
    because: z.enum(['header', 'similar-header', 'content', 'nothing']),
  }),
  filled: z.int(),
  samples: z.array(z.string()),
  dates: dateInference,
  decimals: decimalInference,
  scaleHint: z.object({
    scale: amountScale,
    because: z.enum(['header', 'dictionary', 'plausibility', 'usual']),
    evidence: z.string(),
  }),
  currency: z.string().nullable(),
});
/** A column of a file. */
export type ImportColumn = z.infer<typeof importColumn>;

const mappingIssue = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  code: z.string(),
  message: z.string(),
});

/** A file of an import. */
export const importFile = z.object({
  id: fileId,
  name: z.string(),
  byteSize: z.int(),
  encoding: z.enum(textEncodings),
  delimiter: z.enum(delimiters),
  rowCount: z.int(),
  kind: z.enum(importKinds).nullable().describe('Null: the file is left out.'),
  confidence: z.int().describe('How sure the recognition of the kind is, in percent.'),
  isRemembered: z.boolean().describe('The mapping is that of the last file with these headers.'),
  isDictionary: z.boolean().describe('The file describes the columns of the others.'),
  columns: z.array(importColumn),
  issues: z.array(mappingIssue).describe('What still keeps the file from being imported.'),
});
/** A file of an import. */
export type ImportFile = z.infer<typeof importFile>;

const kindCounts = z.object({
  create: z.int(),
  update: z.int(),
  restore: z.int(),
  keep: z.int(),
  unchanged: z.int(),
  skip: z.int(),
});
const counts = z.object({
  team: kindCounts,
  person: kindCounts,
  product: kindCounts,
  account: kindCounts,
  stage: kindCounts,
  deal: kindCounts,
});
/** How many records of each kind an import makes, changes or leaves. */
export type ImportCounts = z.infer<typeof counts>;

/** How far a running import is. */
export const importProgress = z.object({
  phase: z.enum(['checking', 'writing']),
  done: z.int(),
  total: z.int(),
  isCancelled: z.boolean(),
});

/** An import as lists show it. */
export const importRow = z.object({
  id: importId,
  number: z.int(),
  version,
  state: z.enum(importStates),
  createdBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  fileNames: z.array(z.string()),
  kind: z.enum(['records', 'tasks']).describe('Tasks are those of `task-imports`.'),
  counts: counts.nullable().describe('Null until it has run, and of tasks.'),
  taskCounts: taskListCounts.nullable().describe('Of an import of tasks that has run.'),
  failure: z.string().nullable(),
});
/** An import as lists show it. */
export type ImportRow = z.infer<typeof importRow>;

/** An import with its files. */
export const importView = importRow.extend({
  files: z.array(importFile),
  progress: importProgress.nullable(),
});
/** An import with its files. */
export type ImportView = z.infer<typeof importView>;

/** What is to be done about a group of problems. */
export const importChoice = z.object({
  action: z.enum(choiceActions),
  target: z.string().max(300).nullable(),
  probability: basisPoints.nullable(),
});

const choiceOption = z.object({
  action: z.enum(choiceActions),
  label: z.string(),
  target: z.string().nullable(),
  picks: z.enum(recordKinds).nullable(),
  probability: basisPoints.nullable(),
});

/** Problems of one sort that one choice settles. */
export const importGroup = z.object({
  key: z.string(),
  code: z.enum(problemCodes),
  kind: z.enum(importKinds),
  field: z.string().nullable(),
  value: z.string().nullable(),
  title: z.string(),
  message: z.string(),
  options: z.array(choiceOption),
  standard: importChoice,
  chosen: importChoice,
  count: z.int(),
});
/** Problems of one sort that one choice settles. */
export type ImportGroup = z.infer<typeof importGroup>;

/** What an import will do, before it does it. */
export const importPreview = z.object({
  counts,
  groups: z.array(importGroup),
  problemCount: z.int(),
  changes: z
    .array(z.object({ kind: z.enum(recordKinds), field: z.string(), count: z.int() }))
    .describe('Values of records that are here already and will change, counted by field.'),
  rowCounts: z.array(z.object({ kind: z.enum(importKinds), rows: z.int() })),
});
/** What an import will do, before it does it. */
export type ImportPreview = z.infer<typeof importPreview>;

/** One problem by file, row, column and value. */
export const importProblem = z.object({
  fileId,
  fileName: z.string(),
  row: z.int().describe('As a spreadsheet counts: the header is row 1.'),
  column: z.string().nullable(),
  value: z.string(),
  groupKey: z.string(),
  code: z.enum(problemCodes),
  message: z.string(),
  action: z.string().describe('What will be done about it.'),
});
/** One problem by file, row, column and value. */
export type ImportProblem = z.infer<typeof importProblem>;

/** One value of a record that is here already and that the import changes. */
export const importChange = z.object({
  kind: z.enum(recordKinds),
  recordId: z.string(),
  name: z.string(),
  action: z.enum(plannedActions),
  fileName: z.string().nullable(),
  row: z.int(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
/** One value of a record that the import changes. */
export type ImportChange = z.infer<typeof importChange>;

const paging = {
  limit: z.coerce.number().int().min(1).max(5_000).default(200),
  cursor: z.string().regex(/^\d+$/, 'must be a cursor of this list').optional(),
};

/** Imports of CSV files: drop, map, choose, run (IG-06). */
export const imports = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/imports',
    permission: 'manage',
    summary: 'Imports, latest first.',
    query: z.object(paging),
    output: page(importRow),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/imports',
    permission: 'manage',
    summary: 'Begin an import. Files are added next.',
    output: importView,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/imports/:id',
    permission: 'manage',
    summary: 'One import: its files, its state, how far it is.',
    params,
    output: importView,
  }),
  addFile: endpoint({
    method: 'PUT',
    path: '/api/v1/imports/:id/files',
    permission: 'manage',
    summary:
      'Add a CSV file (the body, as application/octet-stream). One of the same name is replaced.',
    bodyLimit: largestImportFile,
    params,
    query: z.object({ name: z.string().trim().min(1, 'is needed').max(300, 'is too long') }),
    body: z.instanceof(Uint8Array, { error: 'must be the bytes of a file' }),
    output: importView,
  }),
  changeFile: endpoint({
    method: 'PATCH',
    path: '/api/v1/imports/:id/files/:fileId',
    permission: 'manage',
    summary: 'Say what a file holds and how its columns go in.',
    params: fileParams,
    body: z
      .object({
        kind: z.enum(importKinds).nullable(),
        columns: z.array(columnMapping).max(500),
      })
      .partial(),
    output: importView,
  }),
  removeFile: endpoint({
    method: 'DELETE',
    path: '/api/v1/imports/:id/files/:fileId',
    permission: 'manage',
    summary: 'Take a file out of an import.',
    params: fileParams,
    output: importView,
  }),
  preview: endpoint({
    method: 'GET',
    path: '/api/v1/imports/:id/preview',
    permission: 'manage',
    summary: 'What the import will make, change and leave, and every choice. Nothing is written.',
    params,
    output: importPreview,
  }),
  problems: endpoint({
    method: 'GET',
    path: '/api/v1/imports/:id/problems',
    permission: 'manage',
    summary: 'Every problem by file, row, column and value.',
    params,
    query: z.object({
      ...paging,
      groupKey: z.string().max(500).optional(),
      fileId: fileId.optional(),
      search: z.string().trim().max(200).optional(),
    }),
    output: page(importProblem),
  }),
  changes: endpoint({
    method: 'GET',
    path: '/api/v1/imports/:id/changes',
    permission: 'manage',
    summary: 'Each value of records that are here already and differ from the file.',
    params,
    query: z.object(paging),
    output: page(importChange),
  }),
  names: endpoint({
    method: 'GET',
    path: '/api/v1/imports/:id/names',
    permission: 'manage',
    summary: 'Names of records that a choice can use: here already or coming in.',
    params,
    query: z.object({
      kind: z.enum(recordKinds),
      search: z.string().trim().max(200).optional(),
    }),
    output: z.object({ names: z.array(z.string()) }),
  }),
  choose: endpoint({
    method: 'PATCH',
    path: '/api/v1/imports/:id/choices',
    permission: 'manage',
    summary: 'Say what is to be done about groups of problems; the others keep their choice.',
    params,
    body: z.object({ choices: z.record(z.string().max(500), importChoice) }),
    output: importView,
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/v1/imports/:id/run',
    permission: 'manage',
    summary: 'Import all files in one transaction. Ask for the import to see how far it is.',
    params,
    body: importRunOptions,
    output: importView,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/imports/:id/cancel',
    permission: 'manage',
    summary: 'Stop a running import; nothing of it comes in.',
    params,
    output: importView,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/api/v1/imports/:id/undo',
    permission: 'manage',
    summary: 'Take back an import of which nothing was changed or used since.',
    params,
    output: importView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/imports/:id',
    permission: 'manage',
    summary: 'Throw away an import that has not run.',
    params,
    output: done,
  }),
};
