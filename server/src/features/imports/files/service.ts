import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { imports } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import {
  type ColumnMapping,
  type Dictionary,
  readDictionary,
} from '@evenkeel/core/imports/interpret';
import { headerKey, headerSignature } from '@evenkeel/core/imports/kinds';
import { columnField } from '@evenkeel/core/imports/own-fields';
import type { PlanFile } from '@evenkeel/core/imports/plan-context';
import type { Choice } from '@evenkeel/core/imports/problem';
import type { OwnFields, Table } from '@evenkeel/core/imports/recognise';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { ownFields } from '../own-fields/service.ts';
import { readCsv } from './csv.ts';
import { readAs, recognised, remapped } from './reading.ts';
import * as repository from './repository.ts';
import { keepTable, keptTable } from './table-cache.ts';

export { readCsv } from './csv.ts';
export { type FileId, type FileRecord, listFiles } from './repository.ts';

const mostFiles = 20;
const compress = promisify(gzip);
const expand = promisify(gunzip);

type OpenFile = { readonly record: repository.FileRecord; readonly table: Table };

/** Adds a file and reads all files anew, since one may describe the columns of another. */
export async function addFile(
  scope: Scope,
  importId: ImportId,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Record<string, Choice>> {
  const table = await readCsv(file.bytes);
  await repository.deleteFile(scope, importId, { name: file.name });
  if ((await repository.listFiles(scope, importId)).length >= mostFiles)
    throw new AppError('too-large', `An import takes at most ${mostFiles} files.`);
  const id = await repository.insertFile(scope, importId, {
    name: file.name,
    byteSize: file.bytes.byteLength,
    content: await compress(file.bytes, { level: 1 }),
    table,
  });
  keepTable(id, { name: file.name, header: table.header, rows: table.rows });
  return readAnew(scope, importId);
}

export async function removeFile(
  scope: Scope,
  importId: ImportId,
  id: repository.FileId,
): Promise<void> {
  if (!(await repository.deleteFile(scope, importId, { id })))
    throw new AppError('not-found', 'There is no such file in this import.');
  await readAnew(scope, importId);
}

/** What a person says about a file: what it holds, or where its columns go. */
export async function changeFile(
  scope: Scope,
  importId: ImportId,
  { id, change }: { id: repository.FileId; change: BodyOf<typeof imports.changeFile> },
): Promise<void> {
  const files = await openFiles(scope, importId);
  const file = files.find(({ record }) => record.id === id);
  if (!file) throw new AppError('not-found', 'There is no such file in this import.');
  const known = { dictionary: dictionaryAmong(files), own: await ownFields(scope) };
  const { record, table } = file;
  if (change.kind !== undefined && change.kind !== record.kind) {
    const reading = readAs(table, change.kind, known);
    await repository.saveReading(scope, id, { reading, isTouched: true });
    return;
  }
  if (change.columns === undefined) return;
  checkColumns(record, change.columns, known.own);
  const given = { before: record.columns, columns: change.columns, known };
  const reading = {
    kind: record.kind,
    confidence: record.confidence,
    isRemembered: record.is_remembered,
    isDictionary: record.is_dictionary,
    columns: record.kind === null ? record.columns : remapped(table, record.kind, given),
  };
  await repository.saveReading(scope, id, { reading, isTouched: true });
}

/** The files that are to be imported, cut into cells. */
export async function planFiles(scope: Scope, importId: ImportId): Promise<PlanFile[]> {
  const files: PlanFile[] = [];
  const own = await ownFields(scope);
  for (const record of await repository.listFiles(scope, importId)) {
    if (record.kind === null) continue;
    const { header, rows } = await openTable(scope, record);
    const { id, kind, columns } = record;
    files.push({ id, kind, header, columns, rows, own: own[kind] ?? [] });
  }
  return files;
}

/** Keeps how the files went in, for the next ones with the same headers. */
export async function rememberFiles(
  scope: Scope,
  files: readonly PlanFile[],
  choices: Readonly<Record<string, Choice>>,
): Promise<void> {
  for (const file of files) {
    const signature = signatureOf(file.header);
    if (signature === null) continue;
    const own = Object.entries(choices).filter(([key]) => key.startsWith(`${file.kind}/`));
    await repository.saveMemory(scope, signature, {
      kind: file.kind,
      columns: file.columns.map(({ field, dateOrder, decimalMark, scale }) => ({
        field,
        dateOrder,
        decimalMark,
        scale,
      })),
      choices: Object.fromEntries(own),
    });
  }
}

/** Reads the files that nobody has touched; returns the choices that go with remembered ones. */
async function readAnew(scope: Scope, importId: ImportId): Promise<Record<string, Choice>> {
  const files = await openFiles(scope, importId);
  const known = { dictionary: dictionaryAmong(files), own: await ownFields(scope) };
  const choices: Record<string, Choice> = {};
  for (const { record, table } of files) {
    const signature = signatureOf(table.header);
    const memory = signature === null ? undefined : await repository.findMemory(scope, signature);
    Object.assign(choices, memory?.choices ?? {});
    if (record.revision > 1) continue;
    const reading = recognised(table, known, memory);
    const isDictionary = reading.kind === null && readDictionary(table, headersOf(files)).size > 0;
    await repository.saveReading(scope, record.id, {
      reading: { ...reading, isDictionary },
      isTouched: false,
    });
  }
  return choices;
}

async function openFiles(scope: Scope, importId: ImportId): Promise<OpenFile[]> {
  const files: OpenFile[] = [];
  for (const record of await repository.listFiles(scope, importId))
    files.push({ record, table: await openTable(scope, record) });
  return files;
}

async function openTable(scope: Scope, record: repository.FileRecord): Promise<Table> {
  const kept = keptTable(record.id);
  if (kept) return kept;
  const content = await repository.readContent(scope, record.id);
  const { header, rows } = await readCsv(await expand(content));
  return keepTable(record.id, { name: record.name, header, rows });
}

/** What the files say about each other's columns. A file that is itself data describes nothing. */
function dictionaryAmong(files: readonly OpenFile[]): Dictionary {
  const headers = headersOf(files);
  const found = new Map<string, string>();
  for (const { record, table } of files) {
    if (record.kind !== null) continue;
    for (const [header, words] of readDictionary(table, headers)) found.set(header, words);
  }
  return found;
}

function headersOf(files: readonly OpenFile[]): Set<string> {
  return new Set(files.flatMap(({ table }) => table.header.map(headerKey)));
}

function signatureOf(header: readonly string[]): string | null {
  const signature = headerSignature(header);
  return signature.length > 0 && signature.length <= 2000 ? signature : null;
}

function checkColumns(
  record: repository.FileRecord,
  columns: readonly ColumnMapping[],
  own: OwnFields,
): void {
  if (columns.length !== record.columns.length)
    throw invalid(['columns'], 'wrong-length', `The file has ${record.columns.length} columns.`);
  const { kind } = record;
  for (const [at, { field }] of columns.entries()) {
    const isKnown =
      field === null || (kind !== null && columnField(kind, own[kind] ?? [], field) !== undefined);
    if (!isKnown) throw invalid(['columns', at, 'field'], 'unknown', 'There is no such field.');
  }
}
