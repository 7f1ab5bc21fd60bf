import type { AccountId, MemberId, ProjectId, SatisfactionId, TaskId } from '@evenkeel/core/id';
import { satisfactionOccasions } from '@evenkeel/core/satisfaction/satisfaction';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, instant, reference } from './scalars.ts';

/** A rating of satisfaction: 1 very dissatisfied, 5 very satisfied. */
export const satisfactionScore = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]);

/** What a client says to a rating, up to 2,000 characters. */
export const satisfactionComment = z.string().trim().max(2_000, 'is longer than 2,000 characters');

const sum = {
  count: z.int().describe('Answers.'),
  mean: z.int().min(100).max(500).nullable().describe('Mean score in hundredths.'),
  satisfied: z.int().nullable().describe('CSAT: share of 4 and 5, in basis points.'),
};

/** A question for one client user, with the answer once there is one. */
export const satisfactionView = z.object({
  id: id<SatisfactionId>(),
  project: reference<ProjectId>(),
  occasion: z.enum(satisfactionOccasions),
  milestone: z
    .object({ id: id<TaskId>().nullable(), name: z.string() })
    .nullable()
    .describe('By the name it had when it was asked about; null at the close of the project.'),
  member: reference<MemberId>().describe('The client user who was asked.'),
  askedAt: instant,
  remindedAt: instant.nullable(),
  expiresAt: instant,
  state: z.enum(['open', 'answered', 'expired']),
  score: satisfactionScore.nullable(),
  comment: z.string(),
  answeredAt: instant.nullable(),
  channel: z.enum(['mail', 'portal']).nullable(),
  followUp: reference<TaskId>().nullable().describe('The task that a score of 1 or 2 made.'),
});
/** A question for one client user, with the answer once there is one. */
export type SatisfactionView = z.infer<typeof satisfactionView>;

/** Satisfaction of a project or an account: the sums, the trend, and the answers behind both. */
export const satisfactionReport = z.object({
  sum: z.object(sum),
  quarters: z.array(
    z.object({ quarter: z.string(), from: calendarDate, to: calendarDate, ...sum }),
  ),
  askedCount: z.int(),
  openCount: z.int().describe('Asked, not answered, and still to be answered.'),
  rows: z.array(satisfactionView),
});
/** Satisfaction of a project or an account. */
export type SatisfactionReport = z.infer<typeof satisfactionReport>;

/** How satisfied clients are, asked at milestones and at the close of a project (CR-03). */
export const satisfaction = {
  report: endpoint({
    method: 'GET',
    path: '/api/v1/satisfaction',
    permission: 'read',
    summary: 'Number, mean, share of 4 and 5 and their trend, with every answer, the latest first.',
    query: z.object({
      projectId: id<ProjectId>().optional(),
      accountId: id<AccountId>().optional(),
    }),
    output: satisfactionReport,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/api/v1/satisfaction/ask',
    permission: 'write',
    summary: 'Ask the client users of a project now; who was asked before is not asked again.',
    body: z.object({
      projectId: id<ProjectId>(),
      milestoneId: id<TaskId>().nullable().describe('Null: about the project as a whole.'),
    }),
    output: z.object({ askedCount: z.int() }),
  }),
};
