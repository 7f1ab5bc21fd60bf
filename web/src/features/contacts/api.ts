import { type ContactRow, contacts } from '@evenkeel/contract/contacts';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['contact', 'contact_account', 'contact_email', 'contact_phone', 'account'];

export function useContacts() {
  return useAllRows(contacts.list, {}, 'contact');
}

export function useContact(id: ContactId) {
  return useApi(contacts.get, { params: { id } }, { subjects: [...subjects, 'interaction'] });
}

/** The contacts at an account, by name. */
export function useAccountContacts(accountId: AccountId) {
  return useApi(
    contacts.list,
    { query: { accountId, limit: 200 } },
    { subjects: [...subjects, 'interaction'] },
  );
}

/** Any of the calls that write contacts. */
export function useContactWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Adds a contact of whom only the name is known yet, at an account if there is one. */
export function createContactNamed(name: string, accountId: AccountId | null) {
  return callApi(contacts.create, {
    body: { name, ...(accountId ? { accounts: [{ accountId }] } : {}) },
  });
}

/** The likeliest contacts for typed text: those at an account first when one is given. */
export async function findContacts(
  search: string,
  accountId: AccountId | null,
  signal: AbortSignal,
): Promise<readonly ContactRow[]> {
  const find = async (query: { accountId?: AccountId; search?: string }) =>
    (await callApi(contacts.list, { query: { limit: 30, ...query } }, signal)).rows;
  const typed = search ? { search } : {};
  if (!accountId) return find(typed);
  const own = await find({ ...typed, accountId });
  if (own.length > 0 && !search) return own;
  const others = await find(typed);
  return [...own, ...others.filter(({ id }) => !own.some((contact) => contact.id === id))];
}
