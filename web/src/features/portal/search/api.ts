import { type PortalFind, portalSearches } from '@evenkeel/contract/portal/searches';
import { callApi } from '../../../lib/api-client.ts';

/** What the reader sees that holds every word. */
export async function findInPortal(
  query: string,
  signal: AbortSignal,
): Promise<readonly PortalFind[]> {
  return (await callApi(portalSearches.find, { query: { query } }, signal)).rows;
}
