import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { portalSearches } from '@evenkeel/contract/portal/searches';
import type { PortalScope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** What the reader sees that holds every word, the best first: words of a name count most. */
export async function find(
  scope: PortalScope,
  { query, projectId }: QueryOf<typeof portalSearches.find>,
): Promise<readonly repository.FoundRecord[]> {
  const words = query.toLowerCase().split(/\s+/);
  const isInName = ({ name }: repository.FoundRecord) =>
    words.every((word) => name.toLowerCase().includes(word));
  const rows = await repository.findVisible(scope, query, projectId);
  return [...rows.filter(isInName), ...rows.filter((row) => !isInName(row))];
}
