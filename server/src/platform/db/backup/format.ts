import { z } from 'zod';

/**
 * One file, in this order:
 * 1. the line `Evenkeel backup 1`, where 1 is the version of the format;
 * 2. a gzip stream of frames, each one letter, its payload's length (4 bytes, big end first), and
 *    the payload: a head; for each table a start, its rows as PostgreSQL's COPY text in any number
 *    of pieces, and an end; then the close;
 * 3. the SHA-256 of all bytes before it (32 bytes).
 */
export const formatVersion = 1;
export const firstLine = `Evenkeel backup ${formatVersion}\n`;
export const firstLinePattern = /^Evenkeel backup (\d+)\n/;
export const checksumBytes = 32;
export const frameHeadBytes = 5;

export const frameKinds = {
  head: 'H',
  tableStart: 'T',
  rows: 'R',
  tableEnd: 'E',
  close: 'Z',
} as const;

const count = z.int().min(0);

const sequenceState = z.object({
  schema: z.string(),
  name: z.string(),
  lastValue: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
});

export const headSchema = z.object({
  madeAt: z.string(),
  /** All migrations that made the schema, in order. */
  migrations: z.array(z.string()).min(1),
  sequences: z.array(sequenceState),
});
export type BackupHead = z.infer<typeof headSchema>;

export const tableStartSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
});
export type TableStart = z.infer<typeof tableStartSchema>;

export const tableEndSchema = z.object({
  rows: count,
  bytes: count,
  sha256: z.string().length(64),
});
export type TableEnd = z.infer<typeof tableEndSchema>;

export const closeSchema = z.object({ tables: count, rows: count });
export type BackupClose = z.infer<typeof closeSchema>;

/** What a whole backup holds. */
export type BackupSummary = {
  readonly head: BackupHead;
  readonly tables: number;
  readonly rows: number;
};

export function frame(kind: string, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(frameHeadBytes);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(payload.byteLength, 1);
  return Buffer.concat([head, payload]);
}

export function jsonFrame(kind: string, value: unknown): Buffer {
  return frame(kind, Buffer.from(JSON.stringify(value)));
}

/** COPY's text form writes a line break within a value as `\n`, so each byte 10 ends one row. */
export function countRows(piece: Uint8Array): number {
  let rows = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
  return rows;
}
