import type { ProjectId, SatisfactionId } from '@evenkeel/core/id';
import { satisfactionOccasions } from '@evenkeel/core/satisfaction/satisfaction';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { portalFace } from '../branding.ts';
import { endpoint } from '../endpoint.ts';
import { satisfactionComment, satisfactionScore } from '../satisfaction.ts';
import { id, instant } from '../scalars.ts';

/** What the reader is asked about, and what they said. */
export const portalSatisfaction = z.object({
  id: id<SatisfactionId>(),
  occasion: z.enum(satisfactionOccasions),
  milestone: z.string().nullable(),
  askedAt: instant,
  expiresAt: instant,
  isOpen: z.boolean().describe('It can be answered, or its answer changed.'),
  score: satisfactionScore.nullable(),
  comment: z.string(),
  answeredAt: instant.nullable(),
});
/** What the reader is asked about, and what they said. */
export type PortalSatisfaction = z.infer<typeof portalSatisfaction>;

/** A rating, with a sentence if there is one; without it what was said before stays. */
export const satisfactionAnswer = z.object({
  score: satisfactionScore,
  comment: satisfactionComment.optional(),
});

const params = z.object({ projectId: id<ProjectId>() });

/** Satisfaction asked for in the portal: each client user answers for themselves. */
export const portalSatisfactions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/satisfaction',
    permission: 'client',
    summary: 'What the reader is asked to rate, and their own ratings.',
    params,
    output: z.object({ rows: z.array(portalSatisfaction) }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/satisfaction/:satisfactionId',
    permission: 'client',
    summary: 'Rate, or change the rating while it can be answered.',
    params: params.extend({ satisfactionId: id<SatisfactionId>() }),
    body: satisfactionAnswer,
    output: portalSatisfaction,
  }),
};

/** The page behind the link of a mail: one question, for whoever has the mail. */
export const satisfactionPage = z.object({
  firm: portalFace,
  language: z.enum(portalLanguages),
  timeZone: z.string(),
  project: z.string(),
  projectId: id<ProjectId>(),
  question: portalSatisfaction,
});
/** The page behind the link of a mail. */
export type SatisfactionPage = z.infer<typeof satisfactionPage>;

const token = z.string().min(20).max(200);

/** Rating by the link in a mail, without signing in: reading it records nothing (CR-03). */
export const satisfactionLinks = {
  show: endpoint({
    method: 'POST',
    path: '/api/v1/satisfaction-links/show',
    permission: 'public',
    summary: 'The question behind the link of a mail; it records nothing.',
    body: z.object({ token }),
    output: satisfactionPage,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/v1/satisfaction-links/answer',
    permission: 'public',
    summary: 'Rate by the link of a mail, or change the rating while it can be answered.',
    body: satisfactionAnswer.extend({ token }),
    output: satisfactionPage,
  }),
};
