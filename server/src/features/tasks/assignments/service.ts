import type { PersonId, TaskId } from '@evenkeel/core/id';
import {
  durationByWork,
  type Share,
  workAfterShares,
  workAfterStaffing,
} from '@evenkeel/core/projects/schedule-effort';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

type PersonShare = Share<PersonId>;

/** All of somebody's time. */
const allOfIt = 10_000;

/** Makes exactly these people the ones on a task; who stays keeps their share of time. */
export async function replaceAssignees(
  scope: Scope,
  taskId: TaskId,
  personIds: readonly PersonId[],
): Promise<void> {
  const before = await repository.listShares(scope, taskId);
  const known = new Map(before.map(({ personId, units }) => [personId, units]));
  const after = [...new Set(personIds)].map((personId) => ({
    personId,
    units: known.get(personId) ?? allOfIt,
  }));
  await writeShares(scope, taskId, { before, after });
}

/** Makes exactly these people the ones on a task, each with a share of their time. */
export async function replaceShares(
  scope: Scope,
  taskId: TaskId,
  after: readonly PersonShare[],
): Promise<void> {
  await writeShares(scope, taskId, { before: await repository.listShares(scope, taskId), after });
}

/** The work follows where more people are more work. */
async function writeShares(
  scope: Scope,
  taskId: TaskId,
  {
    before,
    after,
  }: { readonly before: readonly PersonShare[]; readonly after: readonly PersonShare[] },
): Promise<void> {
  const known = new Map(before.map(({ personId, units }) => [personId, units]));
  const staying = new Set(after.map(({ personId }) => personId));
  const gone = before.flatMap(({ personId }) => (staying.has(personId) ? [] : [personId]));
  const added = after.flatMap(({ personId }) => (known.has(personId) ? [] : [personId]));
  const [task] = await repository.listStaffing(scope, [taskId]);
  await repository.deleteAssignments(scope, [taskId], gone);
  await repository.insertAssignments(scope, [taskId], added);
  await repository.setUnits(
    scope,
    taskId,
    after.filter(({ personId, units }) => (known.get(personId) ?? allOfIt) !== units),
  );
  if (!task) return;
  const estimateMinutes = workAfterShares(task, before, after);
  await setWork(scope, task, { estimateMinutes, units: unitsOf(after) });
}

/** The shares of time of the people on a task, in basis points, all together. */
export async function unitsOn(scope: Scope, taskId: TaskId): Promise<number> {
  const [task] = await repository.listStaffing(scope, [taskId]);
  return task?.units ?? 0;
}

function unitsOf(shares: readonly PersonShare[]): number {
  return shares.reduce((sum, { units }) => sum + units, 0);
}

/** Writes what has become of a task's work, and of a length that was said where the work decides it. */
async function setWork(
  scope: Scope,
  task: Awaited<ReturnType<typeof repository.listStaffing>>[number],
  { estimateMinutes, units }: { readonly estimateMinutes: number | null; readonly units: number },
): Promise<void> {
  const byWork =
    task.durationMinutes === null ? null : durationByWork({ ...task, estimateMinutes }, units);
  const durationMinutes = byWork ?? task.durationMinutes;
  const isSame =
    estimateMinutes === task.estimateMinutes && durationMinutes === task.durationMinutes;
  if (!isSame) await repository.setWork(scope, task.id, { estimateMinutes, durationMinutes });
}

/** Lets people come and go; where more people are more work, the work follows. */
async function staffed(
  scope: Scope,
  taskIds: readonly TaskId[],
  change: () => Promise<void>,
): Promise<void> {
  const before = await repository.listStaffing(scope, taskIds);
  await change();
  const after = new Map(
    (await repository.listStaffing(scope, taskIds)).map((task) => [task.id, task.units]),
  );
  for (const task of before) {
    const units = after.get(task.id) ?? 0;
    const estimateMinutes = workAfterStaffing(task, task.units, units);
    await setWork(scope, task, { estimateMinutes, units });
  }
}

export { insertPlanned as assignPlanned, listAssignments } from './repository.ts';

/** Puts somebody on tasks and takes somebody off them. */
export async function swapAssignees(
  scope: Scope,
  taskIds: readonly TaskId[],
  change: { readonly add: PersonId | undefined; readonly remove: PersonId | undefined },
): Promise<void> {
  const { add, remove } = change;
  if (!add && !remove) return;
  await staffed(scope, taskIds, async () => {
    if (remove) await repository.deleteAssignments(scope, taskIds, [remove]);
    if (add) await repository.insertAssignments(scope, taskIds, [add]);
  });
}
