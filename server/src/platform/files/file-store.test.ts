import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { diskStore } from './disk-store.ts';
import type { FileStore } from './file-store.ts';
import { startS3 } from './s3.fixture.ts';
import { s3Store } from './s3-store.ts';

const s3 = await startS3();
afterAll(() => s3.close());
const stores = new Map<string, FileStore>();

beforeAll(() => {
  stores.set('disk', diskStore(temporaryFolder('files')));
  stores.set('s3', s3Store(s3.options));
});

describe.each(['disk', 's3'])('files on %s', (name) => {
  const store = () => {
    const found = stores.get(name);
    if (!found) throw new Error(`no store ${name}`);
    return found;
  };

  test('come back as they went in, once or twice put, and are gone when removed', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
    await store().put('a/b-1', bytes);
    await store().put('a/b-1', bytes);
    expect(Buffer.from(await store().get('a/b-1')).equals(bytes)).toBe(true);
    await store().put('empty', Buffer.alloc(0));
    expect((await store().get('empty')).byteLength).toBe(0);
    await store().remove('a/b-1');
    await store().remove('a/b-1');
    await expect(store().get('a/b-1')).rejects.toThrow();
  });
});

test('a request that is signed with another key is refused by the store', async () => {
  const stranger = s3Store({ ...s3.options, secretAccessKey: 'another' });
  await expect(stranger.put('x', Buffer.from('x'))).rejects.toThrow(/403/);
  expect(s3.refused).toContain('wrong signature');
  expect(s3.objects.has('/files/x')).toBe(false);
});
