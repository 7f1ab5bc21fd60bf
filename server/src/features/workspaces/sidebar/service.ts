import type { SidebarView } from '@evenkeel/contract/workspaces';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** What the actor's sidebar shows. */
export async function readSidebar(scope: Scope): Promise<SidebarView> {
  const { modules_off: modulesOff, folded_groups: foldedGroups } =
    await repository.findSidebar(scope);
  return { modulesOff: [...modulesOff], foldedGroups };
}

/** Folds groups of the actor's own sidebar away, each named once. */
export async function foldSidebar(
  scope: Scope,
  foldedGroups: readonly string[],
): Promise<SidebarView> {
  await repository.setFolded(scope, [...new Set(foldedGroups)]);
  return readSidebar(scope);
}
