import { z } from 'zod';

/** How much of a task list comes in, or came in. */
export const taskListCounts = z.object({
  create: z.int(),
  update: z.int(),
  keep: z.int().describe('Here already and the same, or left as they are by choice.'),
  phases: z.int(),
  links: z.int(),
  people: z.int().describe('Added; those that are here are not counted.'),
  assignments: z.int(),
  checklistItems: z.int(),
  comments: z.int(),
  tags: z.int(),
  baselines: z.int(),
});
/** How much of a task list comes in. */
export type TaskListCountsView = z.infer<typeof taskListCounts>;

/** What a file of tasks holds: what was read, and what of it has no place here. */
export const taskListReport = z.object({
  read: z.array(z.object({ what: z.string(), count: z.int() })),
  left: z.array(
    z.object({
      what: z.string(),
      count: z.int(),
      why: z.string(),
      examples: z.array(z.string()),
    }),
  ),
});
/** What a file of tasks holds. */
export type TaskListReportView = z.infer<typeof taskListReport>;
