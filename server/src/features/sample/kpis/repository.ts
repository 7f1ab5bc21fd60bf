import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Objectives and KPIs of the sample's goals, with their actuals and what was said about them. */
export async function insertKpis(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const firstObjective = await nextNumbers(scope, 'objective', firm.objectives.length);
  await insertRows(
    scope,
    'objective',
    firm.objectives.map((objective, index) => ({
      ...common(need(ids, 'objective', objective.key)),
      number: firstObjective + index,
      goal_id: need(ids, 'goal', objective.goal),
      name: objective.name,
      notes: '',
      owner_id: need(ids, 'person', objective.owner),
      position: index + 1,
    })),
  );
  const firstKpi = await nextNumbers(scope, 'kpi', firm.kpis.length);
  await insertRows(
    scope,
    'kpi',
    firm.kpis.map((kpi, index) => ({
      ...common(need(ids, 'kpi', kpi.key)),
      number: firstKpi + index,
      goal_id: need(ids, 'goal', kpi.goal),
      objective_id: kpi.objective === null ? null : need(ids, 'objective', kpi.objective),
      name: kpi.name,
      perspective: kpi.perspective,
      unit: kpi.unit,
      direction: kpi.direction,
      frequency: kpi.frequency,
      baseline: kpi.baseline,
      target: kpi.target,
      start_on: kpi.startOn,
      owner_id: need(ids, 'person', kpi.owner),
      position: index + 1,
      notes: kpi.notes,
    })),
  );
  await insertPoints(scope, firm, ids);
}

async function insertPoints(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'kpi_interim_target',
    firm.kpis.flatMap((kpi) =>
      kpi.interimTargets.map(({ on, value }) => ({
        ...common(newId()),
        kpi_id: need(ids, 'kpi', kpi.key),
        on_date: on,
        value,
      })),
    ),
  );
  await insertRows(
    scope,
    'kpi_actual',
    firm.kpis.flatMap((kpi) =>
      kpi.actuals.map(({ on, value, comment, author }) => ({
        ...common(newId()),
        kpi_id: need(ids, 'kpi', kpi.key),
        on_date: on,
        value,
        comment,
        author_id: need(ids, 'person', author),
        entered_at: `${on}T16:00:00Z`,
      })),
    ),
  );
}
