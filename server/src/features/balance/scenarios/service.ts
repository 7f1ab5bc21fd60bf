import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { ScenarioChangeFacts, scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioChangeId, ScenarioId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { canSeeMoney } from '../service.ts';
import * as changes from './changes/repository.ts';
import * as repository from './repository.ts';

/** More changes than anybody can still overlook. */
const mostChanges = 100;

export type WholeScenario = {
  readonly scenario: repository.ScenarioRecord;
  readonly changes: readonly changes.ChangeRecord[];
  readonly names: ReadonlyMap<string, string>;
  /** Whether whoever asked may see what people cost. */
  readonly showsMoney: boolean;
};

/** A scenario with the changes that count. */
export type Meant = {
  readonly scenario: repository.ScenarioRecord;
  readonly changes: readonly changes.ChangeRecord[];
};

export type { ChangeRecord } from './changes/repository.ts';
export type { ScenarioRecord } from './repository.ts';

export function listScenarios(scope: Scope, search: string | undefined) {
  return repository.listScenarios(scope, search);
}

export async function getScenario(scope: Scope, id: ScenarioId): Promise<WholeScenario> {
  const scenario = await repository.findScenario(scope, id);
  if (!scenario) throw new AppError('not-found', 'There is no such scenario.');
  const list = await changes.listChanges(scope, [id]);
  return {
    scenario,
    changes: list,
    names: await namesOf(scope, list.flatMap(idsIn)),
    showsMoney: canSeeMoney(scope.actor),
  };
}

/** Scenarios in the order asked for, each with the changes that are not switched off. */
export async function readMeant(scope: Scope, ids: readonly ScenarioId[]): Promise<Meant[]> {
  const list = await changes.listChanges(scope, ids);
  const meant: Meant[] = [];
  for (const id of ids) {
    const scenario = await repository.findScenario(scope, id);
    if (!scenario) throw new AppError('not-found', 'There is no such scenario.');
    const own = list.filter((change) => change.scenario_id === id && !change.is_off);
    meant.push({ scenario, changes: own });
  }
  return meant;
}

/** What records are called, by id; those that are gone are not among them. */
export async function namesOf(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = await repository.listNames(scope, [...new Set(ids)]);
  return new Map(names.map((one) => [one.id, one.name]));
}

export async function createScenario(
  scope: Scope,
  { copyOf, changes: drafts, ...fields }: BodyOf<typeof scenarios.create>,
): Promise<WholeScenario> {
  const copied = copyOf ? (await getScenario(scope, copyOf)).changes : [];
  const id = await repository.insertScenario(scope, fields);
  await changes.insertChanges(scope, id, [
    ...copied.map(({ facts, is_off }) => ({ facts, isOff: is_off })),
    ...drafts.map((facts) => ({ facts: withAllowedRates(scope, facts) })),
  ]);
  return getScenario(scope, id);
}

export async function updateScenario(
  scope: Scope,
  record: { readonly id: ScenarioId; readonly version: number },
  change: BodyOf<typeof scenarios.update>,
): Promise<WholeScenario> {
  await repository.updateScenario(scope, record, {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.notes === undefined ? {} : { notes: change.notes }),
  });
  return getScenario(scope, record.id);
}

export async function removeScenario(scope: Scope, id: ScenarioId): Promise<void> {
  if (await repository.setScenarioDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such scenario.');
}

export async function restoreScenario(scope: Scope, id: ScenarioId): Promise<WholeScenario> {
  await repository.setScenarioDeleted(scope, id, false);
  return getScenario(scope, id);
}

export async function addChange(
  scope: Scope,
  id: ScenarioId,
  facts: ScenarioChangeFacts,
): Promise<WholeScenario> {
  const { changes: standing } = await openScenario(scope, id);
  if (standing.length >= mostChanges)
    throw invalid(['facts'], 'too-many', `a scenario holds ${mostChanges} changes at most`);
  await changes.insertChanges(scope, id, [{ facts: withAllowedRates(scope, facts) }]);
  return touched(scope, id);
}

export async function updateChange(
  scope: Scope,
  key: changes.ChangeKey & { readonly version: number },
  { facts, isOff }: BodyOf<typeof scenarios.updateChange>,
): Promise<WholeScenario> {
  const { changes: standing } = await openScenario(scope, key.scenarioId);
  const before = standing.find((change) => change.id === key.id);
  await changes.updateChange(scope, key, {
    ...(facts === undefined ? {} : { facts: withAllowedRates(scope, facts, before?.facts) }),
    ...(isOff === undefined ? {} : { isOff }),
  });
  return touched(scope, key.scenarioId);
}

export async function removeChange(scope: Scope, key: changes.ChangeKey): Promise<WholeScenario> {
  await openScenario(scope, key.scenarioId);
  if (!(await changes.deleteChange(scope, key)))
    throw new AppError('not-found', 'There is no such change in this scenario.');
  return touched(scope, key.scenarioId);
}

export async function orderChanges(
  scope: Scope,
  id: ScenarioId,
  ids: readonly ScenarioChangeId[],
): Promise<WholeScenario> {
  const { changes: standing } = await openScenario(scope, id);
  const named = new Set(ids);
  if (named.size !== standing.length || standing.some((change) => !named.has(change.id)))
    throw invalid(['changeIds'], 'incomplete', 'must name each change of the scenario once');
  await changes.placeChanges(scope, id, ids);
  return touched(scope, id);
}

/** The scenario, held until the end, if its changes may still be others. */
export async function openScenario(scope: Scope, id: ScenarioId): Promise<WholeScenario> {
  await repository.lockScenario(scope, id);
  const found = await getScenario(scope, id);
  if (found.scenario.applied_at !== null)
    throw new AppError(
      'wrong-state',
      'This scenario was applied: it stays as it was. Copy it to try something else.',
    );
  return found;
}

/** Marks a scenario as applied, on the version that was looked at. */
export async function closeScenario(
  scope: Scope,
  record: { readonly id: ScenarioId; readonly version: number },
): Promise<WholeScenario> {
  await repository.markApplied(scope, record);
  return getScenario(scope, record.id);
}

async function touched(scope: Scope, id: ScenarioId): Promise<WholeScenario> {
  await repository.touchScenario(scope, id);
  return getScenario(scope, id);
}

/** Those who may not see rates, or money that is held back, leave them as they are. */
function withAllowedRates(
  scope: Scope,
  facts: ScenarioChangeFacts,
  before?: ScenarioChangeFacts,
): ScenarioChangeFacts {
  if (canSeeMoney(scope.actor)) return facts;
  if (facts.kind === 'change-reserve') {
    const held = before?.kind === 'change-reserve' ? before.moneyMinor : null;
    return { ...facts, moneyMinor: held };
  }
  if (facts.kind !== 'hire') return facts;
  const known = before?.kind === 'hire' ? before : null;
  return {
    ...facts,
    costPerHourMinor: known?.costPerHourMinor ?? null,
    billPerHourMinor: known?.billPerHourMinor ?? null,
  };
}

/** Everything a change points at. */
function idsIn({ facts }: changes.ChangeRecord): string[] {
  const held = facts.kind === 'change-reserve' && facts.scope.id !== null ? [facts.scope.id] : [];
  const own = Object.entries(facts).flatMap(([field, value]) =>
    field.endsWith('Id') && typeof value === 'string' && value.length === 36 ? [value] : [],
  );
  return [...own, ...held];
}
