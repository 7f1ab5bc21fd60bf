import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartError } from '../../start-error.ts';

/** The operating-system account the database runs under. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** PostgreSQL's own account, then the one of Node images, then the one every Unix has. */
const fallbackNames = ['postgres', 'node', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root borrows an account that already exists: the owner of
 * the first of `folders` that is there, else a known one. Null when we are not root: then the
 * database runs as ourselves.
 */
export function databaseAccount(folders: readonly string[]): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  const owners = folders.map(ownerOf).filter((uid) => uid !== undefined && uid !== 0);
  const owner = accounts.find((account) => account.uid === owners[0]);
  if (owner !== undefined) return owner;
  for (const name of fallbackNames) {
    const known = accounts.find((account) => account.name === name);
    if (known !== undefined) return known;
  }
  throw new StartError(
    'PostgreSQL does not run as root, and no other account (postgres, node, nobody) is in /etc/passwd. Start Evenkeel as an ordinary user.',
  );
}

/** Whether `account` may enter `folder`: asked of the system itself, as it also knows ACLs. */
export function canEnter(account: Account | null, folder: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    stdio: 'ignore',
    ...identity(account),
  });
  return asked.status === 0;
}

/** The part of the spawn options that makes a child run as `account`. */
export function identity(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

function ownerOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.uid;
}

function readAccounts(): Account[] {
  const accounts: Account[] = [];
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) accounts.push({ name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
