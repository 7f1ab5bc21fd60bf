import type {
  customerGoalChange,
  customerGoalDraft,
  customerGoals,
} from '@evenkeel/contract/customers';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { AccountId, CustomerGoalId, Id, ProductId, TemplateId } from '@evenkeel/core/id';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('customer_goal.name'), type: 'text' },
  number: { by: sql.ref('customer_goal.number'), type: 'int' },
  deadline: { by: sql.ref('customer_goal.deadline'), type: 'date' },
};

type Fields = Omit<z.infer<typeof customerGoalChange>, 'productIds' | 'templateIds'>;
type Draft = Omit<z.infer<typeof customerGoalDraft>, 'productIds' | 'templateIds'>;
export type CustomerGoalRecord = Awaited<ReturnType<typeof findGoal>> & object;
export type Named<I extends string> = { readonly id: I; readonly name: string };

/** Most goals that are read at once for prompts. */
const mostGoals = 10_000;

export function listGoals(scope: Scope, request: QueryOf<typeof customerGoals.list>) {
  let query = goalRows(scope).where('customer_goal.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('customer_goal.id', 'in', request.ids as CustomerGoalId[]);
  if (request.accountId) query = query.where('customer_goal.account_id', 'in', request.accountId);
  if (request.search)
    query = query.where(containing(['customer_goal.name', 'account.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`customer_goal.id`);
}

/** One customer goal, also from the trash. */
export function findGoal(scope: Scope, id: CustomerGoalId) {
  return goalRows(scope).where('customer_goal.id', '=', id).executeTakeFirst();
}

/** The living goals of one account, or of all whose account lives. */
export function goalsOf(scope: Scope, accountId: AccountId | null) {
  let query = goalRows(scope)
    .where('customer_goal.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null);
  if (accountId) query = query.where('customer_goal.account_id', '=', accountId);
  return query
    .orderBy('customer_goal.number')
    .orderBy('customer_goal.id')
    .limit(mostGoals)
    .execute();
}

export async function insertGoal(scope: Scope, draft: Draft): Promise<CustomerGoalId> {
  const id = newId<CustomerGoalId>();
  const { name, driver, accountId, ...rest } = draft;
  await scope.tx
    .insertInto('customer_goal')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'customer_goal'),
      name,
      driver,
      account_id: accountId,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateGoal(
  scope: Scope,
  id: CustomerGoalId,
  version: number,
  change: Fields,
): Promise<void> {
  await updateRecord(scope, 'customer_goal', { id, version }, columnsOf(change));
}

/** Moves a customer goal into the trash or out of it. Whether there was one to move. */
export async function setGoalDeleted(
  scope: Scope,
  id: CustomerGoalId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'customer_goal', id, isDeleted);
}

/** Sets what of ours helps with a goal: those of the list, and nothing else. */
export async function replaceCapabilities(
  scope: Scope,
  goalId: CustomerGoalId,
  {
    column,
    ids,
  }: { readonly column: 'product_id' | 'template_id'; readonly ids: readonly string[] },
): Promise<void> {
  const own = sql.ref(column);
  await sql`delete from customer_goal_capability where customer_goal_id = ${goalId}
    and ${own} is not null and ${own} <> all(${[...ids]}::uuid[])`.execute(scope.tx);
  for (const id of ids) {
    await sql`insert into customer_goal_capability (workspace_id, id, customer_goal_id, ${own})
      values (${scope.workspaceId}, ${newId()}, ${goalId}, ${id}) on conflict do nothing`.execute(
      scope.tx,
    );
  }
}

export async function linkDeal(
  scope: Scope,
  goalId: CustomerGoalId,
  dealId: Id<'deal'>,
): Promise<void> {
  await scope.tx
    .insertInto('deal_customer_goal')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'deal-customer-goal'>>(),
      deal_id: dealId,
      customer_goal_id: goalId,
    })
    .execute();
}

function goalRows(scope: Scope) {
  return scope.tx
    .selectFrom('customer_goal')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'customer_goal.workspace_id')
        .onRef('account.id', '=', 'customer_goal.account_id'),
    )
    .leftJoin('customer_goal as higher', (join) =>
      join
        .onRef('higher.workspace_id', '=', 'customer_goal.workspace_id')
        .onRef('higher.id', '=', 'customer_goal.serves_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'customer_goal.workspace_id')
        .onRef('contact.id', '=', 'customer_goal.stated_by_contact_id'),
    )
    .where('customer_goal.workspace_id', '=', scope.workspaceId)
    .selectAll('customer_goal')
    .select([
      'account.name as account_name',
      'higher.name as serves_name',
      'contact.name as stated_by_name',
      capabilities<ProductId>('product').as('products'),
      capabilities<TemplateId>('template').as('templates'),
    ]);
}

function capabilities<I extends string>(table: 'product' | 'template'): RawBuilder<Named<I>[]> {
  return sql<Named<I>[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id)
    from customer_goal_capability c join ${sql.table(table)} x
      on x.workspace_id = c.workspace_id and x.id = c.${sql.ref(`${table}_id`)}
    where c.workspace_id = customer_goal.workspace_id and c.customer_goal_id = customer_goal.id), '[]')`;
}
