import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. */
export type ZipEntry = {
  /** With "/" between folders; unique within the archive. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

type Written = { readonly name: Buffer; readonly offset: number } & Counts;
type Counts = { crc: number; size: number; packed: number };

const version = 20;
/** Names in UTF-8, and sizes after the bytes, since the bytes are read while they are sent. */
const flags = 0x0808;
const deflate = 8;

/**
 * A ZIP archive of `entries`, written while it is read: one piece of one file is in memory at a time.
 * Without the extension for large archives: all files together must stay below 4 GiB.
 * Source: PKWARE, .ZIP File Format Specification 6.3.10 (2022), sections 4.3 and 4.4.
 */
export async function* zipped(
  entries: Iterable<ZipEntry>,
  modified: Date,
): AsyncGenerator<Uint8Array> {
  const time = dosTime(modified);
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const counts: Counts = { crc: 0, size: 0, packed: 0 };
    const head = localHeader(name, time);
    yield head;
    yield* packed(entry.bytes, counts);
    yield descriptor(counts);
    written.push({ name, offset, ...counts });
    offset += head.length + counts.packed + 16;
  }
  const directory = Buffer.concat(written.map((one) => directoryHeader(one, time)));
  yield directory;
  yield endOf(written.length, directory.length, offset);
}

async function* packed(bytes: ZipEntry['bytes'], counts: Counts): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  // An error of the source ends the packer, whose reader below then throws it.
  pipeline(Readable.from(counted(bytes, counts)), packer, () => undefined);
  for await (const chunk of packer) {
    // What a packer gives out is bytes.
    const piece = chunk as Buffer;
    counts.packed += piece.length;
    yield piece;
  }
}

async function* counted(bytes: ZipEntry['bytes'], counts: Counts): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    // zlib takes no bytes at all for a wish to begin anew.
    if (piece.length === 0) continue;
    counts.crc = crc32(piece, counts.crc);
    counts.size += piece.length;
    yield piece;
  }
}

function localHeader(name: Buffer, time: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflate, 8);
  head.writeUInt32LE(time, 10);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, size, packed }: Counts): Buffer {
  const data = Buffer.alloc(16);
  data.writeUInt32LE(0x08074b50, 0);
  data.writeUInt32LE(crc, 4);
  data.writeUInt32LE(packed, 8);
  data.writeUInt32LE(size, 12);
  return data;
}

function directoryHeader({ name, offset, crc, size, packed }: Written, time: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflate, 10);
  head.writeUInt32LE(time, 12);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Two seconds are the finest that MS-DOS knew; time in the low half, day in the high one. */
function dosTime(at: Date): number {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return day * 0x10000 + time;
}
