import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { PersonOnProject } from './repository.ts';
export { listPeople, putPerson } from './repository.ts';

export async function removePerson(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly personId: PersonId },
): Promise<void> {
  if (await repository.deletePerson(scope, key)) return;
  throw new AppError('not-found', 'They are not named on this project.');
}
