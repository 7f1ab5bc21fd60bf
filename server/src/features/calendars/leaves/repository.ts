import type { leaves } from '@evenkeel/contract/calendars';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LeaveId, PersonId } from '@evenkeel/core/id';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type LeaveRecord = Awaited<ReturnType<typeof listLeaves>>[number];

export function listLeaves(scope: Scope, request: QueryOf<typeof leaves.list>) {
  let query = leaveRows(scope);
  if (request.personId) query = query.where('leave.person_id', 'in', request.personId);
  if (request.from) query = query.where('leave.end_on', '>=', request.from);
  if (request.to) query = query.where('leave.start_on', '<=', request.to);
  return query.orderBy('leave.start_on').orderBy('leave.id').limit(20_000).execute();
}

export function findLeave(scope: Scope, id: LeaveId) {
  return leaveRows(scope).where('leave.id', '=', id).executeTakeFirst();
}

export async function hasPerson(scope: Scope, id: PersonId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertLeave(
  scope: Scope,
  draft: {
    readonly personId: PersonId;
    readonly startOn: CalendarDate;
    readonly endOn: CalendarDate;
    readonly note: string;
  },
): Promise<LeaveId> {
  const id = newId<LeaveId>();
  await scope.tx
    .insertInto('leave')
    .values({
      workspace_id: scope.workspaceId,
      id,
      person_id: draft.personId,
      start_on: draft.startOn,
      end_on: draft.endOn,
      note: draft.note,
    })
    .execute();
  return id;
}

export async function updateLeave(
  scope: Scope,
  key: { readonly id: LeaveId; readonly version: number },
  change: BodyOf<typeof leaves.update>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('leave')
    .set((fields) => ({ note: fields.ref('note'), ...columnsOf(change) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findLeave(scope, key.id)) !== undefined);
}

export async function deleteLeave(scope: Scope, id: LeaveId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('leave')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

function leaveRows(scope: Scope) {
  return scope.tx
    .selectFrom('leave')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'leave.workspace_id')
        .onRef('person.id', '=', 'leave.person_id'),
    )
    .select(['leave.id', 'leave.version', 'leave.person_id', 'person.name as person_name'])
    .select(['leave.start_on', 'leave.end_on', 'leave.note'])
    .where('leave.workspace_id', '=', scope.workspaceId)
    .where('person.deleted_at', 'is', null);
}
