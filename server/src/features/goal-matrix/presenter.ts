import type { GoalMatrixView } from '@evenkeel/contract/goal-matrix';
import { goalPace } from '@evenkeel/core/strategy/goal';
import { unserved } from '@evenkeel/core/strategy/goal-matrix';
import type { getMatrix } from './service.ts';

export function presentMatrix({
  projects,
  goals,
  links,
}: Awaited<ReturnType<typeof getMatrix>>): GoalMatrixView {
  const cells = links.map((link) => ({
    projectId: link.project_id,
    goalId: link.goal_id,
    strength: link.strength,
  }));
  const initiatives = projects.filter((project) => project.kind === 'initiative');
  const own = new Set<string>(initiatives.map((project) => project.id));
  const alone = unserved({
    projectIds: initiatives.map((project) => project.id),
    goalIds: goals.map(({ goal }) => goal.id),
    links: cells.filter((cell) => own.has(cell.projectId)),
  });
  const [aloneGoals, aloneProjects] = [new Set(alone.goalIds), new Set(alone.projectIds)];
  return {
    goals: goals.map(({ goal, kpis }) => ({
      id: goal.id,
      number: goal.number,
      name: goal.name,
      plan: { id: goal.plan_id, name: goal.plan_name },
      standing: goalPace(kpis.map((kpi) => kpi.pace)).standing,
    })),
    projects,
    cells,
    goalsWithoutInitiative: goals.map(({ goal }) => goal.id).filter((id) => aloneGoals.has(id)),
    initiativesWithoutGoal: initiatives.map(({ id }) => id).filter((id) => aloneProjects.has(id)),
  };
}
