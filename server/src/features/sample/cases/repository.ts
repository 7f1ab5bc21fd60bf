import type { SampleCost } from '@evenkeel/core/sample/initiative-cases';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** What the initiatives bring and cost, and whom they touch. */
export async function insertCases(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const part = (project: string) => ({
    ...common(newId()),
    project_id: need(ids, 'project', project),
  });
  await insertRanking(scope, firm, ids);
  await insertRows(
    scope,
    'benefit',
    firm.cases.benefits.map((benefit) => ({
      ...part(benefit.project),
      name: benefit.name,
      nature: benefit.amount === null ? 'other' : 'money',
      timing: benefit.timing,
      amount: benefit.amount,
      period: benefit.period,
      due_on: benefit.dueOn,
      measured_by: benefit.measuredBy,
      outcome: benefit.outcome,
      actual_amount: benefit.actualAmount,
      outcome_note: benefit.outcomeNote,
    })),
  );
  await insertRows(
    scope,
    'cost_item',
    firm.cases.costs.map(({ project, name, cost }) => ({
      ...part(project),
      name,
      kind: cost.kind,
      ...costColumns(cost, ids),
    })),
  );
  await insertRows(
    scope,
    'stakeholder',
    firm.cases.stakeholders.map((row) => ({
      ...part(row.project),
      name: row.name,
      person_id: row.person === null ? null : need(ids, 'person', row.person),
      stance: row.stance,
      influence: row.influence,
      concern: row.concern,
      response: row.response,
      adoption_measure: row.adoption?.measure ?? '',
      adoption_target: row.adoption?.target ?? null,
      adoption_actual: row.adoption?.actual ?? null,
    })),
  );
}

/** What the initiatives take for granted, each with its KPI. */
export async function insertAssumptions(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'assumption',
    firm.assumptions.map(({ project, name, wrongWhen, note }) => ({
      ...common(newId()),
      project_id: need(ids, 'project', project),
      name,
      kpi_id: wrongWhen === null ? null : need(ids, 'kpi', wrongWhen.kpi),
      operator: wrongWhen?.operator ?? 'below',
      threshold: wrongWhen?.threshold ?? null,
      note,
    })),
  );
}

/** The firm's own criterion beside value, effort and goals, and what each initiative got by it. */
async function insertRanking(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const criterionId = newId();
  await insertRows(scope, 'ranking_criterion', [
    {
      ...common(criterionId),
      measure: 'own',
      name: 'Reversible',
      question: 'How cheaply can we stop it after three months, from 1 to 10?',
      weight: 15,
      position: 3,
    },
  ]);
  await insertRows(
    scope,
    'initiative_score',
    firm.cases.places.flatMap(({ project, reversible }) =>
      reversible === null
        ? []
        : [
            {
              ...common(newId()),
              project_id: need(ids, 'project', project),
              criterion_id: criterionId,
              score: reversible,
            },
          ],
    ),
  );
}

function costColumns(cost: SampleCost['cost'], ids: Ids) {
  const isPeople = cost.kind === 'people';
  return {
    amount: isPeople ? null : cost.amount,
    period: cost.kind === 'recurring' ? cost.period : null,
    role_id: isPeople ? need(ids, 'role', cost.role) : null,
    minutes: isPeople ? cost.minutes : null,
    starts_on: cost.kind === 'one-off' ? cost.on : null,
    ends_on: null,
  };
}
