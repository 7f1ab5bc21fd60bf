import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { history } from '@evenkeel/contract/history';
import { isId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type ChangeRecord = Awaited<ReturnType<typeof repository.listChanges>>[number];

export type History = {
  changes: ChangeRecord[];
  names: ReadonlyMap<string, string>;
  nextBefore: string | null;
};

const tableOfColumn = new Map<string, repository.NamedTable>(
  Object.entries(repository.namedBy).flatMap(([table, columns]) =>
    // Object.entries widens the key; it is one of the table's own keys.
    columns.map((column) => [column, table as repository.NamedTable] as const),
  ),
);

/** The changes of a record, with the names of everything they point to. */
export async function readHistory(
  scope: Scope,
  request: QueryOf<typeof history.list>,
): Promise<History> {
  const found = await repository.listChanges(scope, request);
  const changes = found.slice(0, request.limit);
  const names = await repository.namesOf(scope, referencedIds(changes));
  const last = changes.at(-1);
  return { changes, names, nextBefore: found.length > request.limit && last ? last.id : null };
}

function referencedIds(changes: readonly ChangeRecord[]): Map<repository.NamedTable, Set<string>> {
  const wanted = new Map<repository.NamedTable, Set<string>>();
  const want = (table: repository.NamedTable, id: string) => {
    wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
  };
  for (const change of changes) {
    if (Object.hasOwn(repository.namedBy, change.subject)) {
      // hasOwn has just shown that the subject is a named table.
      want(change.subject as repository.NamedTable, change.subject_id);
    }
    for (const values of [change.before, change.after]) {
      for (const [column, value] of Object.entries(values ?? {})) {
        const table = tableOfColumn.get(column);
        if (table && typeof value === 'string' && isId(value)) want(table, value);
      }
    }
  }
  return wanted;
}
