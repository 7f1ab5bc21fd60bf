import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type Hanging = { readonly what: string; readonly count: number };

/** The tables whose rows a merge writes. */
export function referenceTables(kind: MergeKind): string[] {
  return repository.references[kind].map(({ table }) => table);
}

/** What hangs on a record, in words: `3 deals`. */
export async function hangingOn(scope: Scope, kind: MergeKind, id: string): Promise<Hanging[]> {
  const found: Hanging[] = [];
  for (const reference of repository.references[kind]) {
    const count = await repository.countRows(scope, kind, reference, id);
    if (count > 0) found.push({ what: count === 1 ? reference.one : reference.many, count });
  }
  return found;
}

/** Lets everything that hangs on the merged record hang on the kept one. What moved. */
export async function moveAll(
  scope: Scope,
  kind: MergeKind,
  ids: { readonly keptId: string; readonly mergedId: string },
): Promise<Hanging[]> {
  await repository.dropLinksBetween(scope, ids.keptId, ids.mergedId);
  await repository.dropEmptyValues(scope, ids.keptId, ids.mergedId);
  await repository.unitePlaces(scope, kind, ids);
  if (kind === 'contact') await repository.putAddressesLast(scope, ids.keptId, ids.mergedId);
  const moved: Hanging[] = [];
  for (const reference of repository.references[kind]) {
    const count = await repository.moveRows(scope, kind, reference, ids);
    if (count > 0) moved.push({ what: count === 1 ? reference.one : reference.many, count });
  }
  if (kind === 'account') await repository.straightenParents(scope, ids.keptId, ids.mergedId);
  return moved;
}
