import type { GoalId, ProjectId, StrategicPlanId } from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { kpiStandings } from '@evenkeel/core/strategy/kpi';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, reference } from './scalars.ts';

/** From strongly hurts (-2) to strongly helps (2). */
const strength = z.int().min(-2).max(2);

const cell = z.object({ projectId: id<ProjectId>(), goalId: id<GoalId>(), strength });
export type MatrixCell = z.infer<typeof cell>;

/** Live work against goals: what helps what, and what serves nobody (ST-40). */
export const goalMatrixView = z.object({
  goals: z.array(
    z.object({
      id: id<GoalId>(),
      number: z.int(),
      name: z.string(),
      plan: reference<StrategicPlanId>(),
      standing: z.enum(kpiStandings),
    }),
  ),
  projects: z.array(
    z.object({
      id: id<ProjectId>(),
      number: z.int(),
      name: z.string(),
      kind: z.enum(['client', 'initiative']),
      state: z.enum(projectStates),
    }),
  ),
  cells: z.array(cell),
  goalsWithoutInitiative: z.array(id<GoalId>()),
  initiativesWithoutGoal: z.array(id<ProjectId>()),
});
export type GoalMatrixView = z.infer<typeof goalMatrixView>;

export const goalMatrix = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/goal-matrix',
    permission: 'read',
    summary:
      'Initiatives, or client projects too, against goals: how much each helps or hurts, with the goals and initiatives that stand alone.',
    query: z.object({ kinds: z.enum(['initiative', 'all']).default('initiative') }),
    output: goalMatrixView,
  }),
  ofProject: endpoint({
    method: 'GET',
    path: '/api/v1/goal-matrix/projects/:projectId',
    permission: 'read',
    summary: 'The goals that one client project or initiative serves or hurts (ST-34).',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(z.object({ goal: reference<GoalId>(), strength })) }),
  }),
  set: endpoint({
    method: 'PUT',
    path: '/api/v1/goal-matrix/:projectId/:goalId',
    permission: 'write',
    summary:
      'Say how much a client project or an initiative helps a goal; null takes the link off. Running initiatives keep one goal they serve.',
    params: z.object({ projectId: id<ProjectId>(), goalId: id<GoalId>() }),
    body: z.object({ strength: strength.nullable() }),
    output: z.object({ strength: strength.nullable() }),
  }),
};
