import type { TeamId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listTeams } from './repository.ts';

export async function createTeam(scope: Scope, name: string): Promise<repository.TeamRecord> {
  return getTeam(scope, await repository.insertTeam(scope, name));
}

export async function renameTeam(
  scope: Scope,
  id: TeamId,
  version: number,
  name: string,
): Promise<repository.TeamRecord> {
  await repository.renameTeam(scope, id, version, name);
  return getTeam(scope, id);
}

export async function removeTeam(scope: Scope, id: TeamId): Promise<void> {
  if (await repository.deleteTeam(scope, id)) return;
  throw new AppError('not-found', 'There is no such team.');
}

async function getTeam(scope: Scope, id: TeamId): Promise<repository.TeamRecord> {
  const team = await repository.findTeam(scope, id);
  if (!team) throw new AppError('not-found', 'There is no such team.');
  return team;
}
