import type { ImportColumn } from '@evenkeel/contract/imports';
import type { Id, ImportId } from '@evenkeel/core/id';
import type { ColumnMapping } from '@evenkeel/core/imports/interpret';
import type { ImportKind } from '@evenkeel/core/imports/kinds';
import type { Choice } from '@evenkeel/core/imports/problem';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { CsvTable } from './csv.ts';

export type FileId = Id<'import-file'>;
export type FileRecord = Awaited<ReturnType<typeof listFiles>>[number];

/** What recognition or a person says about a file. */
export type Reading = {
  readonly kind: ImportKind | null;
  readonly confidence: number;
  readonly isRemembered: boolean;
  readonly isDictionary: boolean;
  readonly columns: readonly ImportColumn[];
};

/** The files of an import without their content, in the order in which they were added. */
export async function listFiles(scope: Scope, importId: ImportId) {
  const rows = await scope.tx
    .selectFrom('import_file')
    .select([
      'id',
      'revision',
      'name',
      'byte_size',
      'encoding',
      'delimiter',
      'row_count',
      'kind',
      'confidence',
      'is_remembered',
      'is_dictionary',
      'columns',
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', importId)
    .orderBy('id')
    .limit(100)
    .execute();
  // Written by this module only, from values of that type.
  return rows.map((row) => ({ ...row, columns: row.columns as ImportColumn[] }));
}

/** The gzipped content of a file. */
export async function readContent(scope: Scope, id: FileId): Promise<Buffer> {
  const row = await scope.tx
    .selectFrom('import_file')
    .select('content')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.content;
}

export async function insertFile(
  scope: Scope,
  importId: ImportId,
  file: { name: string; byteSize: number; content: Buffer; table: CsvTable },
): Promise<FileId> {
  const id = newId<FileId>();
  await scope.tx
    .insertInto('import_file')
    .values({
      workspace_id: scope.workspaceId,
      id,
      import_id: importId,
      name: file.name,
      byte_size: file.byteSize,
      content: file.content,
      encoding: file.table.encoding,
      delimiter: file.table.delimiter,
      row_count: file.table.rows.length,
      kind: null,
      confidence: 0,
      columns: '[]',
    })
    .execute();
  return id;
}

/** Keeps what a file is taken for; `isTouched` when a person said so. */
export async function saveReading(
  scope: Scope,
  id: FileId,
  { reading, isTouched }: { reading: Reading; isTouched: boolean },
): Promise<void> {
  await scope.tx
    .updateTable('import_file')
    .set({
      kind: reading.kind,
      confidence: reading.confidence,
      is_remembered: reading.isRemembered,
      is_dictionary: reading.isDictionary,
      columns: JSON.stringify(reading.columns),
      ...(isTouched ? { revision: sql<number>`revision + 1` } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteFile(
  scope: Scope,
  importId: ImportId,
  file: { id: FileId } | { name: string },
): Promise<boolean> {
  let query = scope.tx
    .deleteFrom('import_file')
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', importId);
  query = 'id' in file ? query.where('id', '=', file.id) : query.where('name', '=', file.name);
  return (await query.returning('id').execute()).length > 0;
}

export type Memory = {
  readonly kind: ImportKind;
  readonly columns: readonly ColumnMapping[];
  readonly choices: Readonly<Record<string, Choice>>;
};

/** The same with when it was kept. */
export type KeptMemory = Memory & { readonly updated_at: Date };

/** How a file with these headers went in the last time. */
export async function findMemory(scope: Scope, signature: string): Promise<KeptMemory | undefined> {
  const row = await scope.tx
    .selectFrom('import_memory')
    .select(['kind', 'columns', 'choices', 'updated_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('signature', '=', signature)
    .executeTakeFirst();
  // Written by `saveMemory` only, from values of that type.
  return row as KeptMemory | undefined;
}

export async function saveMemory(scope: Scope, signature: string, memory: Memory): Promise<void> {
  const values = {
    kind: memory.kind,
    columns: JSON.stringify(memory.columns),
    choices: JSON.stringify(memory.choices),
    updated_at: scope.now,
  };
  await scope.tx
    .insertInto('import_memory')
    .values({ workspace_id: scope.workspaceId, signature, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'signature']).doUpdateSet(values))
    .execute();
}
