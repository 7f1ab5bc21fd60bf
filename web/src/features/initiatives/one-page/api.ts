import { initiativeCases } from '@evenkeel/contract/initiative-case';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

const subjects = ['project', 'benefit', 'goal_link', 'goal', 'person', 'team'];

export function useOnePage(id: ProjectId) {
  return useApi(initiativeCases.onePage, { params: { id } }, { subjects });
}

/** The cases that all staff can read. */
export function usePublishedCases() {
  return useApi(initiativeCases.published, {}, { subjects });
}
