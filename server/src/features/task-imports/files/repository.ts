import type { ImportId } from '@evenkeel/core/id';
import type { TaskColumnMapping } from '@evenkeel/core/imports/task-columns';
import type { TaskListFormat } from '@evenkeel/core/imports/task-list';
import type { Scope } from '../../../platform/db/scope.ts';

export type TaskFileRecord = Awaited<ReturnType<typeof findFile>> & object;

/** The file of an import without its content. */
export async function findFile(scope: Scope, importId: ImportId) {
  const row = await scope.tx
    .selectFrom('task_list')
    .select(['name', 'byte_size', 'format', 'mapping', 'task_count'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  // Written by `saveMapping` only, from values of that type.
  return row && { ...row, mapping: row.mapping as readonly TaskColumnMapping[] | null };
}

/** The gzipped content. */
export async function readContent(scope: Scope, importId: ImportId): Promise<Buffer> {
  const row = await scope.tx
    .selectFrom('task_list')
    .select('content')
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return row.content;
}

/** Keeps the file of an import in place of an earlier one. */
export async function saveFile(
  scope: Scope,
  importId: ImportId,
  file: {
    readonly name: string;
    readonly byteSize: number;
    readonly format: TaskListFormat;
    readonly content: Buffer;
    readonly taskCount: number;
  },
): Promise<void> {
  const values = {
    name: file.name,
    byte_size: file.byteSize,
    format: file.format,
    content: file.content,
    task_count: file.taskCount,
    mapping: null,
  };
  await scope.tx
    .insertInto('task_list')
    .values({ workspace_id: scope.workspaceId, import_id: importId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'import_id']).doUpdateSet(values))
    .execute();
}

export async function saveMapping(
  scope: Scope,
  importId: ImportId,
  mapping: readonly TaskColumnMapping[],
): Promise<void> {
  await scope.tx
    .updateTable('task_list')
    .set({ mapping: JSON.stringify(mapping) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', importId)
    .execute();
}
