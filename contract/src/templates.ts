import type { RoleId, TemplateId } from '@evenkeel/core/id';
import { dependencyTypes } from '@evenkeel/core/projects/dependency';
import { mostPessimistic } from '@evenkeel/core/projects/estimate-spread';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import {
  basisPoints,
  effortMinutes,
  id,
  instant,
  lagMinutes,
  longText,
  recordName,
  version,
} from './scalars.ts';

const templateId = id<TemplateId>();
const params = z.object({ id: templateId });
/** A name of a template, a phase: at most 200 characters. */
export const templateName = recordName.pipe(z.string().max(200, 'is longer than 200 characters'));

const shares = {
  startShare: basisPoints.describe('Of the whole length of the project.'),
  endShare: basisPoints,
};

/** A task of a template; `weight` is its share of the hours of its role, in any unit. */
export const outlineTask = z.object({
  name: recordName,
  roleId: id<RoleId>().nullable(),
  weight: z.number().min(0, 'must be 0 or more').max(1_000_000),
  ...shares,
  isMilestone: z.boolean(),
  level: z
    .int()
    .min(0)
    .max(20)
    .default(0)
    .describe('Depth: part of the nearest task before it in its phase that stands higher.'),
  estimateMinutes: effortMinutes
    .nullable()
    .default(null)
    .describe('Hours when none were sold; those that were sold are shared by weight.'),
  optimisticShare: basisPoints
    .nullable()
    .default(null)
    .describe('Hours at best, as a share of those it gets; basis points.'),
  pessimisticShare: z
    .int()
    .min(10_000, 'must be 100 % or more')
    .max(mostPessimistic)
    .nullable()
    .default(null)
    .describe('Hours at worst, likewise; 10,000 or more.'),
  notes: longText.default(''),
  acceptance: longText.default('').describe('What must have happened for it to count as done.'),
  checklist: z.array(recordName).max(100).readonly().default([]),
  after: z
    .array(
      z.object({
        index: z.int().min(0).describe('Place of the predecessor among all tasks.'),
        type: z.enum(dependencyTypes).default('finish-start'),
        lagMinutes: lagMinutes.default(0),
      }),
    )
    .max(50)
    .readonly()
    .default([]),
});

/** The shape of a project: TemplateOutline of core/projects/template. */
export const templateOutline = z.object({
  durationWeekdays: z.int().min(1, 'must be at least a day').max(5_000),
  phases: z
    .array(z.object({ name: templateName, ...shares, tasks: z.array(outlineTask).max(500) }))
    .max(100),
});

/** A shape from which projects are made (PM-22, ST-04, U21). */
export const templateView = z.object({
  id: templateId,
  version,
  kind: z.enum(projectKinds),
  name: z.string(),
  outline: templateOutline,
  createdAt: instant,
  deletedAt: instant.nullable(),
});
/** A shape from which projects are made. */
export type TemplateView = z.infer<typeof templateView>;

/** What a new template takes. */
export const templateDraft = z.object({
  kind: z.enum(projectKinds),
  name: templateName,
  outline: templateOutline,
});

/** Shapes from which projects of either kind are made. */
export const templates = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/templates',
    permission: 'read',
    summary: 'Templates of client projects and initiatives, by name.',
    query: z.object({ kind: z.enum(projectKinds).optional() }),
    output: z.object({ rows: z.array(templateView) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/templates/:id',
    permission: 'read',
    summary: 'One template.',
    params,
    output: templateView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/templates',
    permission: 'manage',
    summary: 'Add a template.',
    body: templateDraft,
    output: templateView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/templates/:id',
    permission: 'manage',
    summary: 'Change a template; projects made from it stay as they are.',
    ifMatch: true,
    params,
    body: templateDraft.omit({ kind: true }).partial(),
    output: templateView,
  }),
  copy: endpoint({
    method: 'POST',
    path: '/api/v1/templates/:id/copy',
    permission: 'manage',
    summary: 'Add a template that begins as a copy of this one.',
    params,
    body: z.object({ name: templateName }),
    output: templateView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/templates/:id',
    permission: 'manage',
    summary: 'Move a template to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/templates/:id/restore',
    permission: 'manage',
    summary: 'Take a template out of the trash.',
    params,
    output: templateView,
  }),
};
