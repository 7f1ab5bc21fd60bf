import type { HandOffId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { withdrawHandOffs } from '../../hand-offs/service.ts';
import * as repository from './repository.ts';

/** An import that is done, as far as undoing it goes. */
export type DoneImport = {
  /** What the change record says of it. */
  readonly source: string;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
};

/** The database's clock, which dates changes, may go otherwise than the server's. Milliseconds. */
const clockTolerance = 24 * 3_600_000;

/**
 * Takes back what an import did: what it made goes to the trash, what it changed gets its values
 * back. Teams and stages that it made stay, since what lies in the trash still names them. Refused
 * when somebody has changed or used any of it since.
 */
export async function undoRecords(scope: Scope, done: DoneImport): Promise<void> {
  if (done.started_at === null || done.finished_at === null)
    throw new Error('an import that is done has begun and ended');
  const run = {
    source: done.source,
    from: new Date(done.started_at.getTime() - clockTolerance),
    to: new Date(done.finished_at.getTime() + clockTolerance),
  };
  const changes = await repository.importedChanges(scope, run);
  const made = changes.filter(({ action }) => action === 'create');
  const changed = changes.filter(({ action }) => action === 'update');
  await requireUntouched(scope, changes, run);
  const proposed = made.filter(({ subject }) => subject === 'hand_off');
  await withdrawHandOffs(
    scope,
    // The change record says that these are rows of hand-offs.
    proposed.map(({ subjectId }) => subjectId as HandOffId),
  );
  const madeOf = (kind: string) =>
    made.filter(({ subject }) => subject === kind).map(({ subjectId }) => subjectId);
  for (const kind of repository.trashedKinds)
    await repository.trashRecords(scope, kind, madeOf(kind));
  await takeOff(scope, madeOf);
  // Latest first: what was changed twice ends with what it had before the first change.
  for (const alike of groupAlike(changed).reverse()) {
    const kind = alike[0]?.subject ?? '';
    const before = alike.map((change) => ({ id: change.subjectId, before: change.before ?? {} }));
    await repository.giveBack(scope, kind, before);
  }
}

/** Takes off what came to records that stay. */
async function takeOff(scope: Scope, madeOf: (kind: string) => string[]): Promise<void> {
  const records = repository.trashedKinds.flatMap(madeOf);
  // The object's own keys.
  const kinds = Object.keys(repository.hangingKinds) as (keyof typeof repository.hangingKinds)[];
  for (const kind of kinds)
    await repository.deleteHanging(scope, kind, { ids: madeOf(kind), made: records });
  await repository.deleteParts(scope, { phases: madeOf('phase'), baselines: madeOf('baseline') });
}

async function requireUntouched(
  scope: Scope,
  changes: readonly repository.ImportedChange[],
  run: { readonly source: string; readonly from: Date },
): Promise<void> {
  // A value of a firm's own field is looked for under its record.
  const all = changes.map(({ subject, subjectId, rootId }) =>
    subject === 'custom_value' ? rootId : subjectId,
  );
  const count = await repository.countChangedSince(scope, all, run);
  if (count > 0)
    throw new AppError(
      'wrong-state',
      `It cannot be undone: ${counted(count)} of what came in was changed since.`,
    );
  const kinds: readonly string[] = repository.trashedKinds;
  const made = changes.filter(
    ({ action, subject }) => action === 'create' && kinds.includes(subject),
  );
  const uses = await repository.countUsesElsewhere(
    scope,
    made.map(({ subjectId }) => subjectId),
  );
  if (uses > 0)
    throw new AppError(
      'wrong-state',
      `It cannot be undone: ${counted(uses)} elsewhere names what came in.`,
    );
}

/** Changes of the same columns of the same kind, to be taken back in one statement. */
function groupAlike(changes: readonly repository.ImportedChange[]): repository.ImportedChange[][] {
  const groups = new Map<string, repository.ImportedChange[]>();
  for (const change of changes) {
    if (change.subject === 'stage') continue;
    const key = [change.subject, ...Object.keys(change.before ?? {}).sort()].join();
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

function counted(count: number): string {
  return count === 1 ? '1 record' : `${count.toLocaleString('en')} records`;
}
