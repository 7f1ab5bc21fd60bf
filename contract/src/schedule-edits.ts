import type { CalendarId, DependencyId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { moveReasons } from '@evenkeel/core/projects/schedule-moves';
import { scheduleEnds } from '@evenkeel/core/projects/schedule-plan';
import { z } from 'zod';
import { dependencies } from './dependencies.ts';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, recordDate, shortText, version } from './scalars.ts';
import { namedProject, namedTask, scheduleProblem, taskMove } from './schedules.ts';
import { taskChange, taskShares } from './tasks.ts';

const taskId = id<TaskId>();
const projectId = id<ProjectId>();

/** A task that an edit moves, and why. */
export const previewedMove = taskMove.extend({
  reason: z.enum(moveReasons),
  because: namedTask.nullable().describe('The predecessor that holds it where it goes.'),
});
/** A task that an edit moves, and why. */
export type PreviewedMove = z.infer<typeof previewedMove>;

const leaveDraft = z.object({
  personId: id<PersonId>(),
  startOn: recordDate,
  endOn: recordDate,
  note: shortText.default(''),
});

/** One edit of a plan. Several are made in their order: all or none. */
export const scheduleEdit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('task'),
    id: taskId,
    version: version.optional().describe('Refused when the task has moved on since.'),
    change: taskChange.extend({
      assigneeIds: z.array(id<PersonId>()).max(50).optional(),
      shares: taskShares.optional().describe('Who does it, with shares of their time.'),
    }),
  }),
  dependencies.create.body.extend({ kind: z.literal('add-dependency') }),
  z.object({
    kind: z.literal('change-dependency'),
    id: id<DependencyId>(),
    change: dependencies.update.body,
  }),
  z.object({ kind: z.literal('remove-dependency'), id: id<DependencyId>() }),
  z.object({
    kind: z.literal('project'),
    id: projectId,
    change: z
      .object({
        startOn: recordDate.nullable(),
        calendarId: id<CalendarId>().nullable(),
        scheduleFrom: z.enum(scheduleEnds),
        honoursConstraints: z.boolean(),
        statusOn: recordDate.nullable(),
      })
      .partial(),
  }),
  leaveDraft.extend({ kind: z.literal('add-leave') }),
]);
/** One edit of a plan. */
export type ScheduleEdit = z.infer<typeof scheduleEdit>;

const edits = z.object({ edits: z.array(scheduleEdit).min(1).max(500) });

/** What edits do to dates. */
export const movesView = z.object({
  moves: z.array(previewedMove).describe('The edited tasks first, then the others by their end.'),
  finishes: z.array(
    z.object({
      project: namedProject,
      before: calendarDate.nullable(),
      after: calendarDate.nullable(),
    }),
  ),
  problems: z.array(scheduleProblem).describe('What the plans cannot keep afterwards.'),
});
/** What edits do to dates. */
export type MovesView = z.infer<typeof movesView>;

/** Edits of plans, and what would follow from them. */
export const scheduleEdits = {
  preview: endpoint({
    method: 'POST',
    path: '/api/v1/schedule-previews',
    permission: 'write',
    summary: 'Which tasks of which projects edits would move, and why. Writes nothing (PM-07).',
    body: edits,
    output: movesView,
  }),
  apply: endpoint({
    method: 'POST',
    path: '/api/v1/schedule-edits',
    permission: 'write',
    summary: 'Make several edits of plans at once, all or none; answers what moved.',
    body: edits,
    output: movesView,
  }),
};
