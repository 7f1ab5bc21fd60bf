import { weekdaysBetween } from '../calendar-date.ts';
import { heldFromAbroad, type KnownTasks } from '../mspdi/external-links.ts';
import { durationField, flagField, isElapsedFormat, numberField } from '../mspdi/fields.ts';
import type { MspdiRecord } from '../mspdi/model.ts';
import { constrainedEnd, type TaskConstraint, type TaskType } from '../projects/schedule-plan.ts';
import { keptSplits, type PlanSplit } from '../projects/schedule-splits.ts';
import { dayOfMinute } from '../schedule/minute.ts';
import type { ListedSchedule } from './task-list.ts';
import { clamp, dayField } from './task-mspdi-parts.ts';

type ScheduledRow = {
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly dayMinutes: number;
  /** For tasks that wait for another file's; null in a plan counted from its finish. */
  readonly known: KnownTasks | null;
  readonly splits: readonly PlanSplit[];
};

const constraints: readonly TaskConstraint[] = [
  'as-soon-as-possible',
  'as-late-as-possible',
  'must-start-on',
  'must-finish-on',
  'start-no-earlier-than',
  'start-no-later-than',
  'finish-no-earlier-than',
  'finish-no-later-than',
];
const taskTypes: readonly TaskType[] = ['fixed-units', 'fixed-duration', 'fixed-work'];

/** What decides the dates of a task. */
export function scheduleOf(record: MspdiRecord, task: ScheduledRow): ListedSchedule {
  const durationMinutes = lengthOf(record, task);
  return {
    scheduling: flagField(record, 'Manual') === true && !task.isSummary ? 'manual' : 'automatic',
    ...constraintOf(record, task.known),
    durationMinutes,
    splits: durationMinutes === null ? [] : keptSplits(wholeMinutes(task.splits), durationMinutes),
    taskType: taskTypes[numberField(record, 'Type') ?? 1] ?? 'fixed-duration',
    isEffortDriven: flagField(record, 'EffortDriven') === true,
    priority: clamp(numberField(record, 'Priority') ?? 500, 0, 1000),
  };
}

function wholeMinutes(splits: readonly PlanSplit[]): PlanSplit[] {
  return splits.map(({ afterMinutes, gapMinutes }) => ({
    afterMinutes: Math.round(afterMinutes),
    gapMinutes: Math.round(gapMinutes),
  }));
}

/** The constraint; a task that waits for another file's is held where that one has put it. */
function constraintOf(
  record: MspdiRecord,
  known: KnownTasks | null,
): Pick<ListedSchedule, 'constraintType' | 'constraintOn'> {
  const held = known && heldFromAbroad(record, known);
  if (held && 'date' in held) {
    const isStart = held.type === 'startNoEarlierThan';
    return {
      constraintType: isStart ? 'start-no-earlier-than' : 'finish-no-earlier-than',
      constraintOn: dayOfMinute(held.date),
    };
  }
  // In a plan counted from its finish tasks are as late as possible where nothing else is said.
  const code = numberField(record, 'ConstraintType') ?? (known ? 0 : 1);
  const asked = constraints[code] ?? 'as-soon-as-possible';
  const constraintOn = dayField(record, 'ConstraintDate');
  if (constrainedEnd(asked) === null) return { constraintType: asked, constraintOn: null };
  return constraintOn === null
    ? { constraintType: 'as-soon-as-possible', constraintOn: null }
    : { constraintType: asked, constraintOn };
}

/** A summary is as long as its parts, a milestone has no length: it lies where its links put it. */
function lengthOf(record: MspdiRecord, task: ScheduledRow): number | null {
  if (task.isSummary) return null;
  return task.isMilestone ? 0 : durationOf(record, task.dayMinutes);
}

/** Working minutes; a duration by the clock counts the working days that it spans. */
function durationOf(record: MspdiRecord, dayMinutes: number): number | null {
  const minutes = durationField(record, 'Duration');
  if (minutes === undefined) return null;
  if (!isElapsedFormat(numberField(record, 'DurationFormat'))) return Math.round(minutes);
  const [start, finish] = [dayField(record, 'Start'), dayField(record, 'Finish')];
  if (start === null || finish === null) return Math.round(minutes / 3);
  return Math.max(1, weekdaysBetween(start, finish)) * dayMinutes;
}
