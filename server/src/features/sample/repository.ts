import type { PipelineId } from '@evenkeel/core/id';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';
import type { Ids } from './ids.ts';

/** Whether nobody has put anything into the workspace yet. */
export async function isEmpty(scope: Scope): Promise<boolean> {
  const { rows } = await sql<{ is_empty: boolean }>`
    select not exists (select from account) and not exists (select from deal)
       and not exists (select from project) and not exists (select from strategic_plan)
       and not exists (select from time_entry) as is_empty`.execute(scope.tx);
  return rows[0]?.is_empty ?? false;
}

/** From here on, changes of this transaction are recorded as those of the sample. */
export async function beginSample(scope: Scope): Promise<void> {
  await sql`set local evenkeel.source = 'sample'`.execute(scope.tx);
  await scope.tx
    .updateTable('workspace')
    .set({ is_sample: true })
    .where('id', '=', scope.workspaceId)
    .execute();
}

/** An id for every record of the sample: that of what stands already by name, else a new one. */
export async function chooseIds(
  scope: Scope,
  firm: SampleFirm,
  {
    ownersPlace,
    pipelineId,
    reasonIds,
  }: {
    ownersPlace: string;
    pipelineId: PipelineId;
    reasonIds: ReadonlyMap<string, string>;
  },
): Promise<Ids> {
  const ids = new Map<string, string>();
  const add = (table: string, keys: readonly { key: string }[]) => {
    for (const { key } of keys) ids.set(`${table}:${key}`, newId());
  };
  add('team', firm.teams);
  add('role', firm.roles);
  add('person', firm.people);
  add('account', firm.accounts);
  add('contact', firm.clients.contacts);
  add('customer_goal', firm.clients.customerGoals);
  add('customer_initiative', firm.clients.customerInitiatives);
  add('product', firm.products);
  add('stage', firm.stages);
  add('pipeline', firm.pipelines);
  for (const { stages } of firm.pipelines) add('stage', stages);
  add('deal', firm.deals);
  // A contract goes by the key of its deal.
  add(
    'contract',
    firm.deals.filter(({ contractSignedOn }) => contractSignedOn !== null),
  );
  add('goal', firm.goals);
  add('objective', firm.objectives);
  add('kpi', firm.kpis);
  add('tactical_plan', firm.tacticalPlans);
  add('ring_fence', firm.ringFences);
  add('tactic', firm.tactics);
  add('project', firm.projects);
  add('phase', firm.phases);
  add('task', firm.tasks);
  add('recurrence', firm.recurrences);
  ids.set('plan:', newId());
  for (const table of ['team', 'role', 'stage'] as const) {
    const standing = await scope.tx.selectFrom(table).select(['id', 'name']).limit(200).execute();
    for (const row of standing) {
      const named = firm[`${table}s`].find(({ name }) => name === row.name);
      if (named) ids.set(`${table}:${named.key}`, row.id);
    }
  }
  ids.set('pipeline:', pipelineId);
  for (const [key, id] of reasonIds) ids.set(`reason:${key}`, id);
  const templates = await scope.tx
    .selectFrom('template')
    .select(['id', 'name'])
    .limit(200)
    .execute();
  for (const row of templates) ids.set(`template:${row.name}`, row.id);
  if (scope.actor.personId) ids.set(`person:${ownersPlace}`, scope.actor.personId);
  return ids;
}

/**
 * Marks all that the sample told as mailed: its people and their addresses are made up, and with a mail
 * server set nothing is to be written to them.
 */
export async function keepFromMail(scope: Scope): Promise<void> {
  const { workspaceId, now } = scope;
  const mailed = { mailed_at: now };
  await scope.tx
    .updateTable('contact_letter')
    .set(mailed)
    .where('workspace_id', '=', workspaceId)
    .where('mailed_at', 'is', null)
    .execute();
  await scope.tx
    .updateTable('notification')
    .set({ ...mailed, mail_path: null })
    .where('workspace_id', '=', workspaceId)
    .where('mailed_at', 'is', null)
    .execute();
}
