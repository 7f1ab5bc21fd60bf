import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { timeline } from '@evenkeel/contract/timeline';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type Timeline = {
  readonly rows: readonly repository.TimelineRecord[];
  readonly nextCursor: string | null;
};

/** One page of a record's timeline; the cursor is the place of its last fact. */
export async function readTimeline(
  scope: Scope,
  request: QueryOf<typeof timeline.read>,
): Promise<Timeline> {
  const found = await repository.readTimeline(scope, request);
  const rows = found.slice(0, request.limit);
  const last = rows.at(-1);
  const hasMore = found.length > rows.length && last !== undefined;
  return { rows, nextCursor: hasMore ? `${last.on_date}~${last.key}` : null };
}
