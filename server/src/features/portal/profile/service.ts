import type { PortalScope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export function readProfile(scope: PortalScope): Promise<repository.ProfileRecord> {
  return repository.findProfile(scope);
}

export async function changeProfile(
  scope: PortalScope,
  change: repository.ProfileChange,
): Promise<repository.ProfileRecord> {
  await repository.updateProfile(scope, change);
  return readProfile(scope);
}
