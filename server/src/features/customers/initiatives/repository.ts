import type {
  customerInitiativeChange,
  customerInitiativeDraft,
  customerInitiatives,
} from '@evenkeel/contract/customers';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { AccountId, CustomerGoalId, CustomerInitiativeId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../../platform/db/columns.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../../platform/db/records.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { containing } from '../../../platform/db/text-match.ts';
import { newId } from '../../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('customer_initiative.name'), type: 'text' },
  number: { by: sql.ref('customer_initiative.number'), type: 'int' },
};

type Fields = Omit<z.infer<typeof customerInitiativeChange>, 'goals'>;
type Draft = Omit<z.infer<typeof customerInitiativeDraft>, 'goals'>;
export type CustomerInitiativeRecord = Awaited<ReturnType<typeof findInitiative>> & object;
type ServedGoal = { readonly id: CustomerGoalId; readonly name: string; readonly why: string };

export function listInitiatives(scope: Scope, request: QueryOf<typeof customerInitiatives.list>) {
  let query = initiativeRows(scope).where('customer_initiative.deleted_at', 'is', null);
  if (request.ids) {
    // The contract has checked that these are ids.
    const ids = request.ids as CustomerInitiativeId[];
    query = query.where('customer_initiative.id', 'in', ids);
  }
  if (request.accountId)
    query = query.where('customer_initiative.account_id', 'in', request.accountId);
  if (request.search)
    query = query.where(containing(['customer_initiative.name', 'account.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`customer_initiative.id`);
}

/** One customer initiative, also from the trash. */
export function findInitiative(scope: Scope, id: CustomerInitiativeId) {
  return initiativeRows(scope).where('customer_initiative.id', '=', id).executeTakeFirst();
}

/** The living initiatives of one account, or of all. */
export function initiativesOf(scope: Scope, accountId: AccountId | null) {
  let query = initiativeRows(scope).where('customer_initiative.deleted_at', 'is', null);
  if (accountId) query = query.where('customer_initiative.account_id', '=', accountId);
  return query.orderBy('customer_initiative.number').limit(10_000).execute();
}

export async function insertInitiative(scope: Scope, draft: Draft): Promise<CustomerInitiativeId> {
  const id = newId<CustomerInitiativeId>();
  const { name, accountId, ...rest } = draft;
  await scope.tx
    .insertInto('customer_initiative')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'customer_initiative'),
      name,
      account_id: accountId,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateInitiative(
  scope: Scope,
  id: CustomerInitiativeId,
  version: number,
  change: Fields,
): Promise<void> {
  await updateRecord(scope, 'customer_initiative', { id, version }, columnsOf(change));
}

/** Moves a customer initiative into the trash or out of it. Whether there was one to move. */
export async function setInitiativeDeleted(
  scope: Scope,
  id: CustomerInitiativeId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'customer_initiative', id, isDeleted);
}

/** Sets which of the customer's goals it serves, and why. */
export async function replaceGoals(
  scope: Scope,
  id: CustomerInitiativeId,
  goals: readonly { readonly goalId: CustomerGoalId; readonly why: string }[],
): Promise<void> {
  const ids = goals.map(({ goalId }) => goalId);
  await sql`delete from customer_goal_link where customer_initiative_id = ${id}
    and customer_goal_id <> all(${ids}::uuid[])`.execute(scope.tx);
  for (const { goalId, why } of goals) {
    await sql`insert into customer_goal_link (workspace_id, id, customer_initiative_id, customer_goal_id, why)
      values (${scope.workspaceId}, ${newId()}, ${id}, ${goalId}, ${why})
      on conflict (workspace_id, customer_initiative_id, customer_goal_id) do update set why = excluded.why
      where customer_goal_link.why <> excluded.why`.execute(scope.tx);
  }
}

function initiativeRows(scope: Scope) {
  return scope.tx
    .selectFrom('customer_initiative')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'customer_initiative.workspace_id')
        .onRef('account.id', '=', 'customer_initiative.account_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'customer_initiative.workspace_id')
        .onRef('contact.id', '=', 'customer_initiative.stated_by_contact_id'),
    )
    .where('customer_initiative.workspace_id', '=', scope.workspaceId)
    .selectAll('customer_initiative')
    .select([
      'account.name as account_name',
      'contact.name as stated_by_name',
      sql<ServedGoal[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'why', l.why) order by g.name, g.id)
        from customer_goal_link l join customer_goal g on g.workspace_id = l.workspace_id and g.id = l.customer_goal_id
        where l.workspace_id = customer_initiative.workspace_id
          and l.customer_initiative_id = customer_initiative.id and g.deleted_at is null), '[]')`.as(
        'goals',
      ),
    ]);
}
