import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { prepareHome, socketUrl } from './home.ts';

const isRoot = process.getuid?.() === 0;

describe('the place of the embedded database', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function newFolder(): string {
    const folder = temporaryFolder('home');
    made.push(folder);
    return folder;
  }

  it('is the data folder, and nothing is said about it', () => {
    const dataFolder = join(newFolder(), 'data');
    const home = prepareHome(dataFolder);
    expect(home.folder).toBe(dataFolder);
    expect(home.notices).toEqual([]);
    expect(statSync(home.clusters).uid).toBe(home.account?.uid ?? process.getuid?.());
  });

  it('runs under another account as root, and under our own otherwise', () => {
    const { account } = prepareHome(join(newFolder(), 'data'));
    expect(account === null).toBe(!isRoot);
    expect(account?.uid).not.toBe(0);
  });

  it('moves to where that account can go, and says so, when root keeps its data in a closed folder', () => {
    const closed = newFolder();
    const dataFolder = join(closed, 'data');
    mkdirSync(dataFolder, { mode: 0o700 });
    const home = prepareHome(dataFolder);
    if (home.folder !== dataFolder) made.push(home.folder);
    expect(home.folder !== dataFolder).toBe(isRoot);
    expect(home.notices.length).toBe(isRoot ? 1 : 0);
    expect(home.notices.every((notice) => notice.includes(home.folder))).toBe(true);
    // The same place again, also once the folder has been opened: the data is there.
    mkdirSync(join(home.clusters, '18'));
    expect(prepareHome(dataFolder).folder).toBe(home.folder);
  });

  it('keeps its sockets elsewhere, and says so, when the path is too long for one', () => {
    const dataFolder = join(newFolder(), 'a-very-long-name-'.repeat(6), 'data');
    const home = prepareHome(dataFolder);
    made.push(home.sockets);
    expect(home.sockets.length).toBeLessThan(60);
    expect(statSync(home.sockets).mode & 0o777).toBe(0o700);
    expect(home.notices.join()).toContain(home.sockets);
    expect(prepareHome(dataFolder).sockets).toBe(home.sockets);
  });

  it('has an address that survives odd characters in the path', () => {
    const url = new URL(socketUrl('/srv/keel & co/ü/run'));
    expect(url.searchParams.get('host')).toBe('/srv/keel & co/ü/run');
  });

  it('is refused with the variable to set when it cannot be made', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => prepareHome(join(file, 'data'))).toThrow(/Set EVENKEEL_DATA/);
  });
});
