import { type SearchHit, search } from '@evenkeel/contract/search';
import { callApi } from '../../lib/api-client.ts';

/** Records of any kind by a part of their name, or by their number. */
export async function findSubjects(query: string, signal: AbortSignal): Promise<SearchHit[]> {
  if (query === '') return [];
  return (await callApi(search.find, { query: { query } }, signal)).rows;
}
