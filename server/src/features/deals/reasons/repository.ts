import type { Id } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { translateInUse } from '../../../platform/db/in-use.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type ReasonId = Id<'deal-reason'>;
export type ReasonRecord = Awaited<ReturnType<typeof listReasons>>[number];

const nameTwice = {
  deal_reason_name: { path: ['name'], message: 'is the name of another reason' },
};

/** Most reasons that imports add by themselves; what is beyond stays text. */
const mostAdopted = 40;

export function listReasons(scope: Scope) {
  return reasonRows(scope)
    .orderBy('deal_reason.outcome', 'desc')
    .orderBy(sql`deal_reason.name collate "und-x-icu"`)
    .orderBy('deal_reason.id')
    .limit(500)
    .execute();
}

export function findReason(scope: Scope, id: ReasonId) {
  return reasonRows(scope).where('deal_reason.id', '=', id).executeTakeFirst();
}

export async function insertReasons(
  scope: Scope,
  reasons: readonly { readonly outcome: 'won' | 'lost'; readonly name: string }[],
): Promise<ReasonId[]> {
  const rows = reasons.map(({ outcome, name }) => ({
    workspace_id: scope.workspaceId,
    id: newId<ReasonId>(),
    outcome,
    name,
  }));
  await translateUnique(scope.tx.insertInto('deal_reason').values(rows).execute(), nameTwice);
  return rows.map((row) => row.id);
}

export async function updateReason(
  scope: Scope,
  id: ReasonId,
  version: number,
  change: { readonly name?: string | undefined; readonly isRetired?: boolean | undefined },
): Promise<void> {
  const write = scope.tx
    .updateTable('deal_reason')
    .set({ name: sql.ref('name'), ...columnsOf(change) })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, nameTwice), async () =>
    Boolean(await findReason(scope, id)),
  );
}

/** Deletes a reason. Whether there was one to delete. */
export async function deleteReason(scope: Scope, id: ReasonId): Promise<boolean> {
  const write = scope.tx
    .deleteFrom('deal_reason')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  const message =
    'Deals were decided for this reason. Retire it instead: it is no longer offered, and they keep it.';
  return (await translateInUse(write, message)) !== undefined;
}

/**
 * Turns reasons that came as text, from an import, into those of the list: one of the same name, else
 * a new one while the list is short. What is no short name stays as text beside the deal.
 */
export async function adoptTexts(scope: Scope): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select min(trim(d.lost_reason)) as name from deal d
    where d.workspace_id = ${scope.workspaceId} and d.reason_id is null
      and length(trim(d.lost_reason)) between 1 and 100
      and not exists (select from deal_reason r where r.workspace_id = d.workspace_id
        and r.outcome = 'lost' and lower(r.name) = lower(trim(d.lost_reason)))
    group by lower(trim(d.lost_reason)) order by count(*) desc, 1 limit ${mostAdopted}`.execute(
    scope.tx,
  );
  if (rows.length > 0) {
    await insertReasons(
      scope,
      rows.map(({ name }) => ({ outcome: 'lost' as const, name })),
    );
  }
  await sql`
    update deal set reason_id = r.id, lost_reason = null from deal_reason r, stage s
    where deal.workspace_id = ${scope.workspaceId} and r.workspace_id = deal.workspace_id
      and s.workspace_id = deal.workspace_id and s.id = deal.stage_id and s.outcome = 'lost'
      and r.outcome = 'lost' and lower(r.name) = lower(trim(deal.lost_reason))`.execute(scope.tx);
}

function reasonRows(scope: Scope) {
  return scope.tx
    .selectFrom('deal_reason')
    .where('deal_reason.workspace_id', '=', scope.workspaceId)
    .select([
      'deal_reason.id',
      'deal_reason.version',
      'deal_reason.outcome',
      'deal_reason.name',
      'deal_reason.is_retired',
    ])
    .select((from) =>
      from
        .selectFrom('deal')
        .whereRef('deal.workspace_id', '=', 'deal_reason.workspace_id')
        .whereRef('deal.reason_id', '=', 'deal_reason.id')
        .where('deal.deleted_at', 'is', null)
        .select(sql<string>`count(*)`.as('count'))
        .as('deal_count'),
    );
}
