import type { GoalId, LadderAnswerId, LadderRungId, MemberId, ProjectId } from '@evenkeel/core/id';
import { ladderQuestions } from '@evenkeel/core/strategy/why-ladder';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, reference, shortText, version } from './scalars.ts';

const answerId = id<LadderAnswerId>();
const rungId = id<LadderRungId>();
const answerText = shortText.min(1, 'is needed');

/** A point of the ladders: an initiative at the foot, an answer, a goal at the top. */
const ladderNode = z.object({
  id: z.uuid(),
  kind: z.enum(['initiative', 'answer', 'goal']),
  text: z.string(),
  version: version.nullable().describe('Of an answer, to change it; null for the others.'),
  author: reference<MemberId>().nullable(),
});

/** From one point to the next higher: the question that was asked, by whom and when. */
const ladderRung = z.object({
  id: rungId,
  from: z.uuid(),
  to: z.uuid(),
  question: z.enum(ladderQuestions),
  author: reference<MemberId>().nullable(),
  at: instant,
});

/** Every ladder of the firm, as one graph. */
export const ladderView = z.object({
  nodes: z
    .array(ladderNode)
    .describe('In the order they were made; answers without a rung are left out.'),
  rungs: z.array(ladderRung),
  links: z
    .array(z.object({ from: z.uuid(), to: z.uuid() }))
    .describe('Goals that initiatives help without a ladder between them.'),
  orphans: z
    .array(z.object({ id: id<ProjectId>(), name: z.string() }))
    .describe('Live initiatives that reach no goal, by ladder or by link.'),
  duplicates: z
    .array(z.object({ keptId: answerId, mergedId: answerId, similarity: z.number() }))
    .describe('Answers that most likely say the same; a person decides.'),
});
export type LadderView = z.infer<typeof ladderView>;

export const whyLadder = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/why-ladder',
    permission: 'read',
    summary:
      'The why-ladders from initiatives to goals, the initiatives without one, and likely duplicates (B05).',
    output: ladderView,
  }),
  climb: endpoint({
    method: 'POST',
    path: '/api/v1/why-ladder/rungs',
    permission: 'write',
    summary:
      'Add a rung: ask a question at an initiative or an answer, and answer it in words, by an answer that stands, or by a goal. Reaching a goal links the initiative to it.',
    body: z.object({
      initiativeId: id<ProjectId>().describe('Whose ladder is climbed.'),
      from: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('initiative') }),
        z.object({ kind: z.literal('answer'), id: answerId }),
      ]),
      question: z.enum(ladderQuestions),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: answerText }),
        z.object({ kind: z.literal('answer'), id: answerId }),
        z.object({ kind: z.literal('goal'), id: id<GoalId>() }),
      ]),
    }),
    output: ladderView,
  }),
  rewrite: endpoint({
    method: 'PATCH',
    path: '/api/v1/why-ladder/answers/:id',
    permission: 'write',
    summary: 'Change the words of an answer.',
    ifMatch: true,
    params: z.object({ id: answerId }),
    body: z.object({ text: answerText }),
    output: ladderView,
  }),
  takeOff: endpoint({
    method: 'DELETE',
    path: '/api/v1/why-ladder/rungs/:id',
    permission: 'write',
    summary: 'Take a rung off.',
    params: z.object({ id: rungId }),
    output: ladderView,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/v1/why-ladder/merge',
    permission: 'write',
    summary:
      'Make two answers one: every ladder through the merged one climbs through the kept one.',
    body: z.object({ keptId: answerId, mergedId: answerId }),
    output: ladderView,
  }),
};
