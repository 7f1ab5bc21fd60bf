import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MailAddressId, MemberId } from '@evenkeel/core/id';
import type { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { type MailSigning, readAddress, writeAddress } from './policy.ts';
import * as repository from './repository.ts';

export type { MailSigning } from './policy.ts';
export type { KnownAddress } from './repository.ts';

/** The address with which one member answers in one discussion; always the same for it. */
export async function replyAddress(
  scope: Scope,
  to: {
    readonly memberId: MemberId;
    readonly subject: SubjectRef;
    readonly thread: 'team' | 'client';
  },
  signing: MailSigning,
): Promise<string> {
  const id = await repository.addressId(scope, { purpose: 'reply', ...to });
  return writeAddress('reply', id, signing);
}

/** The address of an account or a project that takes what is forwarded to it. */
export async function recordAddress(
  scope: Scope,
  subject: SubjectRef,
  signing: MailSigning,
): Promise<string> {
  const use = { purpose: 'record', memberId: null, subject, thread: 'team' } as const;
  return writeAddress('record', await repository.addressId(scope, use), signing);
}

/** Whether an address is one that we signed: what a mail server asks before it takes a mail. */
export function isOurs(address: string, signing: MailSigning): boolean {
  return readAddress(address, signing) !== null;
}

/** What stands behind an address; undefined for one that is not ours, or of what is gone. */
export async function findAddress(
  database: Database,
  address: string,
  signing: MailSigning,
): Promise<repository.KnownAddress | undefined> {
  const id = readAddress(address, signing);
  // The signature says that we wrote it, from an id of an address.
  return id === null ? undefined : repository.findAddress(database, id as MailAddressId);
}
