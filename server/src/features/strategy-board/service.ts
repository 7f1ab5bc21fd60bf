import { holdsFindings, leadingPlan } from '@evenkeel/core/strategy/strategy-board';
import type { Scope } from '../../platform/db/scope.ts';
import * as insights from '../analysis/insights/service.ts';
import * as analysis from '../analysis/service.ts';
import * as goals from '../goals/service.ts';
import * as initiatives from '../initiatives/service.ts';
import * as kpis from '../kpis/service.ts';
import * as plans from '../plans/service.ts';
import * as tacticalPlans from '../tactical-plans/service.ts';

/** More than a firm has of any of these, and no more than a page can show. */
const limit = 500;
const latestFindings = 6;
const dueWithinDays = 7;

/** Everything the four quarters of the strategy board are made of. */
export async function gatherStrategy(scope: Scope) {
  const found = await plans.listPlans(scope, { limit, sort: '-startsOn' });
  const leading = leadingPlan(
    found.rows.map((row) => ({
      id: row.id,
      scope: row.scope,
      state: row.state,
      startsOn: row.starts_on,
    })),
  );
  return {
    plans: found.rows,
    leading: leading ? (await plans.getPlan(scope, leading.id)).record : null,
    boards: (await analysis.listBoards(scope, { limit, sort: '-number', isArchived: 'false' }))
      .rows,
    findings: await newestFindings(scope),
    goals: (await goals.listGoals(scope, { limit, sort: 'number' })).rows,
    tacticalPlans: (await tacticalPlans.listTacticalPlans(scope, { limit, sort: 'name' })).rows,
    initiatives: (await initiatives.listInitiatives(scope, { limit, sort: 'number' })).rows,
    kpis: (await kpis.listKpis(scope, { limit, sort: 'position' })).rows,
    due: await kpis.listDue(scope, { withinDays: dueWithinDays }),
  };
}

/** The latest insights that something can follow from. */
async function newestFindings(scope: Scope) {
  const { rows } = await insights.listInsights(scope, { limit: 100, sort: '-notedOn' });
  return rows.filter(({ insight }) => holdsFindings(insight.board_kind)).slice(0, latestFindings);
}
