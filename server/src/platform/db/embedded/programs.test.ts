import { cpSync, existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { prepareHome } from './home.ts';
import { findPrograms } from './programs.ts';

describe('the PostgreSQL programs', () => {
  const folder = temporaryFolder('programs');
  const home = prepareHome(join(folder, 'data'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those that came with npm, of version 18', async () => {
    const programs = await findPrograms(null, home);
    expect(programs.major).toBe(18);
    expect(existsSync(join(programs.folder, 'initdb'))).toBe(true);
  });

  it('get back the links between libraries that npm packages cannot hold', async () => {
    const { folder: programs } = await findPrograms(null, home);
    const link = join(programs, '../lib/libpq.so');
    unlinkSync(link);
    await findPrograms(null, home);
    expect(existsSync(link)).toBe(true);
  });

  it('are others when PG_BIN_DIR names them', async () => {
    const { folder: programs } = await findPrograms(null, home);
    const copy = join(folder, 'other');
    mkdirSync(copy);
    cpSync(join(programs, '..'), copy, { recursive: true, verbatimSymlinks: true });
    const chosen = await findPrograms(join(copy, 'bin'), home);
    expect(chosen.folder).toBe(join(copy, 'bin'));
  });

  it('are refused when they do not run or are too old', async () => {
    await expect(findPrograms(join(folder, 'nowhere'), home)).rejects.toThrow(/cannot be run/);
    const old = join(folder, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 13.4"\n', {
      mode: 0o755,
    });
    await expect(findPrograms(old, home)).rejects.toThrow(/PostgreSQL 15 or newer is needed/);
  });
});
