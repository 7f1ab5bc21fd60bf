import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { mostListedTasks } from '@evenkeel/contract/task-imports';
import type { ImportId } from '@evenkeel/core/id';
import {
  type FileNature,
  natureOf,
  type OpenTaskFile,
  openTable,
} from '@evenkeel/core/imports/read-task-list';
import type { TaskColumnMapping } from '@evenkeel/core/imports/task-columns';
import { isTaskField } from '@evenkeel/core/imports/task-fields';
import type { TaskListFormat } from '@evenkeel/core/imports/task-list';
import { noTaskOwn, type TaskOwn } from '@evenkeel/core/imports/task-own';
import { parseBoard } from '@evenkeel/core/imports/task-trello-board';
import { decodeXml } from '@evenkeel/core/mspdi/decode';
import { readMspdi } from '@evenkeel/core/mspdi/read';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listFields } from '../../custom-fields/service.ts';
import { readCsv } from '../../imports/files/service.ts';
import * as repository from './repository.ts';

export { findFile, type TaskFileRecord } from './repository.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Keeps a file when it can be read at all, in place of the one before. */
export async function keepFile(
  scope: Scope,
  importId: ImportId,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const opened = await openBytes(file.bytes);
  const taskCount = countTasks(opened);
  if (taskCount === 0) throw invalid(['file'], 'empty', 'There is no task in this file.');
  if (taskCount > mostListedTasks)
    throw new AppError(
      'too-large',
      `The file has more than ${mostListedTasks.toLocaleString('en')} tasks. Split it.`,
    );
  await repository.saveFile(scope, importId, {
    name: file.name,
    byteSize: file.bytes.byteLength,
    format: opened.format,
    content: await compress(file.bytes, { level: 1 }),
    taskCount,
  });
}

/** The file of an import, ready to be read; null when there is none yet. */
export async function openFile(scope: Scope, importId: ImportId): Promise<OpenTaskFile | null> {
  const record = await repository.findFile(scope, importId);
  if (!record) return null;
  const bytes = await expand(await repository.readContent(scope, importId));
  return openAs(record.format, bytes, { mapping: record.mapping, own: await ownOf(scope) });
}

/** What the firm has of its own that a file is read with. */
async function ownOf(scope: Scope): Promise<TaskOwn> {
  const fields = await listFields(scope, { kind: 'task', withDeleted: 'false' });
  const { currency, timeZone } = scope.actor;
  return { fields, currency, timeZone };
}

/** How the columns of a table go in, as somebody says. */
export async function mapColumns(
  scope: Scope,
  importId: ImportId,
  columns: readonly TaskColumnMapping[],
): Promise<void> {
  const file = await openFile(scope, importId);
  if (!file || !('table' in file))
    throw new AppError('wrong-state', 'Only a table has columns to be mapped.');
  if (columns.length !== file.columns.length)
    throw invalid(['columns'], 'wrong-length', `The file has ${file.columns.length} columns.`);
  for (const [at, { field }] of columns.entries())
    if (field !== null && !isTaskField(field) && !file.own.fields.some(({ id }) => id === field))
      throw invalid(['columns', at, 'field'], 'unknown', 'There is no such field.');
  await repository.saveMapping(scope, importId, columns);
}

async function openBytes(bytes: Uint8Array): Promise<OpenTaskFile> {
  const nature = natureOf(bytes, decodeXml(bytes));
  const refusal = refusals[nature];
  if (refusal) throw invalid(['file'], nature, refusal);
  const format = nature === 'mspdi' || nature === 'trello' ? nature : 'csv';
  return openAs(format, bytes, { mapping: null, own: noTaskOwn });
}

const refusals: Readonly<Partial<Record<FileNature, string>>> = {
  mpp: 'This is Microsoft Project’s own file, which only Project reads. In Project choose Save As, XML, and drop that file here.',
  'other-xml': 'This XML is no plan of Microsoft Project. In Project choose Save As, XML.',
  'other-json':
    'This JSON is no board of Trello. In Trello open the menu of the board, Print, export and share, Export as JSON.',
};

type Manner = {
  readonly mapping: readonly TaskColumnMapping[] | null;
  readonly own: TaskOwn;
};

async function openAs(
  format: TaskListFormat,
  bytes: Uint8Array,
  { mapping, own }: Manner,
): Promise<OpenTaskFile> {
  if (format === 'mspdi') return { format, own, source: bytes };
  if (format === 'trello') return { format, own, source: decodeXml(bytes) };
  const { header, rows } = await readCsv(bytes);
  return openTable({ header, rows }, mapping, own);
}

function countTasks(file: OpenTaskFile): number {
  if ('table' in file) return file.table.rows.length;
  if (file.format === 'trello') {
    const cards: unknown = parseBoard(file.source)?.['cards'];
    return Array.isArray(cards) ? cards.length : 0;
  }
  const reading = readMspdi(file.source);
  if (reading.ok) return reading.project.tasks.length;
  if (reading.reason === 'otherXml')
    throw invalid(['file'], 'other-xml', refusals['other-xml'] ?? reading.reason);
  throw invalid(['file'], 'not-xml', 'The XML cannot be read. Save it from Project once more.');
}
