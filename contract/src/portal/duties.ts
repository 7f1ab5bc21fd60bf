import type { ClientDutyId, DeliverableId, FileId, ProjectId, TaskId } from '@evenkeel/core/id';
import { dutyKinds } from '@evenkeel/core/waits/duty';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant, longText, version } from '../scalars.ts';
import { sentFile } from './uploads.ts';

/** What the firm needs from the client: what, who, by when (CL-05). */
export const portalDuty = z.object({
  id: id<ClientDutyId>(),
  version,
  taskId: id<TaskId>(),
  name: z.string(),
  kind: z.enum(dutyKinds),
  contact: z.string(),
  isMine: z.boolean().describe('Whether the reader is who was asked.'),
  dueOn: calendarDate,
  details: z.string(),
  state: z.enum(['asked', 'answered', 'paused', 'confirmed']),
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  sentBackReason: z.string().describe('What was missing, where it came back.'),
  deliverableId: id<DeliverableId>().nullable().describe('What is to be approved.'),
  files: z
    .array(z.object({ id: id<FileId>(), name: z.string(), byteSize: z.int() }))
    .describe('Files on it that the client sees, of either side; the oldest first.'),
});
export type PortalDuty = z.infer<typeof portalDuty>;

/** What the firm needs from the client, in the portal. */
export const portalDuties = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/duties',
    permission: 'client',
    summary: 'What is needed from the client on a project, the most urgent first.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(portalDuty) }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/duties/:dutyId/answer',
    permission: 'client',
    summary: 'Say that it is done, with an answer and files if there are any.',
    ifMatch: true,
    params: z.object({ projectId: id<ProjectId>(), dutyId: id<ClientDutyId>() }),
    body: z.object({ answer: longText.default(''), files: z.array(sentFile).max(20).default([]) }),
    output: portalDuty,
  }),
};
