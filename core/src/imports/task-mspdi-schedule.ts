import { weekdaysBetween } from '../calendar-date.ts';
import { heldFromAbroad, type KnownTasks } from '../mspdi/external-links.ts';
import {
  dateField,
  durationField,
  flagField,
  isElapsedFormat,
  numberField,
} from '../mspdi/fields.ts';
import type { MspdiRecord } from '../mspdi/model.ts';
import { constrainedEnd, type TaskConstraint, type TaskType } from '../projects/schedule-plan.ts';
import { keptSplits, type PlanSplit } from '../projects/schedule-splits.ts';
import { dayOfMinute, startOfDay } from '../schedule/minute.ts';
import { nextWorkStart, previousWorkFinish, type WorkClock } from '../schedule/work-clock.ts';
import type { ListedSchedule } from './task-list.ts';
import { clamp, dayField } from './task-mspdi-parts.ts';

type ScheduledRow = {
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly dayMinutes: number;
  /** For tasks that wait for another file's; null in a plan counted from its finish. */
  readonly known: KnownTasks | null;
  readonly splits: readonly PlanSplit[];
  /** The hours by which the file works it. */
  readonly clock: WorkClock | null;
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
    ...constraintOf(record, task),
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

type Bound = Pick<ListedSchedule, 'constraintType' | 'constraintOn' | 'constraintMinute'>;

/** The constraint; a task that waits for another file's is held where that one has put it. */
function constraintOf(record: MspdiRecord, { known, clock }: ScheduledRow): Bound {
  const held = known && heldFromAbroad(record, known);
  if (held && 'date' in held) {
    const isStart = held.type === 'startNoEarlierThan';
    return boundOf(isStart ? 'start-no-earlier-than' : 'finish-no-earlier-than', held.date, clock);
  }
  // In a plan counted from its finish tasks are as late as possible where nothing else is said.
  const code = numberField(record, 'ConstraintType') ?? (known ? 0 : 1);
  const asked = constraints[code] ?? 'as-soon-as-possible';
  return boundOf(asked, dateField(record, 'ConstraintDate'), clock);
}

/** A constraint with its day, and its minute where that is not the begin or end of the day's work. */
function boundOf(asked: TaskConstraint, date: number | undefined, clock: WorkClock | null): Bound {
  const end = constrainedEnd(asked);
  if (end === null) return { constraintType: asked, constraintOn: null, constraintMinute: null };
  if (date === undefined)
    return { constraintType: 'as-soon-as-possible', constraintOn: null, constraintMinute: null };
  const constraintOn = dayOfMinute(date);
  const midnight = startOfDay(constraintOn);
  const isWhole =
    clock === null ||
    (end === 'start'
      ? nextWorkStart(clock, midnight) >= nextWorkStart(clock, date)
      : previousWorkFinish(clock, midnight + 1440) <= previousWorkFinish(clock, date));
  const constraintMinute = isWhole ? null : Math.round(date - midnight);
  return { constraintType: asked, constraintOn, constraintMinute };
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
