import type { ScenarioRow, ScenarioView } from '@evenkeel/contract/scenarios';
import { moment } from '../../../platform/db/values.ts';
import type { ScenarioRecord, WholeScenario } from './service.ts';

export function presentRow(scenario: ScenarioRecord): ScenarioRow {
  const { applied_at, applied_by, applier_name } = scenario;
  return {
    id: scenario.id,
    version: scenario.version,
    name: scenario.name,
    notes: scenario.notes,
    createdBy: { id: scenario.created_by, name: scenario.maker_name },
    createdAt: moment(scenario.created_at),
    updatedAt: moment(scenario.updated_at),
    changeCount: scenario.change_count,
    applied:
      applied_at === null || applied_by === null
        ? null
        : { at: moment(applied_at), by: { id: applied_by, name: applier_name ?? '' } },
  };
}

export function presentScenario({
  scenario,
  changes,
  names,
  showsMoney,
}: WholeScenario): ScenarioView {
  return {
    ...presentRow(scenario),
    changes: changes.map((change) => ({
      id: change.id,
      version: change.version,
      facts: showsMoney ? change.facts : withoutRates(change.facts),
      isOff: change.is_off,
      addedBy: { id: change.added_by, name: change.member_name },
    })),
    names: Object.fromEntries(names),
  };
}

function withoutRates(facts: WholeScenario['changes'][number]['facts']) {
  if (facts.kind === 'change-reserve') return { ...facts, moneyMinor: null };
  if (facts.kind !== 'hire') return facts;
  return { ...facts, costPerHourMinor: null, billPerHourMinor: null };
}
