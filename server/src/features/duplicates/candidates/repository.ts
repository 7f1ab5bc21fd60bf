import type { AccountId, ContactId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Most accounts and contacts that are compared. */
const mostRecords = 100_000;

export function accountNames(scope: Scope) {
  return scope.tx
    .selectFrom('account')
    .select(['id', 'name', 'website'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(mostRecords)
    .execute();
}

export type ContactName = {
  readonly id: ContactId;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly accountIds: readonly AccountId[];
};

export async function contactNames(scope: Scope): Promise<ContactName[]> {
  const { rows } = await sql<ContactName>`
    select c.id, c.name,
      coalesce((select jsonb_agg(e.email) from contact_email e where e.workspace_id = c.workspace_id and e.contact_id = c.id), '[]') as emails,
      coalesce((select jsonb_agg(p.phone) from contact_phone p where p.workspace_id = c.workspace_id and p.contact_id = c.id), '[]') as phones,
      coalesce((select jsonb_agg(a.account_id) from contact_account a where a.workspace_id = c.workspace_id and a.contact_id = c.id), '[]') as "accountIds"
    from contact c where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
    order by c.id limit ${mostRecords}`.execute(scope.tx);
  return rows;
}
