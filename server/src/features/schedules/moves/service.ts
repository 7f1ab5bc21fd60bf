import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { schedules } from '@evenkeel/contract/schedules';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { type Instant, instant } from '@evenkeel/core/instant';
import {
  daysBefore,
  movesBetween,
  type StandingDays,
  type TaskMove,
} from '@evenkeel/core/projects/schedule-moves';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { NamedTask } from './repository.ts';
export { lastChange, listNamed } from './repository.ts';

/** A move with the task's name, and when and by whom it was last moved. */
export type ToldMove = {
  readonly move: TaskMove;
  readonly task: repository.NamedTask;
  readonly at: Date;
  readonly by: string | null;
};

/** Tasks of a project that lie elsewhere at one moment than at another. */
export async function movesSince(
  scope: Scope,
  projectId: ProjectId,
  between: QueryOf<typeof schedules.moves>,
): Promise<ToldMove[]> {
  const to: Instant = between.to ?? instant(scope.now.toISOString());
  if (to < between.from) throw invalid(['to'], 'too-early', 'is before the other moment');
  const after = { projectId, after: to };
  const standing = await repository.listTaskDays(scope, [projectId]);
  const later = daysBefore(await repository.listTaskChanges(scope, after), standing);
  const changes = await repository.listTaskChanges(scope, {
    projectId,
    after: between.from,
    until: to,
  });
  const moves = movesBetween(daysBefore(changes, later), later);
  const last = new Map(changes.map((change) => [change.taskId, change]));
  const named = await namesOf(scope, moves);
  return moves.flatMap((move) => {
    const [task, change] = [named.get(move.taskId), last.get(move.taskId)];
    return task && change ? [{ move, task, at: change.at, by: change.by }] : [];
  });
}

/** What this transaction has moved since a number of the change record. */
export type OwnMoves = {
  readonly moves: readonly TaskMove[];
  readonly names: ReadonlyMap<TaskId, repository.NamedTask>;
  readonly before: ReadonlyMap<TaskId, StandingDays>;
  readonly after: ReadonlyMap<TaskId, StandingDays>;
  readonly projectIds: readonly ProjectId[];
};

export async function movesOfTransaction(scope: Scope, since: string): Promise<OwnMoves> {
  const changes = await repository.listOwnChanges(scope, since);
  const ids = [...new Set(changes.map((change) => change.taskId))];
  const projectIds = await repository.listProjectsOf(scope, ids);
  const after = await repository.listTaskDays(scope, projectIds);
  const before = daysBefore(changes, after);
  const moves = movesBetween(before, after);
  return { moves, before, after, projectIds, names: await namesOf(scope, moves) };
}

async function namesOf(
  scope: Scope,
  moves: readonly TaskMove[],
): Promise<Map<TaskId, repository.NamedTask>> {
  const found = await repository.listNamed(
    scope,
    moves.map((move) => move.taskId),
  );
  return new Map(found.map((task) => [task.id, task]));
}
