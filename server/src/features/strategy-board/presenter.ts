import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { goalPace } from '@evenkeel/core/strategy/goal';
import { measuredKpi } from '@evenkeel/core/strategy/measured-kpi';
import { planReviewOn, tacticalReviewOn } from '@evenkeel/core/strategy/review-cadence';
import { byConcern, byFunnel, upcomingReviews } from '@evenkeel/core/strategy/strategy-board';
import { integer } from '../../platform/db/values.ts';
import type { gatherStrategy } from './service.ts';

type Strategy = Awaited<ReturnType<typeof gatherStrategy>>;

export function presentStrategyBoard(strategy: Strategy, today: CalendarDate): StrategyBoardView {
  return {
    analysis: presentAnalysis(strategy),
    articulation: presentArticulation(strategy),
    planning: presentPlanning(strategy),
    control: presentControl(strategy, today),
  };
}

function presentAnalysis({ boards, findings }: Strategy): StrategyBoardView['analysis'] {
  return {
    boards: boards.map((board) => ({
      id: board.id,
      name: board.name,
      kind: board.kind,
      insightCount: integer(board.insight_count),
      linkedCount: integer(board.linked_count),
    })),
    insights: findings.map(({ insight, links }) => ({
      id: insight.id,
      name: insight.name,
      notedOn: insight.noted_on,
      board: { id: insight.board_id, name: insight.board_name },
      ledTo: links.length,
    })),
  };
}

function presentArticulation({ leading, goals }: Strategy): StrategyBoardView['articulation'] {
  const rows = goals.map(({ goal, kpis }) => ({
    id: goal.id,
    name: goal.name,
    deadline: goal.deadline,
    standing: goalPace(kpis.map((kpi) => kpi.pace)).standing,
    initiativeCount: goal.initiative_count,
  }));
  return { plan: leading && presentWords(leading), goals: [...byConcern(rows)] };
}

function presentWords({ id, name, state, vision, mission, values }: Strategy['leading'] & object) {
  return { id, name, state, vision, mission, values };
}

function presentPlanning(strategy: Strategy): StrategyBoardView['planning'] {
  const initiatives = strategy.initiatives.map(({ record, goals, test }) => ({
    state: record.state,
    id: record.id,
    name: record.name,
    metCount: test.metCount,
    class: test.class,
    goalCount: goals.length,
  }));
  return {
    plans: strategy.plans
      .filter(({ state }) => state !== 'closed')
      .map(({ id, name, state }) => ({ id, name, state })),
    tacticalPlans: strategy.tacticalPlans
      .filter((plan) => plan.plan_state !== 'closed')
      .map(({ id, name, ends_on: endsOn, tactic_count: tacticCount }) => ({
        id,
        name,
        endsOn,
        tacticCount,
      })),
    initiatives: byFunnel(initiatives).map(({ state, rows }) => ({ state, rows: [...rows] })),
  };
}

function presentControl(strategy: Strategy, today: CalendarDate): StrategyBoardView['control'] {
  const measured = strategy.kpis.map(({ kpi, latest }) => ({
    id: kpi.id,
    name: kpi.name,
    unit: kpi.unit,
    // Went in as a number of the contract.
    value: latest && Number(latest.value),
    target: kpi.target,
    standing: measuredKpi(kpi, today).pace.standing,
  }));
  return {
    kpis: [...byConcern(measured)],
    due: strategy.due.flatMap(({ kpi }) => {
      const { dueOn } = measuredKpi(kpi, today);
      return dueOn === null ? [] : [{ id: kpi.id, name: kpi.name, dueOn }];
    }),
    reviews: [...upcomingReviews([...planReviews(strategy), ...tacticalReviews(strategy)])],
  };
}

function planReviews({ plans }: Strategy) {
  return plans.map((plan) => ({
    kind: 'strategic-plan' as const,
    id: plan.id,
    name: plan.name,
    reviewOn: planReviewOn(plan),
  }));
}

function tacticalReviews({ tacticalPlans }: Strategy) {
  return tacticalPlans.map((plan) => ({
    kind: 'tactical-plan' as const,
    id: plan.id,
    name: plan.name,
    reviewOn: tacticalReviewOn(plan),
  }));
}
