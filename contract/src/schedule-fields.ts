import type { CalendarId } from '@evenkeel/core/id';
import { schedulings, taskConstraints, taskTypes } from '@evenkeel/core/projects/schedule-plan';
import { leastPartMinutes, mostSplits } from '@evenkeel/core/projects/schedule-splits';
import { z } from 'zod';
import { calendarDate, effortMinutes, id, recordDate } from './scalars.ts';

/** Working minutes of a task's length; 480 are a day. */
const durationMinutes = effortMinutes.nullable();

/** A pause within a task, in working minutes. */
export const taskSplit = z.object({
  afterMinutes: z.int().min(leastPartMinutes).max(6_000_000).describe('Of its work, before it.'),
  gapMinutes: z.int().min(leastPartMinutes).max(6_000_000).describe('How long it lasts.'),
});

const splits = z.array(taskSplit).max(mostSplits);
const constraintMinute = z.int().min(0).max(1_440).nullable();

/** What people said about a task's place in time; its `startOn` and `dueOn` follow from it (PM-07). */
export const taskScheduleView = z.object({
  scheduling: z.enum(schedulings).describe('Whether the schedule moves it, or people alone do.'),
  constraintType: z.enum(taskConstraints),
  constraintOn: calendarDate.nullable(),
  constraintMinute: constraintMinute.describe(
    'Minute of that day; null: where its work begins or ends.',
  ),
  durationMinutes: durationMinutes.describe('Null where the work, or nothing, says how long.'),
  splits: splits.describe('Pauses, which are not part of the duration.'),
  taskType: z.enum(taskTypes).describe('What stays when duration, work or units change.'),
  isEffortDriven: z.boolean().describe('More people make it shorter, its work stays.'),
  deadlineOn: calendarDate
    .nullable()
    .describe('Moves nothing; the schedule says when it is missed.'),
  percentComplete: z.int(),
  actualStartOn: calendarDate.nullable(),
  calendarId: id<CalendarId>().nullable().describe('Its own working times.'),
  schedulePriority: z.int().describe('0 to 1,000; the higher is served first when levelling.'),
});

/** The same as people write it. */
export const taskScheduleFields = {
  scheduling: z.enum(schedulings),
  constraintType: z.enum(taskConstraints),
  constraintOn: recordDate.nullable().describe('For all constraints but the two that name no day.'),
  constraintMinute: constraintMinute.describe(
    'Minute of the day of the constraint; null: all of it.',
  ),
  durationMinutes,
  splits,
  taskType: z.enum(taskTypes),
  isEffortDriven: z.boolean(),
  deadlineOn: recordDate.nullable(),
  percentComplete: z.int().min(0).max(100),
  actualStartOn: recordDate.nullable(),
  doneOn: recordDate.nullable().describe('The day it was done; of a task that is done.'),
  calendarId: id<CalendarId>().nullable(),
  schedulePriority: z.int().min(0).max(1_000),
};
