import type { contactChange, contactDraft } from '@evenkeel/contract/contacts';
import { emailKey } from '@evenkeel/core/contacts/channel';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { replaceAccounts, replaceEmails, replacePhones } from './parts/service.ts';
import * as repository from './repository.ts';

export { listContacts } from './repository.ts';

type ContactChange = z.infer<typeof contactChange>;

export async function getContact(scope: Scope, id: ContactId): Promise<repository.ContactRecord> {
  const record = await repository.findContact(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such contact.');
  return record;
}

export async function createContact(
  scope: Scope,
  draft: z.infer<typeof contactDraft>,
): Promise<repository.ContactRecord> {
  checkParts(draft);
  const { emails, phones, accounts, ...fields } = draft;
  const id = await repository.insertContact(scope, fields);
  await writeParts(scope, id, { emails, phones, accounts });
  return getContact(scope, id);
}

export async function updateContact(
  scope: Scope,
  id: ContactId,
  version: number,
  change: ContactChange,
): Promise<repository.ContactRecord> {
  checkParts(change);
  const { emails, phones, accounts, ...fields } = change;
  await repository.updateContact(scope, id, version, fields);
  await writeParts(scope, id, { emails, phones, accounts });
  return getContact(scope, id);
}

/**
 * The contact of an account who has an e-mail address; made where there is none, so that somebody who
 * comes into the portal can be named in approvals, duties and meetings.
 */
export async function contactWithEmail(
  scope: Scope,
  person: { readonly accountId: AccountId; readonly email: string; readonly name: string },
): Promise<ContactId> {
  const { accountId, email, name } = person;
  const known = await repository.findByEmail(scope, accountId, email);
  if (known) return known;
  const emails = [{ email, label: '' }];
  const accounts = [{ accountId, role: '', needs: '', isPrimary: true }];
  return (await createContact(scope, { name, emails, accounts })).id;
}

/** Sees to it that a contact is at an account, beside those they are at already. */
export async function putAtAccount(
  scope: Scope,
  id: ContactId,
  accountId: AccountId,
): Promise<void> {
  const { accounts } = await getContact(scope, id);
  const places = accounts.map((place) => ({ ...place, accountId: place.id }));
  if (places.some((place) => place.accountId === accountId)) return;
  const added = { accountId, role: '', needs: '', isPrimary: places.length === 0 };
  await replaceAccounts(scope, id, [...places, added]);
}

export async function removeContact(scope: Scope, id: ContactId): Promise<void> {
  if (await repository.setContactDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such contact.');
}

export async function restoreContact(
  scope: Scope,
  id: ContactId,
): Promise<repository.ContactRecord> {
  await repository.setContactDeleted(scope, id, false);
  return getContact(scope, id);
}

type Parts = Pick<ContactChange, 'emails' | 'phones' | 'accounts'>;

async function writeParts(scope: Scope, id: ContactId, parts: Parts): Promise<void> {
  if (parts.emails) await replaceEmails(scope, id, parts.emails);
  if (parts.phones) await replacePhones(scope, id, parts.phones);
  if (!parts.accounts) return;
  // With accounts, one is the main one: that which was named, else the first.
  const hasMain = parts.accounts.some(({ isPrimary }) => isPrimary);
  const places = parts.accounts.map((place, index) =>
    hasMain ? place : { ...place, isPrimary: index === 0 },
  );
  await replaceAccounts(scope, id, places);
}

function checkParts({ emails = [], phones = [], accounts = [] }: Parts): void {
  refuseTwice(
    'emails',
    'email',
    emails.map(({ email }) => emailKey(email)),
  );
  refuseTwice(
    'phones',
    'phone',
    phones.map(({ phone }) => phone),
  );
  refuseTwice(
    'accounts',
    'accountId',
    accounts.map(({ accountId }) => accountId),
  );
  const main = accounts.flatMap(({ isPrimary }, index) => (isPrimary ? [index] : []));
  if (main.length > 1) {
    throw invalid(['accounts', main[1] ?? 0, 'isPrimary'], 'twice', 'only one is the main account');
  }
}

function refuseTwice(list: string, field: string, keys: readonly string[]): void {
  const again = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (again >= 0) throw invalid([list, again, field], 'twice', 'stands there twice');
}
