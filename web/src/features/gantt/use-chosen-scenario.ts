import type { ScenarioId } from '@evenkeel/core/id';
import { useMemo } from 'react';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { useScenarioDates } from '../balance/scenarios/api.ts';
import { scenarioSpans } from './model.ts';

/** The scenario that lies beside the plan, kept in the address, with where it puts tasks. */
export function useChosenScenario() {
  const [chosen, setChosen] = useAddressState<ScenarioId | ''>('scenario', '', isScenarioId);
  const id = chosen === '' ? null : chosen;
  const dates = useScenarioDates(id).data ?? null;
  const spans = useMemo(() => (dates ? scenarioSpans(dates) : null), [dates]);
  const onChoose = (next: ScenarioId | null) => setChosen(next ?? '');
  return { spans, menu: { chosen: id, dates, onChoose } };
}

/** Whatever stands in the address; the server refuses what is no id. */
function isScenarioId(value: unknown): value is ScenarioId | '' {
  return typeof value === 'string';
}
