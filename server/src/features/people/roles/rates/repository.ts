import type { rateChange, rateDraft } from '@evenkeel/contract/people';
import type { Id, RoleId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { columnsOf } from '../../../../platform/db/columns.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { translateUnique } from '../../../../platform/db/unique.ts';
import { versioned } from '../../../../platform/db/versioned.ts';
import { newId } from '../../../../platform/ids.ts';

const rateTwice = {
  role_rate_workspace_id_role_id_valid_from_key: {
    path: ['validFrom'],
    message: 'has rates already: correct those, or take another day',
  },
};

export type RoleRateRecord = Awaited<ReturnType<typeof listRoleRates>>[number];

/** The later standard rates of all roles, latest first. */
export function listRoleRates(scope: Scope) {
  return scope.tx
    .selectFrom('role_rate')
    .select(['id', 'version', 'role_id', 'valid_from', 'cost_rate', 'bill_rate'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .limit(100_000)
    .execute();
}

export async function insertRoleRate(
  scope: Scope,
  roleId: RoleId,
  rate: z.infer<typeof rateDraft>,
): Promise<void> {
  const { validFrom, costRate, billRate } = rate;
  const write = scope.tx
    .insertInto('role_rate')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'role-rate'>>(),
      role_id: roleId,
      valid_from: validFrom,
      cost_rate: costRate,
      bill_rate: billRate,
    })
    .execute();
  await translateUnique(write, rateTwice);
}

export async function updateRoleRate(
  scope: Scope,
  rate: { roleId: RoleId; rateId: Id<'role-rate'>; version: number },
  change: z.infer<typeof rateChange>,
): Promise<void> {
  const write = scope.tx
    .updateTable('role_rate')
    .set(columnsOf(change))
    .where('id', '=', rate.rateId)
    .where('role_id', '=', rate.roleId)
    .where('version', '=', rate.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, rateTwice), async () =>
    (await listRoleRates(scope)).some(({ id }) => id === rate.rateId),
  );
}

/** Deletes standard rates. Whether there were any to delete. */
export async function deleteRoleRate(
  scope: Scope,
  roleId: RoleId,
  rateId: Id<'role-rate'>,
): Promise<boolean> {
  const written = await scope.tx
    .deleteFrom('role_rate')
    .where('id', '=', rateId)
    .where('role_id', '=', roleId)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}
