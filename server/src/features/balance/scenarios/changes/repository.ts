import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import type { ScenarioChangeId, ScenarioId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../../platform/db/scope.ts';
import { versioned } from '../../../../platform/db/versioned.ts';
import { newId } from '../../../../platform/ids.ts';

export type ChangeRecord = Awaited<ReturnType<typeof listChanges>>[number];

/** The changes of some scenarios, each in its order. */
export async function listChanges(scope: Scope, scenarioIds: readonly ScenarioId[]) {
  if (scenarioIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('scenario_change as change')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'change.workspace_id')
        .onRef('member.id', '=', 'change.added_by'),
    )
    .where('change.workspace_id', '=', scope.workspaceId)
    .where('change.scenario_id', 'in', scenarioIds)
    .select(['change.id', 'change.version', 'change.scenario_id', 'change.facts', 'change.is_off'])
    .select(['change.added_by', 'member.name as member_name'])
    .orderBy('change.position')
    .orderBy('change.id')
    .limit(1_000)
    .execute();
  // Written by this module only, from facts that the contract has checked.
  return rows.map((row) => ({ ...row, facts: row.facts as ScenarioChangeFacts }));
}

/** Adds changes after those that stand there. */
export async function insertChanges(
  scope: Scope,
  scenarioId: ScenarioId,
  changes: readonly { readonly facts: ScenarioChangeFacts; readonly isOff?: boolean }[],
): Promise<void> {
  if (changes.length === 0) return;
  const { last } = await scope.tx
    .selectFrom('scenario_change')
    .where('workspace_id', '=', scope.workspaceId)
    .where('scenario_id', '=', scenarioId)
    .select((of) => of.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  await scope.tx
    .insertInto('scenario_change')
    .values(
      changes.map(({ facts, isOff = false }, place) => ({
        workspace_id: scope.workspaceId,
        id: newId<ScenarioChangeId>(),
        scenario_id: scenarioId,
        position: (last ?? 0) + 1 + place,
        facts: JSON.stringify(facts),
        is_off: isOff,
        added_by: scope.actor.memberId,
      })),
    )
    .execute();
}

export type ChangeKey = { readonly scenarioId: ScenarioId; readonly id: ScenarioChangeId };

export async function updateChange(
  scope: Scope,
  key: ChangeKey & { readonly version: number },
  { facts, isOff }: { readonly facts?: ScenarioChangeFacts; readonly isOff?: boolean },
): Promise<void> {
  const written = await scope.tx
    .updateTable('scenario_change')
    .set({
      ...(facts === undefined ? {} : { facts: JSON.stringify(facts) }),
      ...(isOff === undefined ? {} : { is_off: isOff }),
      ...({ updated_at: sql`now()` } as object),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('scenario_id', '=', key.scenarioId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () =>
    (await listChanges(scope, [key.scenarioId])).some((change) => change.id === key.id),
  );
}

/** Takes a change out. Whether there was one to take. */
export async function deleteChange(scope: Scope, key: ChangeKey): Promise<boolean> {
  const written = await scope.tx
    .deleteFrom('scenario_change')
    .where('workspace_id', '=', scope.workspaceId)
    .where('scenario_id', '=', key.scenarioId)
    .where('id', '=', key.id)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Puts the changes of a scenario into the order of `ids`. */
export async function placeChanges(
  scope: Scope,
  scenarioId: ScenarioId,
  ids: readonly ScenarioChangeId[],
): Promise<void> {
  await sql`update scenario_change set position = place.position
    from unnest(${[...ids]}::uuid[]) with ordinality place (id, position)
    where scenario_change.workspace_id = ${scope.workspaceId}
      and scenario_change.scenario_id = ${scenarioId} and scenario_change.id = place.id
      and scenario_change.position <> place.position`.execute(scope.tx);
}
