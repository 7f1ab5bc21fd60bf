import { createHash } from 'node:crypto';
import { filePartSize, type UploadView } from '@evenkeel/contract/files';
import { imageTypeOf } from '@evenkeel/core/files/image-type';
import type { UploadId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export async function beginUpload(scope: Scope, byteSize: number): Promise<UploadView> {
  const id = await repository.insertUpload(scope, byteSize);
  return { id, byteSize, partSize: filePartSize, partCount: partCount(byteSize) };
}

/** Keeps one part of a file: exactly as long as its place in the file says. */
export async function putPart(
  scope: Scope,
  id: UploadId,
  part: { readonly position: number; readonly content: Uint8Array },
): Promise<void> {
  const upload = await openUpload(scope, id);
  const expected = Math.min(filePartSize, upload.byte_size - part.position * filePartSize);
  if (expected <= 0) throw invalid(['position'], 'unknown', 'is behind the end of the file');
  if (part.content.byteLength !== expected) {
    throw new AppError(
      'invalid-input',
      `Part ${part.position} has ${part.content.byteLength} bytes; ${expected} were expected.`,
    );
  }
  await repository.putPart(scope, id, part);
}

/** From here on the bytes stand as they are. Throws `wrong-state` while parts are missing. */
export async function closeUpload(scope: Scope, id: UploadId): Promise<void> {
  const upload = await openUpload(scope, id, true);
  const { byteSize, beginning } = await repository.summary(scope, id);
  if (byteSize !== upload.byte_size) {
    throw new AppError(
      'wrong-state',
      `${byteSize} of ${upload.byte_size} bytes are here. Send the missing parts first.`,
    );
  }
  await repository.closeUpload(scope, id, {
    imageType: imageTypeOf(beginning),
    sha256: await checksum(scope, id),
  });
}

/** SHA-256 of what was sent; one part at a time is in memory. */
async function checksum(scope: Scope, id: UploadId): Promise<string> {
  const hash = createHash('sha256');
  for (let position = 0; ; position += 1) {
    const part = await repository.findPart(scope, id, position);
    if (part === undefined) return hash.digest('hex');
    hash.update(part);
  }
}

async function openUpload(scope: Scope, id: UploadId, isClosing = false) {
  const upload = await repository.findUpload(scope, id, isClosing);
  if (!upload) throw new AppError('not-found', 'There is no such upload of yours.');
  if (upload.is_whole) throw new AppError('wrong-state', 'This file has been sent already.');
  return upload;
}

function partCount(byteSize: number): number {
  return Math.ceil(byteSize / filePartSize);
}
