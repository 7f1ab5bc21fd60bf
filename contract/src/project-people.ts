import type { HealthStatementId, PersonId, ProjectId } from '@evenkeel/core/id';
import { healths } from '@evenkeel/core/projects/health';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, instant, longText, reference, shortText } from './scalars.ts';

const projectId = id<ProjectId>();
const params = z.object({ id: projectId });
const personParams = z.object({ id: projectId, personId: id<PersonId>() });

/** How a project stood at a moment, said by somebody. */
export const healthStatement = z.object({
  id: id<HealthStatementId>(),
  health: z.enum(healths),
  note: z.string(),
  by: z.string().nullable(),
  at: instant,
});
/** How a project stood at a moment. */
export type HealthStatement = z.infer<typeof healthStatement>;

/** How a project stands by what was said of it last. */
export const latestHealth = z
  .object({ health: z.enum(healths), note: z.string(), at: instant })
  .describe('What was said of it last; null before anybody has.');
/** How a project stands by what was said of it last. */
export type LatestHealth = z.infer<typeof latestHealth>;

/** How projects of both kinds stand, in the words of who answers for them. */
export const projectHealth = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/health',
    permission: 'read',
    summary: 'Health statements of a project, the latest first.',
    params,
    output: z.object({ rows: z.array(healthStatement) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:id/health',
    permission: 'write',
    summary: 'Say how a project stands; at risk and off track need a note.',
    params,
    body: z.object({ health: z.enum(healths), note: longText.default('') }),
    output: healthStatement,
  }),
};

/** What somebody does and has done on a project (PM-15). */
export const projectPerson = z.object({
  person: reference<PersonId>(),
  part: z.string().describe('What they are there for, in a few words.'),
  isNamed: z.boolean().describe('Named as on the project; else only tasks or hours say so.'),
  taskCount: z.int(),
  doneCount: z.int(),
  overdueCount: z.int(),
  loggedMinutes: z.int(),
});
/** What somebody does and has done on a project. */
export type ProjectPerson = z.infer<typeof projectPerson>;

/** Who is on a project of either kind, for what, and where they stand (PM-10, PM-11, PM-15). */
export const projectPeople = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/people',
    permission: 'read',
    summary: 'Everybody on a project: named, on a task or with hours; by name.',
    params,
    output: z.object({ rows: z.array(projectPerson) }),
  }),
  put: endpoint({
    method: 'PUT',
    path: '/api/v1/projects/:id/people/:personId',
    permission: 'write',
    summary: 'Name a person as on a project, and for what.',
    params: personParams,
    body: z.object({ part: shortText.pipe(z.string().max(200)).default('') }),
    output: done,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/projects/:id/people/:personId',
    permission: 'write',
    summary: 'Name a person as on a project no more; their tasks stay theirs.',
    params: personParams,
    output: done,
  }),
};
