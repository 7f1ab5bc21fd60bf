import type { ReserveEntry, RingFence, RingFenceScope } from '@evenkeel/core/balance/ring-fence';
import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Id, ReserveEntryId, RingFenceId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { insertRows } from '../../platform/db/insert-rows.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { integer, referenceOf } from '../../platform/db/values.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

/** Above what a firm of hundreds holds back and lends; a bound, so that no list is without one. */
const most = 100_000;

/** A ring-fence with the names that people see. */
export type RingFenceRecord = RingFence & {
  readonly version: number;
  readonly name: string;
  readonly scopeName: string | null;
};

export type TermColumns = {
  readonly from_month: CalendarMonth;
  readonly share: number | null;
  readonly minutes_per_month: number | null;
  readonly money: number;
};

/** Every ring-fence with its terms, by name. */
export async function listRingFences(scope: Scope): Promise<RingFenceRecord[]> {
  const rows = await scope.tx
    .selectFrom('ring_fence as fence')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'fence.workspace_id')
        .onRef('team.id', '=', 'fence.team_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'fence.workspace_id')
        .onRef('role.id', '=', 'fence.role_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'fence.workspace_id')
        .onRef('person.id', '=', 'fence.person_id'),
    )
    .where('fence.workspace_id', '=', scope.workspaceId)
    .select(['fence.id', 'fence.version', 'fence.name', 'fence.scope_kind', 'fence.to_month'])
    .select(['fence.team_id', 'fence.role_id', 'fence.person_id'])
    .select((of) => of.fn.coalesce('team.name', 'role.name', 'person.name').as('scope_name'))
    .orderBy(sql`fence.name collate "und-x-icu"`)
    .orderBy('fence.id')
    .limit(most)
    .execute();
  const terms = await listTerms(scope);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    scope: scopeOf(row),
    scopeName: row.scope_name,
    toMonth: row.to_month,
    terms: terms.get(row.id) ?? [],
  }));
}

async function listTerms(scope: Scope): Promise<Map<RingFenceId, RingFence['terms'][number][]>> {
  const rows = await scope.tx
    .selectFrom('ring_fence_term')
    .select(['ring_fence_id', 'from_month', 'share', 'minutes_per_month', 'money'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('from_month')
    .limit(most)
    .execute();
  const terms = rows.map((row) => ({
    fenceId: row.ring_fence_id,
    fromMonth: row.from_month,
    amount:
      row.share === null
        ? ({ by: 'minutes', minutesPerMonth: row.minutes_per_month ?? 0 } as const)
        : ({ by: 'share', basisPoints: row.share } as const),
    moneyMinor: integer(row.money),
  }));
  return groupedBy(terms, (term) => term.fenceId);
}

type ScopeColumns = {
  readonly scope_kind: RingFenceScope['kind'];
  readonly team_id: string | null;
  readonly role_id: string | null;
  readonly person_id: string | null;
};

/** The database holds exactly the id that the kind asks for. */
function scopeOf(row: ScopeColumns): RingFenceScope {
  const id = row.team_id ?? row.role_id ?? row.person_id;
  return { kind: row.scope_kind, [`${row.scope_kind}Id`]: id } as RingFenceScope;
}

/** Lets one change of the reserve at a time be made: the next waits until this one is committed. */
export async function lockRingFences(scope: Scope): Promise<void> {
  await scope.tx
    .selectFrom('ring_fence')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(most)
    .forNoKeyUpdate()
    .execute();
}

export async function insertRingFence(
  scope: Scope,
  {
    id,
    ...fence
  }: { readonly id: RingFenceId; readonly name: string; readonly to_month: CalendarMonth | null },
  on: { readonly kind: RingFenceScope['kind']; readonly id: Id<string> | null },
): Promise<void> {
  await scope.tx
    .insertInto('ring_fence')
    .values({
      workspace_id: scope.workspaceId,
      id,
      ...fence,
      scope_kind: on.kind,
      ...(on.kind === 'firm' ? {} : { [`${on.kind}_id`]: on.id }),
    })
    .execute();
}

export async function updateRingFence(
  scope: Scope,
  { id, version }: { readonly id: RingFenceId; readonly version: number },
  columns: { readonly name: string; readonly to_month: CalendarMonth | null },
): Promise<void> {
  const written = await scope.tx
    .updateTable('ring_fence')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listRingFences(scope)).some((one) => one.id === id));
}

