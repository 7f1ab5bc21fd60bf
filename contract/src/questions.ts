import type { MemberId, ProjectId, QuestionId } from '@evenkeel/core/id';
import { questionRules } from '@evenkeel/core/questions/anticipate';
import { questionStates } from '@evenkeel/core/questions/question';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, instant, longText, reference, version } from './scalars.ts';

const params = z.object({ id: id<QuestionId>() });

/** The words of a question, 1 to 2,000 characters. */
export const questionText = z
  .string()
  .trim()
  .min(1, 'is needed')
  .max(2_000, 'is longer than 2,000 characters');

/** A question with its answer, as the team sees it. */
export const questionView = z.object({
  id: id<QuestionId>(),
  version,
  projectId: id<ProjectId>(),
  question: z.string(),
  answer: z.string(),
  because: z.string().describe('The facts for which it was expected; empty for what was asked.'),
  state: z.enum(questionStates),
  askedBy: reference<MemberId>().nullable(),
  createdAt: instant,
  publishedAt: instant.nullable(),
});
/** A question with its answer. */
export type QuestionView = z.infer<typeof questionView>;

/** A question that the state of the project calls for and nobody has taken up. */
export const expectedQuestion = z.object({
  rule: z.enum(questionRules),
  key: z.string(),
  question: z.string(),
  answer: z.string(),
  because: z.string(),
});
/** A question that the state of the project calls for. */
export type ExpectedQuestion = z.infer<typeof expectedQuestion>;

/** Questions that clients ask or will ask, with answers to edit and publish (CL-10). */
export const questions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/questions',
    permission: 'read',
    summary: 'Questions of a project, and those that its state calls for with drafted answers.',
    query: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(questionView), expected: z.array(expectedQuestion) }),
  }),
  draft: endpoint({
    method: 'POST',
    path: '/api/v1/questions',
    permission: 'write',
    summary: 'Take up an expected question by its key, or write one.',
    body: z.union([
      z.strictObject({ projectId: id<ProjectId>(), key: z.string().max(300) }),
      z.strictObject({
        projectId: id<ProjectId>(),
        question: questionText,
        answer: longText.default(''),
      }),
    ]),
    output: questionView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/questions/:id',
    permission: 'write',
    summary: 'Change a question or its answer. What is published stays published, with the change.',
    ifMatch: true,
    params,
    body: z.object({ question: questionText, answer: longText }).partial(),
    output: questionView,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/api/v1/questions/:id/publish',
    permission: 'write',
    summary: 'Show question and answer in the portal; who asked hears of it.',
    ifMatch: true,
    params,
    output: questionView,
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/api/v1/questions/:id/dismiss',
    permission: 'write',
    summary: 'Put a question aside; what was published is taken back.',
    ifMatch: true,
    params,
    output: questionView,
  }),
  dismissExpected: endpoint({
    method: 'POST',
    path: '/api/v1/questions/dismiss',
    permission: 'write',
    summary: 'Put an expected question aside, for as long as its cause stays the same.',
    body: z.object({ projectId: id<ProjectId>(), key: z.string().max(300) }),
    output: done,
  }),
};
