import type { ChecklistStep } from '@evenkeel/contract/workspaces';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** The fact that makes a step done. Row-level security keeps each of them within the workspace. */
const facts: Record<ChecklistStep, RawBuilder<boolean>> = {
  accounts: sql`exists (select from account where deleted_at is null)`,
  plan: sql`exists (select from goal g join strategic_plan p
    on p.workspace_id = g.workspace_id and p.id = g.plan_id
    where g.deleted_at is null and p.deleted_at is null)`,
  initiative: sql`exists (select from project where kind = 'initiative' and deleted_at is null
    and state in ('approved', 'executing', 'completed'))`,
  'hand-off': sql`exists (select from hand_off where state = 'accepted')`,
  time: sql`exists (select from time_entry where deleted_at is null)`,
  balance: sql`exists (select from member where balance_seen_at is not null)`,
};

export type ChecklistRecord = { isHidden: boolean; isDone: Record<ChecklistStep, boolean> };

export async function readChecklist(scope: Scope): Promise<ChecklistRecord> {
  const { rows } = await sql<Record<ChecklistStep, boolean> & { is_hidden: boolean }>`
    select (select checklist_hidden from member where id = ${scope.actor.memberId}) as is_hidden,
      ${sql.join(Object.entries(facts).map(([step, fact]) => sql`${fact} as ${sql.ref(step)}`))}
  `.execute(scope.tx);
  const row = rows[0];
  if (!row) throw new Error('the checklist query returned nothing');
  const { is_hidden: isHidden, ...isDone } = row;
  return { isHidden, isDone };
}

export async function hideChecklist(scope: Scope, isHidden: boolean): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ checklist_hidden: isHidden })
    .where('id', '=', scope.actor.memberId)
    .execute();
}
