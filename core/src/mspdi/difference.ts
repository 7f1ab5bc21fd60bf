import type { Minute, Progress, ScheduleLink, ScheduleProject } from '../schedule/model.ts';
import type { TaskComparison } from './compare.ts';
import { knownTasks, linksAbroad } from './external-links.ts';
import { flagField, textField } from './fields.ts';
import type { MspdiProject } from './model.ts';

/**
 * Why a task's calculated dates are not the stored ones:
 * - `finishBeforeStart`: what is stored cannot be, whoever calculated it;
 * - `externalPredecessor`: it waits for a task of another project that the file does not hold, or is one inserted;
 * - `storedBreaksActuals`: the stored dates are not the actual ones of the file itself, so they were not calculated;
 * - `storedBreaksLink`: the stored dates break a link of the file itself, so they were not calculated;
 * - `followsDifference`: a task that it waits for or that is below it differs already;
 * - `pausesNotInFile`: it starts as stored and lasts longer there than its duration: its pauses are not in the file;
 * - `lengthDiffers`: it starts as stored and ends elsewhere;
 * - `startDiffers`: it starts elsewhere, for a cause that we do not know.
 */
export const differenceReasons = [
  'finishBeforeStart',
  'externalPredecessor',
  'storedBreaksActuals',
  'storedBreaksLink',
  'followsDifference',
  'pausesNotInFile',
  'lengthDiffers',
  'startDiffers',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

/** Reasons of the tasks that differ, by `UID`. */
export function differenceReasonsOf(
  mspdi: MspdiProject,
  project: ScheduleProject,
  tasks: readonly TaskComparison[],
): Map<string, DifferenceReason> {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  const external = tasksWithExternalPredecessor(mspdi);
  const parents = new Map(project.tasks.map(({ id, parentId }) => [id, parentId]));
  const actuals = new Map(project.tasks.map(({ id, progress }) => [id, progress]));
  const waitsFor = new Map<string, ScheduleLink[]>();
  for (const link of project.links)
    waitsFor.set(link.successorId, [...(waitsFor.get(link.successorId) ?? []), link]);
  const summaries = new Set(project.tasks.map(({ parentId }) => parentId));
  const differs = (uid: string | undefined) => byUid.get(uid ?? '')?.isSame === false;
  const belowDiffers = new Set(
    project.tasks.flatMap(({ id, parentId }) => (differs(id) && parentId ? [parentId] : [])),
  );
  const reasonOf = (task: TaskComparison): DifferenceReason => {
    const line = lineOf(task.uid, parents);
    if (task.stored.finish < task.stored.start) return 'finishBeforeStart';
    if (line.some((uid) => external.has(uid))) return 'externalPredecessor';
    if (isAgainstActuals(task, actuals.get(task.uid), summaries)) return 'storedBreaksActuals';
    if (waitsFor.get(task.uid)?.some((link) => isBroken(link, byUid))) return 'storedBreaksLink';
    const links = line.flatMap((uid) => waitsFor.get(uid) ?? []);
    const follows = links.some(({ predecessorId }) => differs(predecessorId));
    return follows || belowDiffers.has(task.uid) ? 'followsDifference' : reasonByDates(task);
  };
  return new Map(tasks.filter(({ isSame }) => !isSame).map((task) => [task.uid, reasonOf(task)]));
}

function isAgainstActuals(
  { uid, stored }: TaskComparison,
  progress: Progress | undefined,
  summaries: ReadonlySet<string | undefined>,
): boolean {
  const differs = (actual: Minute | undefined, date: Minute) =>
    actual !== undefined && Math.floor(actual) !== Math.floor(date);
  if (summaries.has(uid)) return false;
  return (
    differs(progress?.actualStart, stored.start) || differs(progress?.actualFinish, stored.finish)
  );
}

function reasonByDates({ stored, calculated }: TaskComparison): DifferenceReason {
  if (Math.floor(stored.start) !== Math.floor(calculated.start)) return 'startDiffers';
  return stored.finish > calculated.finish ? 'pausesNotInFile' : 'lengthDiffers';
}

/** A task and the summaries above it. */
function lineOf(uid: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const line: string[] = [];
  // Rows of one id may stand within each other.
  for (
    let id: string | undefined = uid;
    id !== undefined && !line.includes(id);
    id = parents.get(id)
  )
    line.push(id);
  return line;
}

function tasksWithExternalPredecessor(mspdi: MspdiProject): Set<string> {
  const known = knownTasks(mspdi);
  const waiting = mspdi.tasks.filter(
    (task) => flagField(task, 'IsSubproject') === true || linksAbroad(task, known).length > 0,
  );
  return new Set(waiting.map((task) => textField(task, 'UID') ?? ''));
}

function isBroken(
  { predecessorId, successorId, type, lag }: ScheduleLink,
  byUid: ReadonlyMap<string, TaskComparison>,
): boolean {
  const [from, to] = [byUid.get(predecessorId)?.stored, byUid.get(successorId)?.stored];
  const isLead = lag !== undefined && ('percent' in lag ? lag.percent : lag.minutes) < 0;
  if (!from || !to || isLead) return false;
  const ends: Record<ScheduleLink['type'], readonly [Minute, Minute]> = {
    finishToStart: [from.finish, to.start],
    startToStart: [from.start, to.start],
    finishToFinish: [from.finish, to.finish],
    startToFinish: [from.start, to.finish],
  };
  const [earlier, later] = ends[type];
  return later < earlier;
}
