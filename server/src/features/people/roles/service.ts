import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { roles } from '@evenkeel/contract/people';
import type { RoleId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listRoles } from './repository.ts';

export async function createRole(
  scope: Scope,
  fields: BodyOf<typeof roles.create>,
): Promise<repository.RoleRecord> {
  return getRole(scope, await repository.insertRole(scope, fields));
}

export async function updateRole(
  scope: Scope,
  id: RoleId,
  version: number,
  change: BodyOf<typeof roles.update>,
): Promise<repository.RoleRecord> {
  await repository.updateRole(scope, id, version, change);
  return getRole(scope, id);
}

export async function removeRole(scope: Scope, id: RoleId): Promise<void> {
  if (await repository.deleteRole(scope, id)) return;
  throw new AppError('not-found', 'There is no such role.');
}

async function getRole(scope: Scope, id: RoleId): Promise<repository.RoleRecord> {
  const role = await repository.findRole(scope, id);
  if (!role) throw new AppError('not-found', 'There is no such role.');
  return role;
}
