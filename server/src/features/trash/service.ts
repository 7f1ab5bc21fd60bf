import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export function listTrash(scope: Scope, limit: number): Promise<repository.TrashRecord[]> {
  return repository.listTrash(scope, limit);
}
