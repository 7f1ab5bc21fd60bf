import { portalQuestions } from '@evenkeel/contract/portal/questions';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['question', 'project', 'client_access'];

export function usePortalQuestions(projectId: ProjectId) {
  return useApi(portalQuestions.list, { params: { projectId } }, { subjects });
}

export function useAsk() {
  return useApiWrite(portalQuestions.ask, { subjects });
}
