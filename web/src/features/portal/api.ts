import { portal } from '@evenkeel/contract/portal/portal';
import type { ProjectId } from '@evenkeel/core/id';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followPortal } from '../../lib/live-changes.ts';
import { useApi } from '../../lib/queries.ts';

/** Tables whose changes may alter what a client sees of their projects. */
const subjects = [
  'project',
  'client_access',
  'member',
  'account',
  'workspace',
  'kick_off_item',
  'satisfaction',
];

export function usePortalSession(enabled: boolean) {
  return useApi(portal.session, {}, { subjects, enabled });
}

export function usePortalProject(projectId: ProjectId) {
  return useApi(portal.project, { params: { projectId } }, { subjects });
}

/** Hears what changes for the reader, for as long as a page of the portal is open. */
export function usePortalEvents(isLive: boolean): void {
  const client = useQueryClient();
  useEffect(() => (isLive ? followPortal(client) : undefined), [client, isLive]);
}
