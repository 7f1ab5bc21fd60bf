import type { ProjectId, ScenarioChangeId, ScenarioId, TaskId } from '@evenkeel/core/id';
import { z } from 'zod';
import { calendarDate, id, reference } from './scalars.ts';

const projectId = id<ProjectId>();
const taskDays = z.object({ startOn: calendarDate.nullable(), dueOn: calendarDate.nullable() });

/** Where tasks lie in a scenario, those that lie elsewhere than in the plan. */
export const scenarioDatesView = z.object({
  scenario: reference<ScenarioId>(),
  rows: z.array(
    z.object({
      taskId: id<TaskId>(),
      projectId,
      isMilestone: z.boolean(),
      before: taskDays,
      after: taskDays,
    }),
  ),
  stoppedProjectIds: z.array(projectId).describe('Projects that the scenario stops.'),
  problems: z
    .array(z.object({ changeId: id<ScenarioChangeId>(), message: z.string() }))
    .describe('Changes that the plan does not allow any more; the dates are without them.'),
});
/** Where tasks lie in a scenario. */
export type ScenarioDatesView = z.infer<typeof scenarioDatesView>;
