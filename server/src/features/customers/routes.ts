import { customerGoals } from '@evenkeel/contract/customers';
import { implement } from '../../platform/http/implement.ts';
import { presentInitiative } from './initiatives/presenter.ts';
import { presentGoal, presentPrompt } from './presenter.ts';
import * as service from './service.ts';

export const customerGoalRoutes = implement(customerGoals, {
  aims: async ({ scope, params }) => {
    const { goals, initiatives, work, prompts } = await service.readAims(scope, params.id);
    return {
      goals: goals.map((goal) => ({
        ...presentGoal(goal),
        work: (work.get(goal.id) ?? []).map(({ kind, id, name, isOver }) => ({
          kind,
          id,
          name,
          isOver,
        })),
      })),
      initiatives: initiatives.map(presentInitiative),
      prompts: goals.flatMap(({ id }) => {
        const reason = prompts.get(id);
        return reason ? [{ goalId: id, reason }] : [];
      }),
    };
  },
  prompts: async ({ scope }) => {
    const { goals, prompts } = await service.readAims(scope, null);
    return {
      rows: goals.flatMap((goal) => {
        const reason = prompts.get(goal.id);
        return reason ? [presentPrompt(goal, reason)] : [];
      }),
    };
  },
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listGoals(scope, query);
    return { rows: rows.map(presentGoal), ...page };
  },
  get: async ({ scope, params }) => presentGoal(await service.getGoal(scope, params.id)),
  create: async ({ scope, body }) => presentGoal(await service.createGoal(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentGoal(await service.updateGoal(scope, params.id, version, body)),
  openDeal: async ({ scope, params, body }) => service.openDeal(scope, params.id, body.name),
  remove: async ({ scope, params }) => {
    await service.removeGoal(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentGoal(await service.restoreGoal(scope, params.id)),
});
