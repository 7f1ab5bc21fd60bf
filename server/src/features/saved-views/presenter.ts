import type { SavedViewView } from '@evenkeel/contract/saved-views';
import type { SavedViewRecord } from './repository.ts';

export function presentSavedView(view: SavedViewRecord): SavedViewView {
  return {
    id: view.id,
    version: view.version,
    list: view.list,
    name: view.name,
    state: view.state,
    isShared: view.is_shared,
    isDefault: view.is_default,
    owner: { id: view.member_id, name: view.member_name },
  };
}
