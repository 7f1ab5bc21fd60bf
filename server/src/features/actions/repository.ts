import type { actions } from '@evenkeel/contract/actions';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ActionId, Id, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  dueOn: { by: sql.ref('action.due_on'), type: 'date' },
  name: { by: sql.ref('action.name'), type: 'text' },
  owner: { by: sql.ref('owner.name'), type: 'text' },
  doneOn: { by: sql.ref('action.done_on'), type: 'date' },
  createdAt: { by: sql.ref('action.created_at'), type: 'timestamptz' },
};

export type ActionRecord = Awaited<ReturnType<typeof findAction>> & object;

/** Columns that are written on an action. */
export type ActionColumns = {
  readonly name?: string;
  readonly notes?: string;
  readonly owner_id?: PersonId | null;
  readonly due_on?: CalendarDate | null;
  readonly done_on?: CalendarDate | null;
  readonly subject_kind?: SubjectRef['kind'];
  readonly subject_id?: Id<string>;
};

export function listActions(scope: Scope, request: QueryOf<typeof actions.list>) {
  let query = actionRows(scope).where('action.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('action.id', 'in', request.ids as ActionId[]);
  if (request.subjectKind) query = query.where('action.subject_kind', '=', request.subjectKind);
  if (request.subjectId) query = query.where('action.subject_id', '=', request.subjectId);
  if (request.ownerId) query = query.where('action.owner_id', 'in', request.ownerId);
  if (request.isDone) {
    query = query.where('action.done_on', request.isDone === 'true' ? 'is not' : 'is', null);
  }
  if (request.search) query = query.where(containing(['action.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`action.id`);
}

/** One action, also from the trash. */
export function findAction(scope: Scope, id: ActionId) {
  return actionRows(scope).where('action.id', '=', id).executeTakeFirst();
}

/** Adds an action; without a subject it names itself. */
export async function insertAction(
  scope: Scope,
  columns: ActionColumns & { readonly name: string },
  subject: SubjectRef | null,
): Promise<ActionId> {
  const id = newId<ActionId>();
  await scope.tx
    .insertInto('action')
    .values({
      workspace_id: scope.workspaceId,
      id,
      ...columns,
      subject_kind: subject?.kind ?? 'action',
      subject_id: subject?.id ?? id,
    })
    .execute();
  return id;
}

export async function updateAction(
  scope: Scope,
  key: { readonly id: ActionId; readonly version: number },
  columns: ActionColumns,
): Promise<void> {
  await updateRecord(scope, 'action', key, columns);
}

/** Moves an action into the trash or out of it. Whether there was one to move. */
export function setActionDeleted(scope: Scope, id: ActionId, isDeleted: boolean): Promise<boolean> {
  return setDeleted(scope, 'action', id, isDeleted);
}

function actionRows(scope: Scope) {
  return scope.tx
    .selectFrom('action')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'action.workspace_id')
        .onRef('owner.id', '=', 'action.owner_id'),
    )
    .where('action.workspace_id', '=', scope.workspaceId)
    .select([
      'action.id',
      'action.version',
      'action.name',
      'action.notes',
      'action.subject_kind',
      'action.subject_id',
      'action.owner_id',
      'owner.name as owner_name',
      'action.due_on',
      'action.done_on',
      'action.created_at',
      'action.deleted_at',
    ]);
}
