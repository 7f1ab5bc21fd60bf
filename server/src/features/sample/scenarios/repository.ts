import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import type { SampleScenarioChange } from '@evenkeel/core/sample/scenarios';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Scenarios of the sample with their changes. */
export async function insertScenarios(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const by = scope.actor.memberId;
  const scenarios = firm.scenarios.map((scenario) => ({ id: newId(), scenario }));
  await insertRows(
    scope,
    'scenario',
    scenarios.map(({ id, scenario: { name, notes } }) => ({
      ...common(id),
      name,
      notes,
      created_by: by,
    })),
  );
  await insertRows(
    scope,
    'scenario_change',
    scenarios.flatMap(({ id, scenario }) =>
      scenario.changes.map(({ isOff = false, ...change }, index) => ({
        ...common(newId()),
        scenario_id: id,
        position: index + 1,
        facts: factsOf(change, ids),
        is_off: isOff,
        added_by: by,
      })),
    ),
  );
}

/** A change as the contract says it. */
function factsOf(change: SampleScenarioChange, ids: Ids) {
  switch (change.kind) {
    case 'win-deal':
      return {
        kind: change.kind,
        dealId: need(ids, 'deal', change.deal),
        projectManagerId: need(ids, 'person', change.manager),
      };
    case 'start-initiative':
      return { kind: change.kind, projectId: need(ids, 'project', change.project) };
    case 'delay-project': {
      const { kind, weeks } = change;
      return { kind, projectId: need(ids, 'project', change.project), weeks };
    }
    case 'hire': {
      const { kind, name, weeklyMinutes, from } = change;
      return {
        kind,
        name,
        roleId: need(ids, 'role', change.role),
        teamId: need(ids, 'team', change.team),
        weeklyMinutes,
        from,
        costPerHourMinor: null,
        billPerHourMinor: null,
      };
    }
  }
}
