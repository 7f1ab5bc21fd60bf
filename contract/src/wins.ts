import type { GoalId, Id, PersonId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, reference } from './scalars.ts';

/** What kinds of small win there are. */
export const winKinds = ['milestone', 'kpi'] as const;

/** A small win of an initiative, found in the records, with those to thank for it (ST-11). */
export const winView = z.object({
  id: id<Id<string>>(),
  kind: z.enum(winKinds),
  on: calendarDate,
  name: z.string().describe('The milestone that was reached, or the KPI that moved.'),
  initiatives: z.array(reference<ProjectId>()),
  goal: reference<GoalId>().nullable(),
  move: z
    .object({ from: z.number(), to: z.number(), unit: z.string() })
    .nullable()
    .describe('Of a KPI: the actual before and the new one, which is better.'),
  people: z
    .array(reference<PersonId>())
    .describe('Who worked towards the milestone; who leads the initiatives behind the KPI.'),
});
/** A small win of an initiative. */
export type WinView = z.infer<typeof winView>;

/** Small wins: milestones of initiatives done, and KPIs that moved the right way. */
export const wins = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/wins',
    permission: 'read',
    summary: 'Small wins of the last days, of one initiative or of all, newest first.',
    query: z.object({
      initiativeId: id<ProjectId>().optional(),
      days: z.coerce.number().int().min(1).max(400).default(60),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(winView) }),
  }),
};
