import { filePartSize } from '@evenkeel/contract/files';
import type { ClientBase } from 'pg';
import { asHousekeeper } from '../../platform/db/housekeeping.ts';
import { type FileStore, type FileStores, partKey } from '../../platform/files/file-store.ts';

type Content = {
  readonly workspace_id: string;
  readonly id: string;
  readonly byte_size: string;
  readonly store: 'disk' | 's3';
};

/** Contents that are moved in one go; the next minute goes on. */
const atOnce = 50;

/**
 * Moves files that are whole out of the database into the chosen store: each part is put there first,
 * then the database lets go of all parts in one transaction. Returns how many files moved.
 */
export async function moveContents(client: ClientBase, { chosen }: FileStores): Promise<number> {
  if (chosen === null) return 0;
  const contents = await asHousekeeper(client, async () => {
    const found = await client.query<Content>(
      `select workspace_id, id, byte_size from file_content
       where is_whole and store = 'database' and sha256 is not null order by id limit ${atOnce}`,
    );
    return found.rows;
  });
  for (const content of contents) await moveOne(client, content, chosen);
  return contents.length;
}

async function moveOne(client: ClientBase, content: Content, store: FileStore): Promise<void> {
  const of = [content.workspace_id, content.id];
  for (let position = 0; position < partCount(content); position += 1) {
    const part = await asHousekeeper(client, async () => {
      const found = await client.query<{ content: Buffer }>(
        'select content from file_part where workspace_id = $1 and content_id = $2 and position = $3',
        [...of, position],
      );
      return found.rows[0]?.content;
    });
    // Another server has moved it meanwhile.
    if (!part) return;
    await store.put(partKey(content.workspace_id, content.id, position), part);
  }
  await asHousekeeper(client, async () => {
    await client.query(
      `update file_content set store = $3 where workspace_id = $1 and id = $2 and store = 'database'`,
      [...of, store.name],
    );
    await client.query('delete from file_part where workspace_id = $1 and content_id = $2', of);
  });
}

/** Forgets bytes outside the database whose file has gone. Returns how many files. */
export async function forgetContents(client: ClientBase, stores: FileStores): Promise<number> {
  const contents = await asHousekeeper(client, async () => {
    const found = await client.query<Content>(
      `select workspace_id, content_id as id, byte_size, store from forgotten_content
       order by content_id limit ${atOnce}`,
    );
    return found.rows;
  });
  for (const content of contents) {
    const store = stores.find(content.store);
    for (let position = 0; position < partCount(content); position += 1) {
      await store.remove(partKey(content.workspace_id, content.id, position));
    }
    await asHousekeeper(client, () =>
      client.query('delete from forgotten_content where workspace_id = $1 and content_id = $2', [
        content.workspace_id,
        content.id,
      ]),
    );
  }
  return contents.length;
}

function partCount({ byte_size: byteSize }: Content): number {
  return Math.ceil(Number(byteSize) / filePartSize);
}
