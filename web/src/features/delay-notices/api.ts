import { delayNotices } from '@evenkeel/contract/delay-notices';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { DelayNoticeId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['delay_notice', 'project', 'account', 'person', 'member', 'task'];

/** Notices of a project, or of the whole firm. */
export function useDelayNotices(projectId?: ProjectId) {
  const query = projectId ? { projectId } : {};
  return useApi(delayNotices.list, { query }, { subjects });
}

export function useDelayNotice(id: DelayNoticeId) {
  return useApi(delayNotices.get, { params: { id } }, { subjects });
}

/** Slips within the tolerance, for the weekly status. */
export function useSmallSlips(projectId: ProjectId) {
  return useApi(
    delayNotices.smallSlips,
    { params: { id: projectId } },
    { subjects: [...subjects, 'promise', 'dependency', 'assignment', 'leave'] },
  );
}

/** Any of the calls that write notices; what is sent can move a promise. */
export function useNoticeWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['delay_notice', 'promise'] });
}
