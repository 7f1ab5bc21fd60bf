/** Where the bytes of files are kept, outside the database. A key holds letters, digits, `-` and `/`. */
export type FileStore = {
  readonly name: 'disk' | 's3';
  /** Keeps bytes whole under a key; again under the same key is no harm. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** The bytes under a key; throws when they are not there. */
  get(key: string): Promise<Uint8Array>;
  /** Forgets the bytes under a key; nothing to forget is no harm. */
  remove(key: string): Promise<void>;
};

/** The stores that are set up, by name; bytes are read where they were put. */
export type FileStores = {
  /** Where files go from now on; null: they stay in the database. */
  readonly chosen: FileStore | null;
  readonly find: (name: 'disk' | 's3') => FileStore;
};

/** Under which key a part of a content is kept. */
export function partKey(workspaceId: string, contentId: string, position: number): string {
  return `${workspaceId}/${contentId}/${position}`;
}
