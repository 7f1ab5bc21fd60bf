import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalDeliverables } from '@evenkeel/contract/portal/deliverables';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['deliverable', 'deliverable_version', 'deliverable_file', 'approval'];

export function usePortalDeliverables(projectId: ProjectId) {
  return useApi(portalDeliverables.list, { params: { projectId } }, { subjects });
}

/** What is decided on a deliverable also ends what was asked of the reader. */
export function usePortalDeliverableWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...subjects, 'client_duty', 'task'] });
}

/** Where the bytes of a file are, for a client user. */
export function portalFileAddress(fileId: string): string {
  return `/api/v1/portal/files/${fileId}/content`;
}
