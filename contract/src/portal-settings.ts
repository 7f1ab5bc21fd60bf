import type { AccountId, FileId, Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { portalAmounts } from '@evenkeel/core/projects/portal';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, instant, longText, reference, shortText, version } from './scalars.ts';

/** What the firm shows of a project in the portal. */
export const portalSettingsView = z.object({
  version,
  account: reference<AccountId>().nullable().describe('Without an account there is no portal.'),
  openedAt: instant.nullable().describe('Null while the portal of the project is closed.'),
  shows: z.array(z.enum(portalAmounts)),
  welcome: z.string(),
  toleranceDays: z
    .int()
    .describe('Working days by which a told date may slip before a delay notice is drafted.'),
  agreedToleranceDays: z
    .int()
    .nullable()
    .describe('As the working agreement has it; null without one that both acknowledged.'),
  tasks: z.array(
    z.object({
      id: id<TaskId>(),
      name: z.string(),
      isMilestone: z.boolean(),
      isDone: z.boolean(),
      isVisible: z.boolean(),
    }),
  ),
  files: z.array(
    z.object({
      id: id<FileId>(),
      name: z.string(),
      about: z.string().nullable().describe('The task it hangs on.'),
      isVisible: z.boolean(),
    }),
  ),
  messageCount: z.int().describe('Comments that the client sees.'),
});
/** What the firm shows of a project in the portal. */
export type PortalSettingsView = z.infer<typeof portalSettingsView>;

const params = z.object({ id: id<ProjectId>() });

/** What the firm shows its client of a project (CL-14, CL-15, U09). */
export const portalSettings = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/portal',
    permission: 'read',
    summary: 'What the client sees of a project: whether it is open, its amounts, tasks and files.',
    params,
    output: portalSettingsView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/client-projects/:id/portal',
    permission: 'manage',
    summary:
      'Open or close the portal of a project, choose the amounts, the welcome and what counts as a delay.',
    ifMatch: true,
    params,
    body: z
      .object({
        isOpen: z.boolean(),
        shows: z.array(z.enum(portalAmounts)).max(portalAmounts.length),
        welcome: longText,
        toleranceDays: z.int().min(0).max(365),
      })
      .partial(),
    output: portalSettingsView,
  }),
  show: endpoint({
    method: 'PUT',
    path: '/api/v1/client-projects/:id/portal/visible',
    permission: 'write',
    summary: 'Show tasks or files of a project to its client, or hide them.',
    params,
    body: z.object({
      taskIds: z.array(id<TaskId>()).max(2_000).default([]),
      fileIds: z.array(id<FileId>()).max(2_000).default([]),
      isVisible: z.boolean(),
    }),
    output: portalSettingsView,
  }),
};

/** A link that opens a status page without a login; its address is shown once, when it is made. */
export const shareLinkView = z.object({
  id: id<Id<'share-link'>>(),
  name: z.string(),
  language: z.enum(portalLanguages),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  isOver: z.boolean(),
  lastOpenedAt: instant.nullable(),
});
/** A link that opens a status page without a login. */
export type ShareLinkView = z.infer<typeof shareLinkView>;

/** Links to a status page without a login (U10). */
export const shareLinks = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/share-links',
    permission: 'read',
    summary: 'The links to the status page of a project that were not taken back.',
    params,
    output: z.object({ rows: z.array(shareLinkView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/client-projects/:id/share-links',
    permission: 'manage',
    summary: 'Make a link that shows the state of a project without a login, for a number of days.',
    isSecret: true,
    params,
    body: z.object({
      name: shortText.pipe(z.string().min(1, 'is needed').max(200)),
      language: z.enum(portalLanguages),
      days: z.int().min(1).max(366),
    }),
    output: z.object({ link: z.string(), shareLink: shareLinkView }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/api/v1/share-links/:id',
    permission: 'manage',
    summary: 'Take a link back; it opens nothing any more.',
    params: z.object({ id: id<Id<'share-link'>>() }),
    output: done,
  }),
};
