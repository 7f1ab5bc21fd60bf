import type { Database } from '../../../platform/db/database.ts';
import { type Actor, withPortal } from '../../../platform/db/scope.ts';
import type { ChangeMessage } from '../../../platform/events/change-feed.ts';
import type { EventStream, Told } from '../../../platform/events/event-stream.ts';
import * as repository from './repository.ts';

/**
 * The events of a client user: only of rows that they see, and only when a column changed that
 * clients may read. Asked as the client, so that the stream can say no more than the pages. Where
 * something is hidden from them, the kind of record is told, so that open pages look again.
 */
export function portalStream(database: Database): EventStream {
  return {
    path: '/api/v1/portal/events',
    permission: 'client',
    tell: (actor, changes) => visibleOf(database, actor, changes),
    gatherMilliseconds: 150,
  };
}

async function visibleOf(
  database: Database,
  actor: Actor,
  changes: readonly ChangeMessage[],
): Promise<readonly Told[]> {
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const ids = changes.every((change) => change.ids !== null)
    ? changes.flatMap((change) => change.ids ?? [])
    : null;
  return withPortal(database, actor, async (scope) => {
    const seen = await repository.listVisibleChanges(scope, subjects, ids);
    const hidden = await repository.listHidden(scope, subjects);
    const shown = [...new Set(seen.map(({ subject }) => subject))];
    return [...new Set([...hidden, ...shown])].map((subject) => ({
      subject,
      action: 'update' as const,
      // Of what is hidden now no id is told: any of them may be gone.
      ids: hidden.includes(subject)
        ? null
        : seen.filter((row) => row.subject === subject).map((row) => row.subject_id),
      memberId: null,
    }));
  });
}
