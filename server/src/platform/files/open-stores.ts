import { diskStore } from './disk-store.ts';
import type { FileStore, FileStores } from './file-store.ts';
import { type S3Options, s3Store } from './s3-store.ts';

/** The stores that the settings name. One that is not set up says so when something is read from it. */
export function openStores(options: {
  readonly fileStore: 'database' | 'disk' | 's3';
  readonly fileFolder: string;
  readonly s3: S3Options | null;
}): FileStores {
  const disk = diskStore(options.fileFolder);
  const s3 = options.s3 === null ? null : s3Store(options.s3);
  const find = (name: 'disk' | 's3'): FileStore => {
    const store = name === 'disk' ? disk : s3;
    if (store === null) throw new Error('files are kept in an S3 store, and none is set (S3_…)');
    return store;
  };
  return { find, chosen: options.fileStore === 'database' ? null : find(options.fileStore) };
}
