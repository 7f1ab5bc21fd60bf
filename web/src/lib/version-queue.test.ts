import { expect, test } from 'vitest';
import { versionQueue } from './version-queue.ts';

/** A record that, as the server, takes a write only on its own version. */
function recordAt(first: number) {
  let version = first;
  const taken: string[] = [];
  const write = (text: string) => async (on: number) => {
    await Promise.resolve();
    if (on !== version) throw new Error(`stale: ${on} instead of ${version}`);
    if (text === '') throw new Error('empty');
    taken.push(text);
    version += 1;
    return { version };
  };
  return { write, taken };
}

test('quick changes go one after the other, each on the version of the last', async () => {
  const { write, taken } = recordAt(4);
  const queue = versionQueue();
  queue.saw(4);
  await Promise.all([
    queue.send(write('name')),
    queue.send(write('notes')),
    queue.send(write('day')),
  ]);
  expect(taken).toEqual(['name', 'notes', 'day']);
});

test('a refused change is told to its own field and holds up none after it', async () => {
  const { write, taken } = recordAt(1);
  const queue = versionQueue();
  queue.saw(1);
  const refused = queue.send(write(''));
  const next = queue.send(write('notes'));
  await expect(refused).rejects.toThrow('empty');
  await next;
  expect(taken).toEqual(['notes']);
});

test('a read that is older than the last write does not turn the version back', async () => {
  const { write, taken } = recordAt(1);
  const queue = versionQueue();
  queue.saw(1);
  await queue.send(write('name'));
  queue.saw(1);
  await queue.send(write('notes'));
  expect(taken).toEqual(['name', 'notes']);
});

test('a newer version that somebody else made is the one to write on', async () => {
  const { write, taken } = recordAt(7);
  const queue = versionQueue();
  queue.saw(3);
  queue.saw(7);
  await queue.send(write('name'));
  expect(taken).toEqual(['name']);
});
