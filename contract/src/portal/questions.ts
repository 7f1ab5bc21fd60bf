import type { ProjectId, QuestionId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { questionText } from '../questions.ts';
import { id, instant } from '../scalars.ts';

const params = z.object({ projectId: id<ProjectId>() });

/** A question as the client reads it; without an answer it waits for one. */
export const portalQuestion = z.object({
  id: id<QuestionId>(),
  question: z.string(),
  answer: z.string().nullable(),
  askedAt: instant,
  askedBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
});
/** A question as the client reads it. */
export type PortalQuestion = z.infer<typeof portalQuestion>;

/** Questions and answers of a project, for its client. */
export const portalQuestions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/questions',
    permission: 'client',
    summary: 'Questions with their answers, and those asked that wait for one.',
    params,
    output: z.object({ rows: z.array(portalQuestion) }),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/questions',
    permission: 'client',
    summary: 'Ask a question.',
    params,
    body: z.object({ question: questionText }),
    output: z.object({ id: id<QuestionId>() }),
  }),
};