/** What a ring-fence holds back from a month on; a term that begins in the same month is replaced. */
export async function putTerm(scope: Scope, id: RingFenceId, columns: TermColumns): Promise<void> {
  await scope.tx
    .insertInto('ring_fence_term')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'ring-fence-term'>>(),
      ring_fence_id: id,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'ring_fence_id', 'from_month']).doUpdateSet({
        share: columns.share,
        minutes_per_month: columns.minutes_per_month,
        money: columns.money,
      }),
    )
    .execute();
}

/**
 * The ledger added up by ring-fence, measure, month, kind and loan, which comes to the same as line
 * by line and does not grow with every allocation that is moved.
 */
export async function listSums(
  scope: Scope,
  months?: readonly CalendarMonth[],
): Promise<ReserveEntry[]> {
  let query = scope.tx
    .selectFrom('reserve_entry')
    .where('workspace_id', '=', scope.workspaceId)
    .select(['ring_fence_id', 'measure', 'month', 'kind', 'loan_id'])
    .select((of) => of.fn.sum<string>('amount').as('amount'))
    .select(sql<CalendarDate>`min(booked_on)`.as('booked_on'))
    .groupBy(['ring_fence_id', 'measure', 'month', 'kind', 'loan_id']);
  if (months) query = query.where('month', '=', sql<CalendarMonth>`any(${[...months]}::text[])`);
  const rows = await query.orderBy('month').limit(most).execute();
  return rows.map((row) => entryOf(row));
}

/** The lines of a ring-fence's ledger, the newest first. */
export async function listEntries(
  scope: Scope,
  id: RingFenceId,
  { month, limit }: { readonly month?: CalendarMonth | undefined; readonly limit: number },
) {
  let query = scope.tx
    .selectFrom('reserve_entry as entry')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'entry.workspace_id')
        .onRef('member.id', '=', 'entry.member_id'),
    )
    .where('entry.workspace_id', '=', scope.workspaceId)
    .where('entry.ring_fence_id', '=', id)
    .select(['entry.id', 'entry.ring_fence_id', 'entry.measure', 'entry.month', 'entry.kind'])
    .select(['entry.loan_id', 'entry.amount', 'entry.booked_on', 'entry.member_id'])
    .select('member.name as member_name');
  if (month) query = query.where('entry.month', '=', month);
  const rows = await query.orderBy('entry.id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    member: referenceOf(row.member_id, row.member_name),
    entry: entryOf(row),
  }));
}

/** Adds lines to the ledger, in the name of whoever acts; a timed job acts in nobody's. */
export async function insertEntries(scope: Scope, entries: readonly ReserveEntry[]): Promise<void> {
  const memberId = scope.actor.email === '' ? null : scope.actor.memberId;
  await insertRows(
    scope,
    'reserve_entry',
    entries.map((entry) => ({
      id: newId<ReserveEntryId>(),
      ring_fence_id: entry.policyId,
      loan_id: entry.loanId,
      member_id: memberId,
      kind: entry.kind,
      measure: entry.measure,
      month: entry.month,
      amount: entry.amount,
      booked_on: entry.bookedOn,
    })),
  );
}

type EntryRow = {
  readonly ring_fence_id: RingFenceId;
  readonly measure: ReserveEntry['measure'];
  readonly month: CalendarMonth;
  readonly kind: ReserveEntry['kind'];
  readonly loan_id: ReserveEntry['loanId'];
  readonly amount: string;
  readonly booked_on: CalendarDate;
};

function entryOf(row: EntryRow): ReserveEntry {
  const entry = {
    policyId: row.ring_fence_id,
    measure: row.measure,
    month: row.month,
    kind: row.kind,
    loanId: row.loan_id,
    amount: integer(row.amount),
    bookedOn: row.booked_on,
  };
  // The database holds a loan exactly on the kinds that have one.
  return entry as ReserveEntry;
}
