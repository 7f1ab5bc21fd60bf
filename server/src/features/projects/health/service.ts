import type { ProjectId } from '@evenkeel/core/id';
import { type Health, needsNote } from '@evenkeel/core/projects/health';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listStatements, projectsSaidToBe } from './repository.ts';

export type LatestWord = Awaited<ReturnType<typeof repository.listLatest>>[number];

/** What was said last of each of some projects, by the id of the project. */
export async function readLatest(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<(id: ProjectId) => LatestWord | null> {
  const found = ids.length === 0 ? [] : await repository.listLatest(scope, ids);
  const byProject = new Map(found.map((word) => [word.project_id, word]));
  return (id) => byProject.get(id) ?? null;
}

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
