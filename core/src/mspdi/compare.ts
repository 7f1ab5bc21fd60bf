import type { Minute, ScheduledTask, ScheduleProject } from '../schedule/model.ts';
import { schedule } from '../schedule/schedule.ts';
import { type DifferenceReason, differenceReasonsOf } from './difference.ts';
import { heldFromAbroad, knownTasks } from './external-links.ts';
import { dateField, flagField, numberField, textField } from './fields.ts';
import type { MspdiProject, MspdiRecord } from './model.ts';
import { toScheduleProject } from './to-schedule.ts';

/** One task's stored dates beside those calculated without them. */
export type TaskComparison = {
  readonly uid: string;
  readonly name: string;
  readonly stored: { readonly start: Minute; readonly finish: Minute };
  readonly calculated: { readonly start: Minute; readonly finish: Minute };
  readonly isSame: boolean;
  /** Second figure: how many of early and late dates and slacks that are stored come out the same. */
  readonly fields: { readonly compared: number; readonly same: number };
  readonly unequalFields: readonly string[];
  /** Why the dates are not the same; null when they are. */
  readonly reason: DifferenceReason | null;
};

/**
 * A file's tasks compared; those without stored dates (blank rows) are left out. A task whose date was
 * read because another project holds it there is compared as calculated without that date; what waits
 * for it, with it.
 */
export function compareDates(mspdi: MspdiProject): TaskComparison[] {
  const project = toScheduleProject(mspdi);
  const calculated = calculatedOf(mspdi, project);
  const tasks = mspdi.tasks.flatMap((row): TaskComparison[] => {
    const uid = textField(row, 'UID') ?? '';
    const start = dateField(row, 'Start');
    const finish = dateField(row, 'Finish');
    const own = calculated.get(uid);
    if (flagField(row, 'IsNull') === true || start === undefined || finish === undefined || !own)
      return [];
    const unequal = unequalFields(row, own);
    return [
      {
        uid,
        name: textField(row, 'Name') ?? '',
        stored: { start, finish },
        calculated: { start: own.start, finish: own.finish },
        isSame: isEqual(start, own.start) && isEqual(finish, own.finish),
        fields: { compared: unequal.compared, same: unequal.compared - unequal.names.length },
        unequalFields: unequal.names,
        reason: null,
      },
    ];
  });
  const reasons = differenceReasonsOf(mspdi, project, tasks);
  return tasks.map((task) => ({ ...task, reason: reasons.get(task.uid) ?? null }));
}

function calculatedOf(
  mspdi: MspdiProject,
  project: ScheduleProject,
): ReadonlyMap<string, ScheduledTask> {
  const byId = new Map(schedule(project).tasks.map((task) => [task.id, task]));
  const known = knownTasks(mspdi);
  const held = new Set(
    mspdi.tasks.flatMap((row) => (heldFromAbroad(row, known) ? (textField(row, 'UID') ?? []) : [])),
  );
  if (held.size === 0) return byId;
  const forgetting = toScheduleProject(mspdi, { keepsDatesFromAbroad: false });
  for (const task of schedule(forgetting).tasks) if (held.has(task.id)) byId.set(task.id, task);
  return byId;
}

/** To the minute: stored dates are cut to it. */
function isEqual(stored: Minute, calculated: Minute): boolean {
  return Math.floor(stored) === Math.floor(calculated + 1e-6);
}

const dateFields = [
  ['EarlyStart', 'earlyStart'],
  ['EarlyFinish', 'earlyFinish'],
  ['LateStart', 'lateStart'],
  ['LateFinish', 'lateFinish'],
] as const;

const slackFields = [
  ['TotalSlack', 'totalSlack'],
  ['FreeSlack', 'freeSlack'],
] as const;

function unequalFields(row: MspdiRecord, own: ScheduledTask) {
  const names: string[] = [];
  let compared = 0;
  for (const [name, key] of dateFields) {
    const stored = dateField(row, name);
    if (stored === undefined) continue;
    compared += 1;
    if (!isEqual(stored, own[key])) names.push(name);
  }
  for (const [name, key] of slackFields) {
    const stored = numberField(row, name);
    if (stored === undefined) continue;
    compared += 1;
    if (Math.abs(stored / 10 - own[key]) >= 1) names.push(name);
  }
  return { compared, names };
}
