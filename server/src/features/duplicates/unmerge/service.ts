import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { columnsAsTheyWere } from '@evenkeel/core/duplicates/unmerge';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { referenceTables } from '../references/service.ts';
import * as repository from './repository.ts';

/**
 * Takes a merge back from what the change record tells of it: the merged record comes out of the
 * trash with everything that hung on it. What somebody has changed since stays as they left it.
 */
export async function unmerge(scope: Scope, kind: MergeKind, mergedId: string) {
  const merge = await repository.findMerge(scope, kind, mergedId);
  if (!merge) throw new AppError('not-found', `There is no such ${kind} that was merged.`);
  const keptId: string = merge.subject_id;
  if (!(await repository.canBeParted(scope, kind, { keptId, mergedId }))) {
    throw new AppError(
      'wrong-state',
      `${merge.name} is no longer in the trash, or what it was merged into lies there itself.`,
    );
  }
  const tables = new Set([kind, ...referenceTables(kind)]);
  let left = 0;
  for (const change of await repository.changesOfMerge(scope, merge.id)) {
    if (!tables.has(change.subject) || change.subject_id === merge.id) continue;
    if (!(await takeBack(scope, change))) left += 1;
  }
  await repository.forgetMerge(scope, merge.id);
  return { keptId, mergedId, left };
}

/** Takes one change back; whether that was still possible in full. */
async function takeBack(scope: Scope, change: repository.MergeChange): Promise<boolean> {
  const { subject: table, subject_id: id, action, before, after } = change;
  if (action === 'delete') return repository.putRowBack(scope, table, before ?? {});
  const now = await repository.rowNow(scope, table, id);
  if (now === null) return false;
  const { columns, isWhole } = columnsAsTheyWere({ before: before ?? {}, after: after ?? {}, now });
  if (Object.keys(columns).length > 0) {
    await repository.putColumnsBack(scope, { table, id }, columns);
  }
  return isWhole;
}
