import { portalAmountSheets } from '@evenkeel/contract/portal/amounts';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

export function usePortalAmounts(projectId: ProjectId) {
  return useApi(
    portalAmountSheets.get,
    { params: { projectId } },
    { subjects: ['project', 'time_entry', 'task', 'scope_line', 'client_access'] },
  );
}
