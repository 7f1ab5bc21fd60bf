import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unzip } from '../../test/unzip.ts';
import { zipped } from './zip.ts';

const modified = new Date('2026-11-29T21:00:00Z');

test('an archive holds each file whole, whatever its name and bytes, in pieces or at once (CL-14)', async () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(fc.uint8Array({ maxLength: 5_000 })),
      async (given, pieces) => {
        const archive = await read(
          zipped(
            given.map((name) => ({ name, bytes: pieces })),
            modified,
          ),
        );
        const files = unzip(archive);
        const known = given.map((name) => Buffer.from(name, 'utf8').toString('utf8'));
        expect([...files.keys()].toSorted()).toEqual([...new Set(known)].toSorted());
        for (const bytes of files.values()) expect(bytes.equals(Buffer.concat(pieces))).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
});

test('an archive breaks off where a file does', async () => {
  async function* broken() {
    yield Buffer.from('begins');
    throw new Error('gone');
  }
  await expect(read(zipped([{ name: 'a', bytes: broken() }], modified))).rejects.toThrow('gone');
});

async function read(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
