import type { Endpoint } from '@evenkeel/contract/endpoint';
import { skills } from '@evenkeel/contract/skills';
import type { PersonId } from '@evenkeel/core/id';
import { callApi } from '../../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['skill', 'person_skill', 'person'];

/** Every skill with the people who have it. */
export function useSkills() {
  return useApi(skills.list, {}, { subjects });
}

export function useSkillsOf(id: PersonId) {
  return useApi(skills.ofPerson, { params: { id } }, { subjects });
}

/** Any of the calls that write skills. */
export function useSkillWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Skills whose name holds the typed text. */
export async function findSkills(search: string, signal: AbortSignal) {
  const { rows } = await callApi(skills.list, {}, signal);
  const wanted = search.trim().toLowerCase();
  return rows.filter(({ name }) => name.toLowerCase().includes(wanted));
}
