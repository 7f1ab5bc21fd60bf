import { type AccountRow, accounts } from '@evenkeel/contract/accounts';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { AccountId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['account', 'deal', 'project', 'interaction'];

export function useAccounts() {
  return useAllRows(accounts.list, {}, 'account');
}

export function useAccount(id: AccountId) {
  return useApi(accounts.get, { params: { id } }, { subjects });
}

/** Any of the calls that write accounts. */
export function useAccountWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Adds an account of which only the name is known yet. */
export function createAccountNamed(name: string) {
  return callApi(accounts.create, { body: { name } });
}

/** The likeliest accounts for typed text. */
export async function findAccounts(
  search: string,
  signal: AbortSignal,
): Promise<readonly AccountRow[]> {
  const query = { limit: 30, ...(search ? { search } : {}) };
  return (await callApi(accounts.list, { query }, signal)).rows;
}
