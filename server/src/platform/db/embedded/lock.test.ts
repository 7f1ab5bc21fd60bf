import { linkSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { holdLock, lockHolder } from './lock.ts';

describe('the lock of a data folder', () => {
  const folder = temporaryFolder('lock');
  const path = join(folder, 'evenkeel');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has one holder, who is named to the next, and can be had again afterwards', async () => {
    const lock = await holdLock(path, folder);
    expect(await lockHolder(path)).toBe(String(process.pid));
    await expect(holdLock(path, folder)).rejects.toThrow(`process ${process.pid}`);
    await lock.release();
    expect(await lockHolder(path)).toBeNull();
    await (await holdLock(path, folder)).release();
  });

  it('passes on from a holder that was killed, whose socket nobody listens on', async () => {
    await leaveDeadSocket(path);
    expect(statSync(path).isSocket()).toBe(true);
    const lock = await holdLock(path, folder);
    await lock.release();
  });

  it('goes to exactly one of many who find a dead one at the same moment', async () => {
    await leaveDeadSocket(path);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => holdLock(path, folder)),
    );
    const held = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(held.length).toBe(1);
    for (const { value } of held) await value.release();
  });
});

/** What a process leaves that was ended by signal 9: the file of its socket. */
async function leaveDeadSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.live`, resolve));
  linkSync(`${path}.live`, path);
  await new Promise((resolve) => server.close(resolve));
}
