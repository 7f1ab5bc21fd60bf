import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

/** Delay notices that the reader was sent. */
export function usePortalDelayNotices(projectId: ProjectId) {
  return useApi(
    portalDelayNotices.list,
    { params: { projectId } },
    { subjects: ['delay_notice', 'project', 'task'] },
  );
}

/** The reader's answer; accepting moves the date. */
export function useAnswer() {
  return useApiWrite(portalDelayNotices.answer, { subjects: ['delay_notice', 'promise'] });
}
