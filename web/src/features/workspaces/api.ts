import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { sample } from '@evenkeel/contract/sample';
import { workspaces } from '@evenkeel/contract/workspaces';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

export function useWorkspace() {
  return useApi(workspaces.get, {}, { subjects: ['workspace'] });
}

export function useWorkspaceUpdate() {
  return useApiWrite(workspaces.update, { subjects: ['workspace'] });
}

export const setUp = (body: BodyInputOf<typeof workspaces.setUp>) =>
  callApi(workspaces.setUp, { body });

/** Fills the workspace, which must still be empty. */
export const loadSample = () => callApi(sample.load);
