import { groupedBy } from '@evenkeel/core/grouping';
import type { MemberId, PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify } from '../../notifications/service.ts';
import { assignmentWords, movedWords, type Piece, subjectOfPieces } from './policy.ts';
import * as repository from './repository.ts';

/**
 * Reads on in the change record and tells each person what others did to their work: the tasks they
 * were put on or taken off, and those that moved, one line for each project (PM-17). What one did
 * oneself one knows. Returns how many lines were written.
 */
export async function tellOfChanges(scope: Scope): Promise<number> {
  const stretch = await repository.takeStretch(scope);
  if (!stretch) return 0;
  const assigned = await repository.listAssignmentChanges(scope, stretch);
  const settled = lastOf(assigned);
  const added = new Set(settled.map(({ personId, taskId }) => `${personId}:${taskId}`));
  const moved = (await repository.listMovedTasks(scope, stretch)).filter(
    // Who has just been put on it reads the day there.
    ({ personId, taskId }) => !added.has(`${personId}:${taskId}`),
  );
  let told = 0;
  for (const [key, pieces] of together(settled, ({ action }) => action)) {
    const words = assignmentWords(pieces[0].action, pieces);
    told += await tell(scope, 'assignment', {
      key: `assignment:${key}:${stretch.upTo}`,
      pieces,
      words,
    });
  }
  for (const [key, pieces] of together(moved, () => 'moved')) {
    const words = movedWords(pieces);
    told += await tell(scope, 'schedule', { key: `moved:${key}:${stretch.upTo}`, pieces, words });
  }
  return told;
}

type Touched = Piece & { readonly personId: PersonId; readonly by: MemberId | null };

/** Put on and taken off again in one go is nothing; of several changes the last counts. */
function lastOf(changes: readonly repository.AssignmentChange[]): repository.AssignmentChange[] {
  const ofOne = groupedBy(changes, ({ personId, taskId }) => `${personId}:${taskId}`);
  return [...ofOne.values()].flatMap((steps) => {
    const [first, last] = [steps[0], steps.at(-1)];
    return first && last && first.action === last.action ? [last] : [];
  });
}

/** What one person hears of one project in one line. */
function together<Change extends Touched>(
  changes: readonly Change[],
  mark: (change: Change) => string,
): [string, [Change, ...Change[]]][] {
  const groups = groupedBy(changes, (change) =>
    [mark(change), change.personId, change.projectId, change.by ?? ''].join(':'),
  );
  return [...groups].flatMap(([key, [first, ...others]]) =>
    first ? [[key, [first, ...others]]] : [],
  );
}

async function tell(
  scope: Scope,
  topic: 'assignment' | 'schedule',
  what: {
    readonly key: string;
    readonly pieces: readonly [Touched, ...Touched[]];
    readonly words: { readonly title: string; readonly body: string };
  },
): Promise<number> {
  const [first] = what.pieces;
  return notify(scope, {
    topic,
    key: what.key,
    ...what.words,
    subject: subjectOfPieces(what.pieces),
    to: { people: [first.personId] },
    by: first.by,
  });
}
