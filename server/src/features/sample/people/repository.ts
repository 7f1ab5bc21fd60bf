import { usualQuietDays } from '@evenkeel/core/deals/pipeline';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Teams, roles, stages and people with their rates; what stands already by name is left alone. */
export async function insertPeople(
  scope: Scope,
  firm: SampleFirm,
  { ids, ownersPlace }: { ids: Ids; ownersPlace: string },
): Promise<void> {
  await insertFresh(scope, ids, {
    team: firm.teams.map(({ key, name }) => ({ key, name })),
    role: firm.roles.map(({ key, name, costRate, billRate }) => ({
      key,
      name,
      cost_rate: costRate,
      bill_rate: billRate,
    })),
    stage: firm.stages.map(({ key, name, probability, outcome }, position) => ({
      key,
      name,
      probability,
      outcome,
      position,
      quiet_after_days: outcome === 'open' ? usualQuietDays : null,
    })),
  });
  const rows = firm.people.map((person) => ({
    ...common(need(ids, 'person', person.key)),
    name: person.name,
    email: person.email,
    kind: person.kind,
    team_id: need(ids, 'team', person.team),
    role_id: need(ids, 'role', person.role),
    weekly_minutes: person.weeklyMinutes,
    joined_on: person.joinedOn,
    left_on: person.leftOn,
  }));
  const owner = scope.actor.personId;
  await insertRows(
    scope,
    'person',
    rows.filter((row) => row.id !== owner),
  );
  if (owner) await takePlace(scope, firm, { ids, ownersPlace });
  const rates = firm.people.flatMap((person) =>
    person.rates.map((rate) => ({ ...rate, person: person.key })),
  );
  await insertRows(
    scope,
    'person_rate',
    rates.map((rate) => ({
      ...common(newId()),
      person_id: need(ids, 'person', rate.person),
      valid_from: rate.from,
      cost_rate: rate.costRate,
      bill_rate: rate.billRate,
    })),
  );
}

async function insertFresh(
  scope: Scope,
  ids: Ids,
  tables: Record<'team' | 'role' | 'stage', readonly { readonly key: string }[]>,
): Promise<void> {
  for (const table of ['team', 'role', 'stage'] as const) {
    const standing = await scope.tx.selectFrom(table).select('id').limit(200).execute();
    const known = new Set<string>(standing.map((row) => row.id));
    const more = table === 'stage' ? { pipeline_id: need(ids, 'pipeline', '') } : {};
    const fresh = tables[table].map(({ key, ...row }) => ({
      ...common(need(ids, table, key)),
      ...more,
      ...row,
    }));
    await insertRows(
      scope,
      table,
      fresh.filter((row) => !known.has(row.id)),
    );
  }
}

/** The caller keeps their name, and takes team, role and history of one person of the sample. */
async function takePlace(
  scope: Scope,
  firm: SampleFirm,
  { ids, ownersPlace }: { ids: Ids; ownersPlace: string },
): Promise<void> {
  const place = firm.people.find(({ key }) => key === ownersPlace);
  if (!place) throw new Error(`nobody in the sample is named ${ownersPlace}`);
  await sql`
    update person set team_id = ${need(ids, 'team', place.team)}, role_id = ${need(ids, 'role', place.role)},
      weekly_minutes = ${place.weeklyMinutes}, joined_on = ${place.joinedOn}
    where id = ${scope.actor.personId}`.execute(scope.tx);
}
