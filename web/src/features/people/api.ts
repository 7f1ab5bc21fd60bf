import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import { people, roles, teams } from '@evenkeel/contract/people';
import type { PersonId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['person', 'person_rate', 'person_term', 'team', 'role', 'member', 'calendar'];

/** Everybody, also those who left. */
export function usePeople() {
  return useAllRows(people.list, {}, 'person');
}

export function usePerson(id: PersonId) {
  return useApi(people.get, { params: { id } }, { subjects });
}

export function useTeams() {
  return useApi(teams.list, {}, { subjects: ['team', 'person'] });
}

export function useRoles() {
  return useApi(roles.list, {}, { subjects: ['role', 'person'] });
}

/** Any of the calls that write people, teams or roles. */
export function usePeopleWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** The likeliest people for typed text, present ones only. */
export async function findPeople(search: string, signal: AbortSignal) {
  const query: CallInput<typeof people.list>['query'] = {
    presence: 'present',
    limit: 30,
    ...(search ? { search } : {}),
  };
  return (await callApi(people.list, { query }, signal)).rows;
}
