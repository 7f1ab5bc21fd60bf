import type { accountChange, accountDraft, accounts } from '@evenkeel/contract/accounts';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('account.name'), type: 'text' },
  number: { by: sql.ref('account.number'), type: 'int' },
  sector: { by: sql.ref('account.sector'), type: 'text' },
  country: { by: sql.ref('account.country'), type: 'text' },
  openValue: { by: sql`coalesce(sums.open_value, 0)`, type: 'bigint' },
  wonValue: { by: sql`coalesce(sums.won_value, 0)`, type: 'bigint' },
  lastContactOn: { by: sql.ref('spoken.last_contact_on'), type: 'date' },
};

export type AccountRecord = Awaited<ReturnType<typeof findAccount>> & object;

export function listAccounts(scope: Scope, request: QueryOf<typeof accounts.list>) {
  let query = accountRows(scope).where('account.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('account.id', 'in', request.ids as AccountId[]);
  if (request.search) {
    query = query.where(
      containing(['account.name', 'account.sector', 'account.country'], request.search),
    );
  }
  return readPage(query, request, sortKeys, sql<string>`account.id`);
}

/** One account, also from the trash. */
export function findAccount(scope: Scope, id: AccountId) {
  return accountRows(scope)
    .select(['account.founded_year', 'account.website', 'account.notes'])
    .select(['account.preferred_channel', 'account.language', 'account.interpreter_note'])
    .select(['account.deleted_at'])
    .where('account.id', '=', id)
    .executeTakeFirst();
}

export async function insertAccount(
  scope: Scope,
  draft: z.infer<typeof accountDraft>,
): Promise<AccountId> {
  const id = newId<AccountId>();
  const { name, ...rest } = draft;
  await scope.tx
    .insertInto('account')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'account'),
      name,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateAccount(
  scope: Scope,
  id: AccountId,
  version: number,
  change: z.infer<typeof accountChange>,
): Promise<void> {
  await updateRecord(scope, 'account', { id, version }, columnsOf(change));
}

/** Moves an account into the trash or out of it. Whether there was one to move. */
export async function setAccountDeleted(
  scope: Scope,
  id: AccountId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'account', id, isDeleted);
}

/** What is sold to each account. */
function dealSums(scope: Scope) {
  return scope.tx
    .selectFrom('deal')
    .innerJoin('stage', (join) =>
      join
        .onRef('stage.workspace_id', '=', 'deal.workspace_id')
        .onRef('stage.id', '=', 'deal.stage_id'),
    )
    .where('deal.deleted_at', 'is', null)
    .where('deal.account_id', 'is not', null)
    .groupBy('deal.account_id')
    .select([
      'deal.account_id',
      sql<string>`count(*) filter (where stage.outcome = 'open')`.as('open_deals'),
      sql<string>`coalesce(sum(deal.value) filter (where stage.outcome = 'open'), 0)`.as(
        'open_value',
      ),
      sql<string>`count(*) filter (where stage.outcome = 'won')`.as('won_deals'),
      sql<string>`coalesce(sum(deal.value) filter (where stage.outcome = 'won'), 0)`.as(
        'won_value',
      ),
      sql<CalendarDate | null>`max(deal.close_on) filter (where stage.outcome = 'won')`.as(
        'last_won_on',
      ),
    ])
    .as('sums');
}

/** What is done for each account. */
function projectSums(scope: Scope) {
  const isRunning = sql`project.state in ('approved', 'executing')`;
  return scope.tx
    .selectFrom('project')
    .where('project.deleted_at', 'is', null)
    .where('project.account_id', 'is not', null)
    .groupBy('project.account_id')
    .select([
      'project.account_id',
      sql<string>`count(*) filter (where ${isRunning})`.as('running'),
      sql<string>`count(*) filter (where ${isRunning} and project.end_on < ${scope.today})`.as(
        'late',
      ),
      sql<CalendarDate | null>`max(project.end_on) filter (where project.state = 'completed')`.as(
        'last_ended_on',
      ),
    ])
    .as('work');
}

/** When we last spoke or wrote with each account; notes do not count. */
function lastContacts(scope: Scope) {
  return scope.tx
    .selectFrom('interaction')
    .where('interaction.deleted_at', 'is', null)
    .where('interaction.account_id', 'is not', null)
    .where('interaction.kind', '<>', 'note')
    .groupBy('interaction.account_id')
    .select([
      'interaction.account_id',
      sql<CalendarDate>`max(interaction.on_date)`.as('last_contact_on'),
    ])
    .as('spoken');
}

function accountRows(scope: Scope) {
  return scope.tx
    .selectFrom('account')
    .leftJoin(dealSums(scope), 'sums.account_id', 'account.id')
    .leftJoin(projectSums(scope), 'work.account_id', 'account.id')
    .leftJoin(lastContacts(scope), 'spoken.account_id', 'account.id')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'account.workspace_id')
        .onRef('owner.id', '=', 'account.owner_id'),
    )
    .leftJoin('account as parent', (join) =>
      join
        .onRef('parent.workspace_id', '=', 'account.workspace_id')
        .onRef('parent.id', '=', 'account.parent_id'),
    )
    .where('account.workspace_id', '=', scope.workspaceId)
    .select([
      'account.id',
      'account.number',
      'account.version',
      'account.name',
      'account.sector',
      'account.country',
      'account.employees',
      'account.annual_revenue',
      'account.owner_id',
      'owner.name as owner_name',
      'account.parent_id',
      'parent.name as parent_name',
      'sums.open_deals',
      'sums.open_value',
      'sums.won_deals',
      'sums.won_value',
      'sums.last_won_on',
      'work.running',
      'work.late',
      'work.last_ended_on',
      'spoken.last_contact_on',
      'account.lifecycle',
      'account.contact_cadence_days',
      'account.next_contact_on',
      'account.created_at',
    ]);
}
