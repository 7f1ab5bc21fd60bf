import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { temporaryFolder } from '../tools/server-process.mjs';

const command = join(import.meta.dirname, '..', 'server', 'bin', 'evenkeel.mjs');
const { folder, remove } = temporaryFolder('commands');
const file = join(folder, 'keel.backup');
const otherPlace = join(folder, 'other');

afterAll(remove);

it('backs up while the app runs, restores elsewhere, and refuses what would do harm', () => {
  const made = evenkeel(inject('appDataFolder'), 'backup', file);
  expect(made).toMatchObject({ code: 0, errors: '' });
  expect(made.output).toMatch(/keel\.backup holds \d+ rows of \d+ tables\./);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const restored = evenkeel(otherPlace, 'restore', file);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(rowsIn(restored.output)).toBe(rowsIn(made.output));

  const again = evenkeel(otherPlace, 'backup', join(folder, 'again.backup'));
  expect(rowsIn(again.output)).toBe(rowsIn(made.output));

  const underTheApp = evenkeel(inject('appDataFolder'), 'restore', file, '--replace');
  expect(underTheApp.code).toBe(1);
  expect(underTheApp.errors).toMatch(/Another Evenkeel \(process \d+\) runs on the data folder/);
});

it('refuses a damaged file with one sentence and an exit code of 1', () => {
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
  const damaged = join(folder, 'damaged.backup');
  writeFileSync(damaged, bytes);
  const refused = evenkeel(otherPlace, 'restore', damaged, '--replace');
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(
    /^\S+damaged\.backup is damaged or incomplete; nothing was changed\.$/,
  );
});

it('says how it is used when it is not understood', () => {
  for (const words of [[], ['backup'], ['restore', 'a', 'b'], ['backup', 'a', '--replace']]) {
    const { code, errors } = evenkeel(otherPlace, ...words);
    expect(code).toBe(1);
    expect(errors).toMatch(/^Usage:\n {2}evenkeel backup FILE/);
  }
});

function evenkeel(dataFolder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    env: { ...process.env, EVENKEEL_DATA: dataFolder, DATABASE_URL: '' },
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { code: status, output: stdout.trim(), errors: stderr.trim() };
}

function rowsIn(output: string): string | undefined {
  return /(\d+) rows of \d+ tables/.exec(output)?.[1];
}
