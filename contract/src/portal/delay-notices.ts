import type { DelayNoticeId, ProjectId } from '@evenkeel/core/id';
import { noticeAnswers, noticeStates } from '@evenkeel/core/promises/notice';
import { z } from 'zod';
import { clientReasonView, delaySidesView } from '../delay-notices.ts';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';

/** A delay notice as the client reads it: nothing in it names what they do not see. */
export const portalDelayNotice = z.object({
  id: id<DelayNoticeId>(),
  wording: z.string(),
  oldDay: calendarDate,
  newDay: calendarDate,
  slipDays: z.int(),
  state: z.enum(noticeStates),
  mayMove: z.boolean(),
  reasons: z.array(clientReasonView),
  holds: z.object({
    days: z.array(z.object({ wording: z.string(), day: calendarDate })),
    price: z.boolean(),
  }),
  sides: delaySidesView,
  text: z.string(),
  sentAt: instant,
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  answerWords: z.string(),
});
/** A delay notice as the client reads it. */
export type PortalDelayNotice = z.infer<typeof portalDelayNotice>;

const params = z.object({ projectId: id<ProjectId>() });

/** Notices about dates that move, and the client's answers to them (CL-06, CL-07). */
export const portalDelayNotices = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/delay-notices',
    permission: 'client',
    summary: 'Delay notices that you were sent, those to answer first.',
    params,
    output: z.object({ rows: z.array(portalDelayNotice) }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/delay-notices/:id/answer',
    permission: 'client',
    summary: 'Accept the new date, or ask for a change.',
    params: params.extend({ id: id<DelayNoticeId>() }),
    body: z.object({
      answer: z.enum(noticeAnswers),
      words: z.string().trim().max(5_000, 'is longer than 5,000 characters').default(''),
    }),
    output: portalDelayNotice,
  }),
};
