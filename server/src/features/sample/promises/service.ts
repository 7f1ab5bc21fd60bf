import type { Scope } from '../../../platform/db/scope.ts';
import { tellSold } from '../../promises/sold/service.ts';
import { listAccepted } from './repository.ts';

/** What the clients of the sample were told, when their projects were handed over. */
export async function insertPromises(scope: Scope): Promise<void> {
  for (const { id, projectId, at } of await listAccepted(scope)) {
    // Nothing was told after now.
    if (at <= scope.now) await tellSold({ ...scope, now: at }, projectId, id);
  }
}
