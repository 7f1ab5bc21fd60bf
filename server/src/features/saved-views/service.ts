import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { savedViews } from '@evenkeel/contract/saved-views';
import type { SavedViewId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { requireMayChange, requireMayShare } from './policy.ts';
import * as repository from './repository.ts';

export { listViews } from './repository.ts';

export async function createView(
  scope: Scope,
  draft: BodyOf<typeof savedViews.create>,
): Promise<repository.SavedViewRecord> {
  if (draft.isShared) requireMayShare(scope.actor);
  return settled(scope, await repository.insertView(scope, draft));
}

export async function updateView(
  scope: Scope,
  record: { readonly id: SavedViewId; readonly version: number },
  change: BodyOf<typeof savedViews.update>,
): Promise<repository.SavedViewRecord> {
  requireMayChange(scope.actor, await findView(scope, record.id));
  if (change.isShared) requireMayShare(scope.actor);
  await repository.updateView(scope, record, change);
  return settled(scope, record.id);
}

export async function removeView(scope: Scope, id: SavedViewId): Promise<void> {
  requireMayChange(scope.actor, await findView(scope, id));
  await repository.setViewDeleted(scope, id, true);
}

export async function restoreView(
  scope: Scope,
  id: SavedViewId,
): Promise<repository.SavedViewRecord> {
  requireMayChange(scope.actor, await findView(scope, id));
  await repository.setViewDeleted(scope, id, false);
  return settled(scope, id);
}

/** The view as it stands after a write, the only default of its kind if it is one. */
async function settled(scope: Scope, id: SavedViewId): Promise<repository.SavedViewRecord> {
  const view = await findView(scope, id);
  if (view.is_default) await repository.clearOtherDefaults(scope, view);
  return view;
}

async function findView(scope: Scope, id: SavedViewId): Promise<repository.SavedViewRecord> {
  const view = await repository.findView(scope, id);
  if (!view) throw new AppError('not-found', 'There is no such view.');
  return view;
}
