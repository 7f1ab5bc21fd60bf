import { timelineKinds, timelineSubjects } from '@evenkeel/core/interactions/timeline';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate } from './scalars.ts';

/** One fact of a timeline: something said, sold, begun, ended or handed over. */
export const timelineEntry = z.object({
  /** Names the fact, so that a reader can tell two of one record apart. */
  key: z.string(),
  kind: z.enum(timelineKinds),
  on: calendarDate,
  subject: z.object({ kind: z.enum(subjectKinds), id: z.uuid() }).describe('What it is about.'),
  name: z.string(),
  detail: z.string(),
  outcome: z.string(),
  direction: z.enum(['in', 'out']).nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('People of ours.'),
  contacts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  followUpOn: calendarDate.nullable().describe('Open follow-ups only.'),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timeline = {
  read: endpoint({
    method: 'GET',
    path: '/api/v1/timeline',
    permission: 'read',
    summary:
      'Everything said with and done for an account, a contact, a deal or a project, the newest first (CR-01).',
    query: z.object({
      subject: z.enum(timelineSubjects),
      subjectId: z.uuid(),
      kinds: commaList(z.enum(timelineKinds)).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}~.+$/, 'must be the cursor of a timeline')
        .optional(),
    }),
    output: z.object({ rows: z.array(timelineEntry), nextCursor: z.string().nullable() }),
  }),
};
