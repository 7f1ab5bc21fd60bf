import { fileEndingRules } from '@evenkeel/core/files/file-types';
import type { WorkspaceId } from '@evenkeel/core/id';
import { modules } from '@evenkeel/core/workspaces/module';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { emailAddress, password, personalName, timeZone } from './identity.ts';
import { basisPoints, currency, id, version } from './scalars.ts';

/** The name of a firm. */
export const workspaceName = z.string().trim().min(1, 'is needed').max(200, 'is too long');

/** One firm's settings. */
export const workspaceView = z.object({
  id: id<WorkspaceId>(),
  version,
  name: z.string(),
  currency,
  timeZone: z.string(),
  strategicShareTarget: basisPoints,
  strategicShareTolerance: basisPoints,
  fileEndingsRule: z
    .enum(fileEndingRules)
    .describe('Whether files of these endings are refused, or no others are taken.'),
  fileEndings: z.array(z.string()),
  isSample: z.boolean(),
  modulesOff: z.array(z.enum(modules)).describe('Parts of the product that are switched off.'),
});
/** One firm's settings. */
export type WorkspaceView = z.infer<typeof workspaceView>;

/** What the sidebar shows of the product to one member. */
export const sidebarView = z.object({
  modulesOff: z.array(z.enum(modules)),
  foldedGroups: z.array(z.string()).describe('Groups by their label.'),
});
/** What the sidebar shows of the product to one member. */
export type SidebarView = z.infer<typeof sidebarView>;

/** What a new member does first, in this order. */
export const checklistSteps = [
  'accounts',
  'plan',
  'initiative',
  'hand-off',
  'time',
  'balance',
] as const;
/** A step of the checklist. */
export type ChecklistStep = (typeof checklistSteps)[number];

/** What to do first; a step is done when the facts say so. */
export const checklistView = z.object({
  isHidden: z.boolean(),
  steps: z.array(z.object({ step: z.enum(checklistSteps), isDone: z.boolean() })),
});
/** What to do first. */
export type ChecklistView = z.infer<typeof checklistView>;

/** A firm's own workspace: the first visit, its settings, what to do first. */
export const workspaces = {
  setUp: endpoint({
    method: 'POST',
    path: '/api/v1/setup',
    permission: 'public',
    summary: 'Make a workspace and its owner, and sign the owner in.',
    body: z.object({
      workspace: z.object({
        name: workspaceName,
        currency,
        timeZone,
        strategicShareTarget: basisPoints,
      }),
      owner: z.object({ name: personalName, email: emailAddress, password }),
    }),
    output: done,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/workspace',
    permission: 'read',
    summary: 'The settings of this workspace.',
    output: workspaceView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/workspace',
    permission: 'administer',
    summary: 'Change the settings of this workspace.',
    ifMatch: true,
    body: z
      .object({
        name: workspaceName,
        timeZone,
        strategicShareTarget: basisPoints,
        strategicShareTolerance: basisPoints,
        fileEndingsRule: z.enum(fileEndingRules),
        fileEndings: z
          .array(
            z.string().regex(/^[a-z0-9_-]{1,20}$/, 'must be the ending of a name, such as pdf'),
          )
          .max(200),
        modulesOff: z.array(z.enum(modules)).max(modules.length),
      })
      .partial(),
    output: workspaceView,
  }),
  sidebar: endpoint({
    method: 'GET',
    path: '/api/v1/sidebar',
    permission: 'read',
    summary: 'Which parts are switched off for everybody, and what you have folded away (XC-04).',
    output: sidebarView,
  }),
  foldSidebar: endpoint({
    method: 'PUT',
    path: '/api/v1/sidebar',
    permission: 'read',
    summary: 'Fold groups of your own sidebar away.',
    body: z.object({ foldedGroups: z.array(z.string().min(1).max(40)).max(20) }),
    output: sidebarView,
  }),
  checklist: endpoint({
    method: 'GET',
    path: '/api/v1/checklist',
    permission: 'read',
    summary: 'What to do first, and what of it is done.',
    output: checklistView,
  }),
  hideChecklist: endpoint({
    method: 'PATCH',
    path: '/api/v1/checklist',
    permission: 'read',
    summary: 'Hide the checklist, or show it again.',
    body: z.object({ isHidden: z.boolean() }),
    output: done,
  }),
};
