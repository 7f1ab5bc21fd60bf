import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalDuties } from '@evenkeel/contract/portal/duties';
import { portalUploads, type SentFile } from '@evenkeel/contract/portal/uploads';
import type { ProjectId } from '@evenkeel/core/id';
import { callApi } from '../../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../../lib/queries.ts';
import { sendThrough } from '../../files/api.ts';

const subjects = ['client_duty', 'task', 'approval', 'file'];

export function usePortalDuties(projectId: ProjectId) {
  return useApi(portalDuties.list, { params: { projectId } }, { subjects });
}

export function usePortalDutyWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Sends the bytes of files one after the other. @param onProgress bytes that have arrived of them all. */
export async function sendFiles(
  projectId: ProjectId,
  files: readonly File[],
  onProgress: (bytes: number) => void,
): Promise<SentFile[]> {
  const sent: SentFile[] = [];
  let before = 0;
  for (const file of files) {
    const uploadId = await sendThrough(
      {
        begin: (byteSize) =>
          callApi(portalUploads.begin, { params: { projectId }, body: { byteSize } }),
        putPart: (part, body) =>
          callApi(portalUploads.putPart, { params: { projectId, ...part }, body }),
      },
      file,
      (bytes) => onProgress(before + bytes),
    );
    before += file.size;
    sent.push({ uploadId, name: file.name });
  }
  return sent;
}
