import type { Endpoint } from '@evenkeel/contract/endpoint';
import { type FileView, files, type UploadView, uploads } from '@evenkeel/contract/files';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { UploadId } from '@evenkeel/core/id';
import { callApi, OfflineError } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const partsAtOnce = 3;
const mostAttempts = 4;
const pauseMilliseconds = 800;

/** Files on a record, by name. */
export function useFiles({ kind, id }: SubjectRef) {
  return useApi(
    files.list,
    { query: { subjectKind: kind, subjectId: id, sort: 'name', limit: 500 } },
    { subjects: ['file', 'member', 'person'] },
  );
}

/** Any of the calls that write files. */
export function useFileWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['file'] });
}

/** Sends a file in parts and puts it on a record. */
export async function sendFile(
  subject: SubjectRef,
  file: File,
  onProgress: (bytes: number) => void,
): Promise<FileView> {
  const uploadId = await sendBytes(file, onProgress);
  return callApi(files.create, { body: { uploadId, subject, name: file.name } });
}

/**
 * Sends the bytes of a file in parts; what they are put on comes after. A part that does not get
 * through is sent again.
 * @param onProgress bytes that have arrived so far.
 */
export function sendBytes(file: File, onProgress: (bytes: number) => void): Promise<UploadId> {
  return sendThrough(
    {
      begin: (byteSize) => callApi(uploads.begin, { body: { byteSize } }),
      putPart: (params, body) => callApi(uploads.putPart, { params, body }),
    },
    file,
    onProgress,
  );
}

/** The two calls by which the bytes of a file go. */
export type UploadCalls = {
  readonly begin: (byteSize: number) => Promise<UploadView>;
  readonly putPart: (
    part: { readonly id: UploadId; readonly position: number },
    body: Uint8Array<ArrayBuffer>,
  ) => Promise<unknown>;
};

/** The same by other calls than the firm's own. */
export async function sendThrough(
  calls: UploadCalls,
  file: File,
  onProgress: (bytes: number) => void,
): Promise<UploadId> {
  const upload = await calls.begin(file.size);
  const positions = Array.from({ length: upload.partCount }, (_, position) => position);
  let arrived = 0;
  const sendNext = async (): Promise<void> => {
    for (let position = positions.shift(); position !== undefined; position = positions.shift()) {
      const from = position * upload.partSize;
      const part = file.slice(from, from + upload.partSize);
      const body = new Uint8Array(await part.arrayBuffer());
      await patiently(() => calls.putPart({ id: upload.id, position }, body));
      arrived += part.size;
      onProgress(arrived);
    }
  };
  await Promise.all(Array.from({ length: partsAtOnce }, sendNext));
  return upload.id;
}

/** Where the bytes of a file are. */
export function fileAddress({ id }: Pick<FileView, 'id'>, isInline = false): string {
  return `${files.content.path.replace(':id', id)}${isInline ? '?inline=true' : ''}`;
}

/** Tries again while the server cannot be reached. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OfflineError) || attempt === mostAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds * attempt));
    }
  }
}
