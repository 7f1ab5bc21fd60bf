import type {
  AnalysisBoardId,
  GoalId,
  InsightId,
  KpiId,
  ProjectId,
  StrategicPlanId,
  TacticalPlanId,
} from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { boardKinds } from '@evenkeel/core/strategy/analysis-board';
import { workClasses } from '@evenkeel/core/strategy/initiative-test';
import { kpiStandings } from '@evenkeel/core/strategy/kpi';
import { planStates } from '@evenkeel/core/strategy/plan';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, reference } from './scalars.ts';

const analysis = z.object({
  boards: z.array(
    z.object({
      id: id<AnalysisBoardId>(),
      name: z.string(),
      kind: z.enum(boardKinds),
      insightCount: z.int(),
      linkedCount: z.int().describe('Insights that led to a goal or an initiative.'),
    }),
  ),
  insights: z
    .array(
      z.object({
        id: id<InsightId>(),
        name: z.string(),
        notedOn: calendarDate,
        board: reference<AnalysisBoardId>(),
        ledTo: z.int().describe('Goals and initiatives that it led to.'),
      }),
    )
    .describe('The latest findings, the newest first; factors and offerings are none.'),
});

const articulation = z.object({
  plan: z
    .object({
      id: id<StrategicPlanId>(),
      name: z.string(),
      state: z.enum(planStates),
      vision: z.string(),
      mission: z.string(),
      values: z.string(),
    })
    .nullable()
    .describe("The firm's own plan, approved before draft; null when there is none that holds."),
  goals: z
    .array(
      z.object({
        id: id<GoalId>(),
        name: z.string(),
        deadline: calendarDate.nullable(),
        standing: z.enum(kpiStandings),
        initiativeCount: z.int().describe('0: nothing serves it yet (ST-40).'),
      }),
    )
    .describe('Those first that ask for something.'),
});

const planning = z.object({
  plans: z.array(reference<StrategicPlanId>().extend({ state: z.enum(planStates) })),
  tacticalPlans: z.array(
    reference<TacticalPlanId>().extend({ endsOn: calendarDate.nullable(), tacticCount: z.int() }),
  ),
  initiatives: z
    .array(
      z.object({
        state: z.enum(projectStates),
        rows: z.array(
          reference<ProjectId>().extend({
            metCount: z.int().describe('Criteria met of the five of the initiative-or-goal test.'),
            class: z.enum(workClasses),
            goalCount: z.int().describe('0: it serves no goal.'),
          }),
        ),
      }),
    )
    .describe('By state of the funnel; what is shelved or rejected is left out.'),
});

const control = z.object({
  kpis: z
    .array(
      z.object({
        id: id<KpiId>(),
        name: z.string(),
        unit: z.string(),
        value: z.number().nullable().describe('Its latest actual.'),
        target: z.number().nullable(),
        standing: z.enum(kpiStandings),
      }),
    )
    .describe('Those first that ask for something.'),
  due: z
    .array(reference<KpiId>().extend({ dueOn: calendarDate }))
    .describe('Actuals due within a week or overdue, the most overdue first.'),
  reviews: z
    .array(
      z.union([
        reference<StrategicPlanId>().extend({
          kind: z.literal('strategic-plan'),
          reviewOn: calendarDate,
        }),
        reference<TacticalPlanId>().extend({
          kind: z.literal('tactical-plan'),
          reviewOn: calendarDate,
        }),
      ]),
    )
    .describe('The next review of each plan, the next first.'),
});

/** The whole strategy in four quarters: analysis, articulation, planning, control (ST-36). */
export const strategyBoardView = z.object({ analysis, articulation, planning, control });
export type StrategyBoardView = z.infer<typeof strategyBoardView>;

export const strategyBoard = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/strategy-board',
    permission: 'read',
    summary: 'The strategy at a glance in four quarters, live from its records (ST-36).',
    output: strategyBoardView,
  }),
};
