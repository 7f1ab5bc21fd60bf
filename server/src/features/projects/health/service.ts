import type { ProjectId } from '@evenkeel/core/id';
import { type Health, needsNote } from '@evenkeel/core/projects/health';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listStatements } from './repository.ts';

/** Says how a project stands. */
export async function stateHealth(
  scope: Scope,
  projectId: ProjectId,
  said: { readonly health: Health; readonly note: string },
): Promise<repository.StatementRecord> {
  const note = said.note.trim();
  if (note === '' && needsNote(said.health)) {
    throw invalid(['note'], 'needed', 'say what stands in the way, and what is done about it');
  }
  await repository.insertStatement(scope, { projectId, health: said.health, note });
  const [latest] = await repository.listStatements(scope, projectId);
  if (!latest) throw new Error('the statement was not written');
  return latest;
}
