import type { ImageType } from '@evenkeel/core/files/image-type';
import type { UploadId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { memberIdOf, type Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export async function insertUpload(scope: Scope, byteSize: number): Promise<UploadId> {
  const id = newId<UploadId>();
  await scope.tx
    .insertInto('file_content')
    .values({
      workspace_id: scope.workspaceId,
      id,
      byte_size: byteSize,
      member_id: memberIdOf(scope.actor),
    })
    .execute();
  return id;
}

/** An upload of whoever asks; locked where it is about to be closed, so that no part comes after. */
export function findUpload(scope: Scope, id: UploadId, isClosing = false) {
  const query = scope.tx
    .selectFrom('file_content')
    .select(['id', 'byte_size', 'is_whole'])
    .where('id', '=', id)
    .where('member_id', 'is not distinct from', memberIdOf(scope.actor));
  return (isClosing ? query.forUpdate() : query.forShare()).executeTakeFirst();
}

/** Keeps a part; sent again, the later one counts. */
export async function putPart(
  scope: Scope,
  id: UploadId,
  part: { readonly position: number; readonly content: Uint8Array },
): Promise<void> {
  const content = Buffer.from(part.content);
  await scope.tx
    .insertInto('file_part')
    .values({ workspace_id: scope.workspaceId, content_id: id, position: part.position, content })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'content_id', 'position']).doUpdateSet({ content }),
    )
    .execute();
}

/** How many bytes are here, and the first of them. */
export async function summary(
  scope: Scope,
  id: UploadId,
): Promise<{ readonly byteSize: number; readonly beginning: Uint8Array }> {
  const row = await scope.tx
    .selectFrom('file_part')
    .select([
      sql<string>`coalesce(sum(length(content)), 0)`.as('byte_size'),
      sql<Buffer | null>`(array_agg(substring(content from 1 for 16)) filter (where position = 0))[1]`.as(
        'beginning',
      ),
    ])
    .where('content_id', '=', id)
    .executeTakeFirstOrThrow();
  return { byteSize: Number(row.byte_size), beginning: row.beginning ?? new Uint8Array() };
}

export async function closeUpload(
  scope: Scope,
  id: UploadId,
  found: { readonly imageType: ImageType | null; readonly sha256: string },
): Promise<void> {
  await scope.tx
    .updateTable('file_content')
    .set({ is_whole: true, image_type: found.imageType, sha256: found.sha256 })
    .where('id', '=', id)
    .execute();
}

/** The bytes of one part that was sent; undefined behind the last. */
export async function findPart(
  scope: Scope,
  id: UploadId,
  position: number,
): Promise<Uint8Array | undefined> {
  const part = await scope.tx
    .selectFrom('file_part')
    .select('content')
    .where('workspace_id', '=', scope.workspaceId)
    .where('content_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst();
  return part?.content;
}
