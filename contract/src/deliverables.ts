import {
  approvalDecisions,
  deliverableStates,
  versionStates,
} from '@evenkeel/core/deliverables/deliverable';
import type {
  AccountId,
  ApprovalId,
  ContactId,
  DeliverableId,
  DeliverableVersionId,
  FileId,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, done, endpoint } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';

const deliverableId = id<DeliverableId>();
const params = z.object({ id: deliverableId });
const versionParams = z.object({ id: deliverableId, versionId: id<DeliverableVersionId>() });

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file as it was when its version was made. */
export const deliverableFile = z.object({
  fileId: id<FileId>(),
  name: z.string(),
  byteSize: z.int(),
  sha256,
});
export type DeliverableFile = z.infer<typeof deliverableFile>;

/** What a named contact said to a version, or that they have not said anything yet (CL-25). */
export const approvalView = z.object({
  id: id<ApprovalId>(),
  contact: reference<ContactId>(),
  decision: z.enum(approvalDecisions).nullable(),
  reason: z.string().describe('Why it was rejected.'),
  decidedAt: instant.nullable(),
  decidedBy: z.string().describe('Who it was, as they were called that day; empty before.'),
  manifestHash: sha256
    .nullable()
    .describe('SHA-256 over the names and hashes of all files that were decided on.'),
  task: reference<TaskId>().nullable().describe('The task on our side that a rejection made.'),
});
export type ApprovalView = z.infer<typeof approvalView>;

/** A version of a deliverable, with its files and what the contacts said. */
export const deliverableVersionView = z.object({
  id: id<DeliverableVersionId>(),
  version,
  number: z.int(),
  note: z.string(),
  state: z.enum(versionStates),
  createdAt: instant,
  askedAt: instant.nullable(),
  askedBy: z.string().nullable(),
  dueOn: calendarDate.nullable(),
  decidedAt: instant.nullable(),
  manifestHash: sha256.nullable(),
  files: z.array(deliverableFile),
  approvals: z.array(approvalView),
});
export type DeliverableVersionView = z.infer<typeof deliverableVersionView>;

/** A result that is handed to the client for approval (PM-20). */
export const deliverableView = z.object({
  id: deliverableId,
  version,
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  name: z.string(),
  description: z.string(),
  state: z.enum(deliverableStates),
  stateSince: instant,
  milestone: reference<TaskId>()
    .extend({ acceptance: z.string(), isDone: z.boolean(), dueOn: calendarDate.nullable() })
    .nullable()
    .describe('It counts as reached when the client has accepted this.'),
  versions: z.array(deliverableVersionView).describe('The latest first.'),
});
export type DeliverableView = z.infer<typeof deliverableView>;

const fields = {
  name: recordName,
  description: longText,
  milestoneId: id<TaskId>().nullable(),
};

/** Deliverables of client projects: versions, approvals, and what is locked by them (CL-25, PM-20). */
export const deliverables = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/deliverables',
    permission: 'read',
    summary: 'Deliverables of some projects, with every version and approval.',
    query: z.object({ projectId: commaList(id<ProjectId>()).optional() }),
    output: z.object({ rows: z.array(deliverableView) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/deliverables/:id',
    permission: 'read',
    summary: 'One deliverable.',
    params,
    output: deliverableView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/deliverables',
    permission: 'write',
    summary: 'Add a deliverable to a client project.',
    body: z.object(fields).partial().extend({ projectId: id<ProjectId>(), name: recordName }),
    output: deliverableView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/deliverables/:id',
    permission: 'write',
    summary: 'Change what a deliverable is called, says, or which milestone it belongs to.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: deliverableView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/deliverables/:id',
    permission: 'write',
    summary: 'Remove a deliverable that the client has not been asked about.',
    params,
    output: done,
  }),
  addVersion: endpoint({
    method: 'POST',
    path: '/api/v1/deliverables/:id/versions',
    permission: 'write',
    summary: 'Make a version of files that hang on the deliverable; their SHA-256 is recorded.',
    params,
    body: z.object({
      fileIds: z.array(id<FileId>()).min(1, 'needs at least one file').max(50),
      note: longText.optional(),
    }),
    output: deliverableView,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/api/v1/deliverables/:id/versions/:versionId/ask',
    permission: 'write',
    summary: 'Ask named contacts for their approval of a version by a day.',
    params: versionParams,
    body: z.object({
      contactIds: z.array(id<ContactId>()).min(1, 'name at least one contact').max(20),
      dueOn: recordDate,
    }),
    output: deliverableView,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/v1/deliverables/:id/versions/:versionId/withdraw',
    permission: 'write',
    summary: 'Take a version back that is not decided yet.',
    params: versionParams,
    output: deliverableView,
  }),
};
