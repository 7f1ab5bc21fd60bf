import type {
  AnalysisBoardId,
  GoalId,
  InsightId,
  PersonId,
  ProjectId,
  StrategicPlanId,
} from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { boardKinds } from '@evenkeel/core/strategy/analysis-board';
import { z } from 'zod';
import { done, endpoint, listQuery, page } from './endpoint.ts';
import { calendarDate, id, instant, recordDate, reference, version } from './scalars.ts';

const boardId = id<AnalysisBoardId>();
const insightId = id<InsightId>();
const boardParams = z.object({ id: boardId });
const insightParams = z.object({ id: insightId });

const boardName = z.string().trim().min(1, 'is needed').max(200, 'is longer than 200 characters');
const competitors = z
  .array(z.string().trim().min(1, 'is needed').max(60, 'is longer than 60 characters'))
  .max(8, 'are more than 8')
  .refine((names) => new Set(names).size === names.length, 'names one twice');

/** A finding on a board: text, section, weight, author and day, with numbers where the board has some. */
const insightFields = {
  section: z.string().max(40).describe('A section of the kind of board.'),
  name: z.string().trim().min(1, 'is needed').max(500, 'is longer than 500 characters'),
  weight: z.int().min(1).max(3).describe('1 light, 3 heavy.'),
  authorId: id<PersonId>().nullable(),
  notedOn: recordDate,
  position: z.number().describe('Place within its section, the smallest first.'),
  levels: z
    .record(z.string().max(60), z.int().min(0).max(10))
    .describe('Strategy canvas: the level of the factor by competitor, 0 to 10.'),
  share: z
    .int()
    .min(0)
    .max(100_000)
    .nullable()
    .describe('Growth-share matrix: our share ÷ that of the largest competitor, in hundredths.'),
  growth: z
    .int()
    .min(-10_000)
    .max(100_000)
    .nullable()
    .describe('Growth-share matrix: growth of the market in basis points a year.'),
};

/** A finding on an analysis board, with what it led to. */
export const insightView = z.object({
  id: insightId,
  version,
  board: z.object({ id: boardId, name: z.string(), kind: z.enum(boardKinds) }),
  ...insightFields,
  name: z.string(),
  notedOn: calendarDate,
  author: reference<PersonId>().nullable(),
  goals: z.array(reference<GoalId>()),
  initiatives: z.array(reference<ProjectId>().extend({ state: z.enum(projectStates) })),
  deletedAt: instant.nullable(),
});
/** A finding on an analysis board. */
export type InsightView = z.infer<typeof insightView>;

/** A board as lists show it. */
export const analysisBoardRow = z.object({
  id: boardId,
  number: z.int(),
  version,
  kind: z.enum(boardKinds),
  name: z.string(),
  plan: reference<StrategicPlanId>().nullable(),
  insightCount: z.int(),
  linkedCount: z.int().describe('Insights that led to a goal or an initiative.'),
  archivedAt: instant.nullable(),
  updatedAt: instant,
});
/** A board as lists show it. */
export type AnalysisBoardRow = z.infer<typeof analysisBoardRow>;

/** A board with its insights. */
export const analysisBoardView = analysisBoardRow.extend({
  competitors: z.array(z.string()),
  insights: z.array(insightView),
  deletedAt: instant.nullable(),
});
/** A board with its insights. */
export type AnalysisBoardView = z.infer<typeof analysisBoardView>;

/** Boards of findings: SWOT, PESTEL and the like (ST-37). */
export const analysisBoards = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/analysis-boards',
    permission: 'read',
    summary: 'Analysis boards, of one plan or of all.',
    query: listQuery(['-number', 'name', 'kind'], {
      planId: id<StrategicPlanId>().optional(),
      isArchived: z.enum(['true', 'false']).optional(),
    }),
    output: page(analysisBoardRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/analysis-boards/:id',
    permission: 'read',
    summary: 'One board with its insights.',
    params: boardParams,
    output: analysisBoardView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/analysis-boards',
    permission: 'write',
    summary: 'Add a board of a kind.',
    body: z.object({
      kind: z.enum(boardKinds),
      name: boardName,
      planId: id<StrategicPlanId>().nullable().default(null),
      competitors: competitors.default([]),
    }),
    output: analysisBoardView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/analysis-boards/:id',
    permission: 'write',
    summary: 'Name a board, put it under another plan, archive it, or set its competitors.',
    ifMatch: true,
    params: boardParams,
    body: z
      .object({
        name: boardName,
        planId: id<StrategicPlanId>().nullable(),
        competitors,
        isArchived: z.boolean(),
      })
      .partial(),
    output: analysisBoardView,
  }),
  copy: endpoint({
    method: 'POST',
    path: '/api/v1/analysis-boards/:id/copy',
    permission: 'write',
    summary: 'A new board with the insights of this one, without what they led to.',
    params: boardParams,
    body: z.object({ name: boardName, planId: id<StrategicPlanId>().nullable().optional() }),
    output: analysisBoardView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/analysis-boards/:id',
    permission: 'write',
    summary: 'Move a board to the trash.',
    params: boardParams,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/analysis-boards/:id/restore',
    permission: 'write',
    summary: 'Take a board out of the trash.',
    params: boardParams,
    output: analysisBoardView,
  }),
};

/** The findings on analysis boards. */
export const insights = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/insights',
    permission: 'read',
    summary: 'Insights, of one board or those that led to a goal or an initiative.',
    query: listQuery(['-notedOn', 'name', 'weight'], {
      boardId: boardId.optional(),
      goalId: id<GoalId>().optional(),
      initiativeId: id<ProjectId>().optional(),
    }),
    output: page(insightView),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/analysis-boards/:id/insights',
    permission: 'write',
    summary: 'Add an insight to a section of a board.',
    params: boardParams,
    body: z.object(insightFields).partial().required({ section: true, name: true }),
    output: insightView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/insights/:id',
    permission: 'write',
    summary:
      'Change an insight or move it to another section. With share and growth known it goes to the field they say, unless a section is given.',
    ifMatch: true,
    params: insightParams,
    body: z.object(insightFields).partial(),
    output: insightView,
  }),
  setLinks: endpoint({
    method: 'PUT',
    path: '/api/v1/insights/:id/links',
    permission: 'write',
    summary: 'Say which goals and initiatives an insight led to.',
    params: insightParams,
    body: z.object({
      goalIds: z.array(id<GoalId>()).max(50),
      initiativeIds: z.array(id<ProjectId>()).max(50),
    }),
    output: insightView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/insights/:id',
    permission: 'write',
    summary: 'Move an insight to the trash.',
    params: insightParams,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/insights/:id/restore',
    permission: 'write',
    summary: 'Take an insight out of the trash.',
    params: insightParams,
    output: insightView,
  }),
};
