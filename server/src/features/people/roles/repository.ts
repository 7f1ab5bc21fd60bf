import type { RoleId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { translateInUse } from '../../../platform/db/in-use.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

const nameTwice = { role_name: { path: ['name'], message: 'is the name of another role' } };

export type RoleFields = { name: string; costRate: number; billRate: number };
export type RoleRecord = Awaited<ReturnType<typeof listRoles>>[number];

export function listRoles(scope: Scope) {
  return roleRows(scope)
    .orderBy(sql`role.name collate "und-x-icu"`)
    .orderBy('role.id')
    .limit(1_000)
    .execute();
}

export function findRole(scope: Scope, id: RoleId) {
  return roleRows(scope).where('role.id', '=', id).executeTakeFirst();
}

export async function insertRole(scope: Scope, fields: RoleFields): Promise<RoleId> {
  const id = newId<RoleId>();
  const { name, costRate, billRate } = fields;
  const write = scope.tx
    .insertInto('role')
    .values({ workspace_id: scope.workspaceId, id, name, cost_rate: costRate, bill_rate: billRate })
    .execute();
  await translateUnique(write, nameTwice);
  return id;
}

export async function updateRole(
  scope: Scope,
  id: RoleId,
  version: number,
  change: { [Name in keyof RoleFields]?: RoleFields[Name] | undefined },
): Promise<void> {
  const write = scope.tx
    .updateTable('role')
    .set(columnsOf(change))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, nameTwice), async () =>
    Boolean(await findRole(scope, id)),
  );
}

/** Deletes a role. Whether there was one to delete. */
export async function deleteRole(scope: Scope, id: RoleId): Promise<boolean> {
  const write = scope.tx.deleteFrom('role').where('id', '=', id).returning('id').executeTakeFirst();
  const message =
    'People, tasks or deals still ask for this role, perhaps in the trash. Give them another first.';
  return (await translateInUse(write, message)) !== undefined;
}

function roleRows(scope: Scope) {
  return scope.tx
    .selectFrom('role')
    .where('role.workspace_id', '=', scope.workspaceId)
    .select(['role.id', 'role.version', 'role.name', 'role.cost_rate', 'role.bill_rate'])
    .select((from) =>
      from
        .selectFrom('person')
        .whereRef('person.workspace_id', '=', 'role.workspace_id')
        .whereRef('person.role_id', '=', 'role.id')
        .where('person.deleted_at', 'is', null)
        .where((where) =>
          where.or([
            where('person.left_on', 'is', null),
            where('person.left_on', '>=', scope.today),
          ]),
        )
        .select(sql<string>`count(*)`.as('count'))
        .as('people_count'),
    );
}
