import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { StartError } from '../../start-error.ts';
import {
  type BackupHead,
  type BackupSummary,
  checksumBytes,
  closeSchema,
  countRows,
  firstLine,
  firstLinePattern,
  formatVersion,
  frameHeadBytes,
  frameKinds,
  headSchema,
  type TableEnd,
  type TableStart,
  tableEndSchema,
  tableStartSchema,
} from './format.ts';

/** What one after the other comes out of a backup. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table-start'; readonly table: TableStart }
  | { readonly kind: 'rows'; readonly piece: Buffer }
  | { readonly kind: 'table-end'; readonly end: TableEnd }
  | { readonly kind: 'close'; readonly tables: number; readonly rows: number };

type Frame = { readonly kind: string; readonly payload: Buffer };

/** A piece of rows is what PostgreSQL sent at once; nothing near this size is ever written. */
const largestFrame = 1 << 30;

/** Reads the whole file and throws a `StartError` unless it is one of ours and undamaged. */
export async function verifyBackup(path: string): Promise<BackupSummary> {
  await verifyFirstLine(path);
  await verifyChecksum(path);
  const found = { tables: 0, rows: 0 };
  let head: BackupHead | null = null;
  let closed = false;
  for await (const part of readBackup(path)) {
    if (part.kind === 'head') head = part.head;
    if (part.kind === 'table-end') found.rows += part.end.rows;
    if (part.kind === 'table-end') found.tables += 1;
    if (part.kind === 'close') closed = part.tables === found.tables && part.rows === found.rows;
  }
  if (head === null || !closed) throw damaged(path);
  return { head, ...found };
}

/** The parts of a backup, in the order of the format; throws where they are not in it. */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  let expected: readonly string[] = [frameKinds.head];
  let sums = newSums();
  for await (const { kind, payload } of readFrames(path)) {
    if (!expected.includes(kind)) throw damaged(path);
    if (kind === frameKinds.head) {
      yield { kind: 'head', head: parsed(headSchema, payload, path) };
      expected = betweenTables;
    } else if (kind === frameKinds.tableStart) {
      yield { kind: 'table-start', table: parsed(tableStartSchema, payload, path) };
      sums = newSums();
      expected = insideTable;
    } else if (kind === frameKinds.rows) {
      sums.add(payload);
      yield { kind: 'rows', piece: payload };
    } else if (kind === frameKinds.tableEnd) {
      const end = parsed(tableEndSchema, payload, path);
      if (!sums.match(end)) throw damaged(path);
      yield { kind: 'table-end', end };
      expected = betweenTables;
    } else {
      yield { kind: 'close', ...parsed(closeSchema, payload, path) };
      expected = [];
    }
  }
}

const betweenTables = [frameKinds.tableStart, frameKinds.close];
const insideTable = [frameKinds.rows, frameKinds.tableEnd];

function newSums() {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  return {
    add(piece: Buffer) {
      hash.update(piece);
      rows += countRows(piece);
      bytes += piece.byteLength;
    },
    match(end: TableEnd) {
      return rows === end.rows && bytes === end.bytes && hash.digest('hex') === end.sha256;
    },
  };
}

async function verifyFirstLine(path: string): Promise<void> {
  const file = await open(path).catch((cause: unknown) => {
    throw new StartError(`${path} cannot be read.`, { cause });
  });
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
  await file.close();
  const found = firstLinePattern.exec(buffer.subarray(0, bytesRead).toString('latin1'));
  if (found === null) throw new StartError(`${path} is not a backup made by Evenkeel.`);
  if (Number(found[1]) > formatVersion) throw new StartError(tooNew(path));
}

async function verifyChecksum(path: string): Promise<void> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const end = size - checksumBytes;
  if (end <= firstLine.length) throw damaged(path);
  await pipeline(createReadStream(path, { end: end - 1 }), hash);
  const kept: Buffer[] = await createReadStream(path, { start: end }).toArray();
  if (!hash.digest().equals(Buffer.concat(kept))) throw damaged(path);
}

async function* readFrames(path: string): AsyncGenerator<Frame> {
  const { size } = await stat(path);
  const packed = createReadStream(path, { start: firstLine.length, end: size - checksumBytes - 1 });
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  const reading = pipeline(packed, unpacked).catch(() => {});
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of unpacked) {
      // A gunzip stream gives buffers only.
      rest = Buffer.concat([rest, piece as Buffer]);
      for (let next = takeFrame(rest, path); next !== null; next = takeFrame(rest, path)) {
        rest = rest.subarray(frameHeadBytes + next.payload.byteLength);
        yield next;
      }
    }
  } catch (error) {
    throw error instanceof StartError ? error : damaged(path);
  } finally {
    packed.destroy();
    await reading;
  }
  if (rest.byteLength > 0) throw damaged(path);
}

function takeFrame(bytes: Buffer, path: string): Frame | null {
  if (bytes.byteLength < frameHeadBytes) return null;
  const length = bytes.readUInt32BE(1);
  if (length > largestFrame) throw damaged(path);
  if (bytes.byteLength < frameHeadBytes + length) return null;
  const payload = bytes.subarray(frameHeadBytes, frameHeadBytes + length);
  return { kind: bytes.toString('latin1', 0, 1), payload };
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  payload: Buffer,
  path: string,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(payload.toString()));
  } catch {
    throw damaged(path);
  }
}

function damaged(path: string): StartError {
  return new StartError(`${path} is damaged or incomplete; nothing was changed.`);
}

/** The same words for a newer file format and for a newer schema. */
export function tooNew(path: string): string {
  return `${path} was made by a newer Evenkeel; nothing was changed. Restore it with that version or a later one.`;
}
